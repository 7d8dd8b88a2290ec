import { post, roomPath } from "./api.js";
import { memory } from "./memory.js";
import { person, uuid } from "./person.js";

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 10000;
/** Each message has an entry of its own, so that several open pages do not lose each other's. */
const UNSENT = "unsent.";

function remembered() {
  return memory
    .all(UNSENT)
    .flatMap((entry) => {
      try {
        return [JSON.parse(entry)];
      } catch {
        return [];
      }
    })
    .sort((one, other) => one.at - other.at);
}

/**
 * Sends messages, one after the other, until the server has them: each keeps its id, so sending
 * it again is harmless, and each is remembered, so a closed page sends it when it is opened again.
 */
export class Outbox {
  #waiting = remembered();
  #on;
  #busy = false;
  #wait = FIRST_WAIT;

  /** @param on what happens: `sent(message, answer)`, `waits(message, problem)`, `refused(…)` */
  constructor(on) {
    this.#on = on;
    addEventListener("online", () => this.send());
  }

  /** What this room still waits for. */
  unsent(room) {
    return this.#waiting.filter((message) => message.room === room);
  }

  add(room, thread, text, files) {
    const author = { id: person.id, name: person.name };
    const message = { id: uuid(), room, text, author, files, ...(thread ? { thread } : {}) };
    this.#waiting.push(message);
    memory.set(UNSENT + message.id, JSON.stringify({ ...message, at: Date.now() }));
    this.send();
    return message;
  }

  async send() {
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    while (this.#waiting.length && (await this.#first(this.#waiting[0]))) {
      memory.set(UNSENT + this.#waiting.shift().id, "");
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
    const { room, at, files = [], ...said } = message;
    const body = { ...said, files: files.map((file) => file.id) };
    try {
      this.#on.sent(message, await post(`${roomPath(room)}/messages`, body));
      return true;
    } catch (problem) {
      const notify = problem.passing ? this.#on.waits : this.#on.refused;
      notify(message, problem);
      return !problem.passing;
    }
  }
}
