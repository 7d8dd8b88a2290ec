import { post, roomPath } from "./api.js";
import { memory, person, uuid } from "./person.js";

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 10000;

/**
 * Sends messages, one after the other, until the server has them: each keeps its id, so sending
 * it again is harmless, and each is remembered, so a closed page sends it when it is opened again.
 */
export class Outbox {
  #waiting = JSON.parse(memory.get("unsent") || "[]");
  #on;
  #busy = false;
  #wait = FIRST_WAIT;

  /** @param on what happens: `sent(message, answer)`, `waits(message, sentence)`, `refused(…)` */
  constructor(on) {
    this.#on = on;
    addEventListener("online", () => this.send());
  }

  /** What this room still waits for. */
  unsent(room) {
    return this.#waiting.filter((message) => message.room === room);
  }

  add(room, thread, text) {
    const author = { id: person.id, name: person.name };
    const message = { id: uuid(), room, text, author, ...(thread ? { thread } : {}) };
    this.#waiting.push(message);
    this.#remember();
    this.send();
    return message;
  }

  async send() {
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    while (this.#waiting.length && (await this.#first(this.#waiting[0]))) {
      this.#waiting.shift();
      this.#remember();
      this.#wait = FIRST_WAIT;
    }
    this.#busy = false;
    if (this.#waiting.length) {
      setTimeout(() => this.send(), this.#wait);
      this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
    }
  }

  /** Tells whether this message needs no more sending. */
  async #first(message) {
    const { room, ...body } = message;
    try {
      this.#on.sent(message, await post(`${roomPath(room)}/messages`, body));
      return true;
    } catch (problem) {
      const notify = problem.passing ? this.#on.waits : this.#on.refused;
      notify(message, problem.message);
      return !problem.passing;
    }
  }

  #remember() {
    memory.set("unsent", this.#waiting.length ? JSON.stringify(this.#waiting) : "");
  }
}
