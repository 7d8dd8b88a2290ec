import { roomPath } from "./api.js";

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 15000;
const HIDDEN_FOR = 60000;

/**
 * Follows one room. The browser resumes a dropped stream from the last position by itself; where
 * it gives up, this tries again. A page that stays hidden lets go of its connection.
 */
export class RoomStream {
  #onChange;
  #onState;
  #source = null;
  #room = "";
  #position = "";
  #wait = FIRST_WAIT;
  #timer = 0;

  constructor(onChange, onState) {
    this.#onChange = onChange;
    this.#onState = onState;
    document.addEventListener("visibilitychange", () => this.#visibility());
    addEventListener("online", () => this.#reconnect());
    addEventListener("pagehide", () => this.#close());
    addEventListener("pageshow", (event) => event.persisted && this.#reconnect());
  }

  follow(room) {
    this.#room = room;
    this.#position = "";
    this.#reconnect();
  }

  #reconnect() {
    this.#close();
    const after = encodeURIComponent(this.#position);
    const source = new EventSource(`${roomPath(this.#room)}/events?after=${after}`);
    source.addEventListener("change", (event) => this.#changed(event));
    source.addEventListener("away", (event) =>
      this.#onState("away", JSON.parse(event.data).error),
    );
    source.addEventListener("error", () => this.#broken(source));
    this.#source = source;
  }

  #changed(event) {
    this.#wait = FIRST_WAIT;
    this.#position = event.lastEventId;
    this.#onState("live", "");
    this.#onChange(JSON.parse(event.data));
  }

  #broken(source) {
    this.#onState("lost", "");
    if (source === this.#source && source.readyState === EventSource.CLOSED) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#reconnect(), this.#wait);
      this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
    }
  }

  #visibility() {
    clearTimeout(this.#timer);
    if (document.hidden) {
      this.#timer = setTimeout(() => this.#close(), HIDDEN_FOR);
    } else if (!this.#source) {
      this.#reconnect();
    }
  }

  #close() {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  }
}
