import { glyph, make } from "./dom.js";
import { sizeOf } from "./words.js";

const CROSS = "M7 7l10 10M17 7L7 17";

/** The files that are to be added, each with how far it is. */
export class Uploads {
  #list;
  #largest;
  #entries = [];

  constructor(list, largest) {
    this.#list = list;
    this.#largest = largest;
  }

  get isEmpty() {
    return this.#entries.length === 0;
  }

  clear() {
    this.#entries = [];
    this.#list.replaceChildren();
  }

  /** @return a sentence about those that cannot be taken; empty where all can */
  add(files) {
    const refusals = [];
    for (const file of files) {
      if (file.size > this.#largest) {
        refusals.push(`${file.name} is larger than ${sizeOf(this.#largest)}.`);
      } else if (file.size === 0) {
        refusals.push(`${file.name} is empty.`);
      } else if (!this.#entries.some((entry) => entry.file.name === file.name)) {
        this.#put(file);
      }
    }
    return refusals.join(" ");
  }

  #put(file) {
    const state = make("small", {}, sizeOf(file.size));
    const bar = make("progress", { max: 1, value: 0, "aria-label": `Upload of ${file.name}`, hidden: true });
    const remove = make("button", { type: "button", "aria-label": `Leave out ${file.name}` }, glyph(CROSS));
    const element = make("li", {}, make("b", { title: file.name }, file.name), state, bar, remove);
    element.dataset.testid = "picked-file";
    const entry = { file, state, bar, remove, element };
    remove.addEventListener("click", () => this.#drop(entry));
    this.#entries.push(entry);
    this.#list.append(element);
  }

  #drop(entry) {
    entry.element.remove();
    this.#entries = this.#entries.filter((other) => other !== entry);
  }

  /** Sends one after the other; those that were refused stay, with the reason. */
  async send(desk, audience) {
    for (const entry of [...this.#entries]) {
      entry.bar.hidden = false;
      entry.remove.disabled = true;
      try {
        await desk.addFile(entry.file, audience, (share) => (entry.bar.value = share));
        this.#drop(entry);
      } catch (problem) {
        entry.bar.hidden = true;
        entry.remove.disabled = false;
        entry.state.textContent = problem.message;
        entry.element.dataset.stage = "failed";
      }
    }
  }
}
