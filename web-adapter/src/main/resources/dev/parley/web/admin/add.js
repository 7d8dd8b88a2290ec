import { announce } from "./announce.js";
import { AudienceField } from "./audience.js";
import { byId } from "./dom.js";
import { Uploads } from "./uploads.js";
import { sizeOf } from "./words.js";

const NOBODY = "Add at least one channel, group or person, or let everyone see it.";
const AS_BEFORE = {
  label: "Everyone; a document that is replaced keeps its readers",
  terms: [],
};

/** The dialog in which documents are added: files, a link or a text. */
export class Adding {
  #desk = null;
  #added;
  #dialog = byId("add");
  #audience = new AudienceField(byId("add-audience"), AS_BEFORE);
  #uploads;
  #busy = false;

  /** @param added called once something is taken */
  constructor(limits, added) {
    this.#added = added;
    this.#uploads = new Uploads(byId("picked"), limits.bytes);
    byId("drop-hint").textContent =
      `PDF, Office, HTML, Markdown, text or source code, up to ${sizeOf(limits.bytes)} each`;
    byId("text").maxLength = limits.characters;
    for (const id of ["add-close", "add-cancel"]) {
      byId(id).addEventListener("click", () => this.#dialog.close());
    }
    for (const way of this.#ways) {
      way.addEventListener("change", () => this.#show());
    }
    byId("files").addEventListener("change", ({ target }) => {
      this.#take([...target.files]);
      target.value = "";
    });
    byId("add-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
    this.#collectDropped();
  }

  settle(desk) {
    this.#desk = desk;
  }

  get #ways() {
    return byId("add-form").elements.way;
  }

  open() {
    if (this.#dialog.open) {
      return;
    }
    byId("add-form").reset();
    this.#uploads.clear();
    this.#audience.terms = [];
    this.#problem("");
    this.#show();
    this.#dialog.showModal();
  }

  #show() {
    for (const { value, checked } of this.#ways) {
      byId(`way-${value}`).hidden = !checked;
    }
    byId("add-go").textContent = `Add ${this.#ways.value}`;
    this.#problem("");
  }

  #problem(sentence) {
    byId("add-problem").textContent = sentence;
    byId("add-problem").hidden = !sentence;
  }

  #take(files) {
    this.#ways.value = "files";
    this.#show();
    this.#problem(this.#uploads.add(files));
  }

  /** Files may be dropped anywhere on the page. */
  #collectDropped() {
    const carries = (event) => event.dataTransfer?.types.includes("Files");
    const over = (isOver) => document.body.classList.toggle("dropping", isOver);
    addEventListener("dragover", (event) => {
      if (carries(event)) {
        event.preventDefault();
        over(true);
      }
    });
    addEventListener("dragleave", (event) => event.relatedTarget || over(false));
    addEventListener("drop", (event) => {
      over(false);
      if (carries(event) && !byId("confirm").open) {
        event.preventDefault();
        this.open();
        this.#take([...event.dataTransfer.files]);
      }
    });
  }

  async #send() {
    const audience = this.#audience.chosen;
    if (this.#busy || !audience) {
      this.#problem(this.#busy ? "" : NOBODY);
      return;
    }
    this.#setBusy(true);
    try {
      if (await this.#sent(this.#ways.value, audience)) {
        this.#dialog.close();
        announce("Added. It is being read.");
      }
    } catch (problem) {
      this.#problem(problem.message);
    }
    this.#setBusy(false);
    this.#added();
  }

  #setBusy(busy) {
    this.#busy = busy;
    byId("add-go").disabled = busy;
  }

  /** Whether all of it was taken. */
  async #sent(way, audience) {
    if (way === "link") {
      await this.#desk.addLink({ address: byId("address").value, audience });
    } else if (way === "text") {
      const title = byId("text-title").value;
      await this.#desk.addText({ title, text: byId("text").value, audience });
    } else {
      return this.#sentFiles(audience);
    }
    return true;
  }

  async #sentFiles(audience) {
    if (this.#uploads.isEmpty) {
      this.#problem("Choose at least one file.");
      return false;
    }
    await this.#uploads.send(this.#desk, audience);
    return this.#uploads.isEmpty;
  }
}
