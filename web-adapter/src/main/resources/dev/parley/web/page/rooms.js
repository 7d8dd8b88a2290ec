import { get } from "./api.js";
import { byId, make } from "./dom.js";
import { person } from "./person.js";

const DEFAULT = "general";
const DIRECT = "~";
const LOOK_EVERY = 20000;

const ROOM = /^([\p{L}\p{N}][\p{L}\p{N}._-]{0,59}|~)$/u;

function named(hash) {
  try {
    const name = decodeURIComponent(hash);
    return ROOM.test(name) ? name : DEFAULT;
  } catch {
    return DEFAULT;
  }
}

/** The list of rooms, and which of them is open: the page's address says it. */
export class Rooms {
  #known = [DEFAULT];
  #onOpen;

  constructor(onOpen) {
    this.#onOpen = onOpen;
    addEventListener("hashchange", () => this.#open());
    byId("new-room").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#create(byId("new-room-name"));
    });
    setInterval(() => document.hidden || this.refresh(), LOOK_EVERY);
  }

  start() {
    this.#open();
    this.refresh();
  }

  get current() {
    const name = named(location.hash.slice(1));
    return name === DIRECT ? person.directRoom : name;
  }

  static title(room) {
    return room.startsWith("@") ? "Just me and the bot" : room;
  }

  #open() {
    this.#render();
    this.#onOpen(this.current);
  }

  #create(field) {
    const name = field.value
      .trim()
      .toLowerCase()
      .replace(/\s+/g, "-")
      .replace(/[^\p{L}\p{N}._-]/gu, "")
      .replace(/^[._-]+/, "");
    if (name) {
      field.value = "";
      location.hash = encodeURIComponent(name);
    }
  }

  async refresh() {
    const { rooms } = await get("/api/rooms").catch(() => ({ rooms: this.#known }));
    this.#known = rooms.includes(DEFAULT) ? rooms : [DEFAULT, ...rooms];
    this.#render();
  }

  #render() {
    const open = this.current;
    const names = [...this.#known].sort((one, other) => one.localeCompare(other));
    if (!open.startsWith("@") && !names.includes(open)) {
      names.unshift(open);
    }
    const items = [
      this.#item(DIRECT, "Just me and the bot", "@", open.startsWith("@")),
      ...names.map((name) => this.#item(name, name, "#", name === open)),
    ];
    byId("rooms").replaceChildren(...items);
  }

  #item(name, title, sign, isCurrent) {
    const button = make(
      "button",
      { type: "button", className: "room" },
      make("span", { className: "hash", "aria-hidden": "true" }, sign),
      make("span", {}, title),
    );
    button.dataset.testid = "room";
    button.dataset.room = name;
    if (isCurrent) {
      button.setAttribute("aria-current", "true");
    }
    button.addEventListener("click", () => {
      location.hash = encodeURIComponent(name);
      byId("app").dataset.side = "closed";
    });
    return make("li", {}, button);
  }
}
