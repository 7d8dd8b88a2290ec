import { memory } from "./memory.js";

/** A random UUID; the browser's own is missing where the page came over plain HTTP. */
export function uuid() {
  if (crypto.randomUUID) {
    return crypto.randomUUID();
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function remembered(name, make) {
  const value = memory.get(name) || make();
  memory.set(name, value);
  return value;
}

class Person {
  id = remembered("person", () => `u-${uuid()}`);
  /** Known to this browser only, so nobody else finds the room. */
  directRoom = remembered("direct-room", () => `@${uuid()}`);
  name = remembered("name", () => `Guest ${10 + Math.floor(Math.random() * 90)}`);

  rename(name) {
    this.name = name.trim() || this.name;
    memory.set("name", this.name);
  }
}

export const person = new Person();

export function initials(name) {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return letters.map((word) => [...word][0].toUpperCase()).join("") || "?";
}

/** One of seven colours, the same for the same person. */
export function hue(id) {
  let sum = 0;
  for (const letter of id) {
    sum = (sum * 31 + letter.codePointAt(0)) % 9973;
  }
  return sum % 7;
}
