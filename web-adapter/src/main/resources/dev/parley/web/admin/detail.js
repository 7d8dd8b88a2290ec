import { announce } from "./announce.js";
import { AudienceField } from "./audience.js";
import { removalConfirmed } from "./confirm.js";
import { byId, make } from "./dom.js";
import { passageItem } from "./passage.js";
import { ago, counted, kindOf, number, opened, whole } from "./words.js";

const FOR_ALL = { label: "Everyone", terms: ["*"] };

/** One document: what is known of it, who may see it, and what it says. */
export class Detail {
  #desk = null;
  #tell;
  #changed;
  #id = null;
  #version = "";

  /** @param changed called once the document is to be read again */
  constructor(tell, changed) {
    this.#tell = tell;
    this.#changed = changed;
  }

  settle(desk) {
    this.#desk = desk;
    this.#id = null;
  }

  /** Shows a document, or none. */
  async open(id) {
    this.#id = id;
    this.#version = "";
    byId("detail").replaceChildren();
    await this.refresh();
    if (id) {
      byId("detail").querySelector("h2")?.focus();
    }
  }

  /** Shows it anew where it was read again. */
  async refresh() {
    const id = this.#id;
    if (!id) {
      return;
    }
    try {
      const document = await this.#desk.document(id);
      if (id === this.#id && document.checkedAt !== this.#version) {
        this.#version = document.checkedAt;
        this.#show(document);
      }
    } catch (problem) {
      byId("detail").replaceChildren(back(), make("p", { className: "lead" }, problem.message));
    }
  }

  #show(document) {
    const heading = make("h2", { tabIndex: -1 }, document.title);
    heading.dataset.testid = "detail-title";
    const passages = make("ol", { className: "passages" });
    passages.dataset.testid = "passages";
    byId("detail").replaceChildren(
      back(),
      make("div", { className: "title-row" }, heading, ...this.#actions(document)),
      facts(document),
      this.#audience(document),
      make("h3", {}, counted(document.passages, "passage", "passages")),
      passages,
    );
    this.#more(document, passages, 1);
  }

  #actions(document) {
    const actions = [];
    if (document.kind === "link") {
      const again = make("button", { type: "button", className: "button" }, "Read again");
      again.dataset.testid = "read-again";
      again.addEventListener("click", () => this.#readAgain(document));
      actions.push(again);
    }
    const remove = make("button", { type: "button", className: "button danger" }, "Remove");
    remove.dataset.testid = "detail-remove";
    remove.addEventListener("click", () => this.#remove(document));
    return [...actions, remove];
  }

  async #readAgain({ key, title }) {
    try {
      await this.#desk.addLink({ address: key });
      announce(`${title} is read again.`);
      this.#changed();
    } catch (problem) {
      this.#tell(problem);
    }
  }

  async #remove(document) {
    if (!(await removalConfirmed(document))) {
      return;
    }
    try {
      await this.#desk.remove(document.id);
      announce(`${document.title} is removed.`);
      location.hash = "#documents";
    } catch (problem) {
      this.#tell(problem);
    }
  }

  #audience(document) {
    const root = make("div", { className: "audience" });
    const field = new AudienceField(root, FOR_ALL);
    field.terms = document.audience;
    const save = make("button", { type: "submit", className: "button" }, "Save");
    save.dataset.testid = "audience-save";
    const told = make("span", { className: "told", role: "status" });
    told.dataset.testid = "audience-told";
    const form = make(
      "form",
      { className: "audience-form" },
      root,
      make("div", { className: "row" }, save, told),
    );
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      told.textContent = await this.#saved(document.id, field);
    });
    return form;
  }

  async #saved(id, field) {
    const chosen = field.chosen;
    if (!chosen) {
      return "Add at least one channel, group or person.";
    }
    try {
      field.terms = (await this.#desk.changeAudience(id, chosen)).audience;
      return "Saved. It holds within seconds.";
    } catch (problem) {
      return problem.message;
    }
  }

  async #more(document, list, page) {
    try {
      const answer = await this.#desk.passages(document.id, page);
      list.append(...answer.passages.map((passage) => passageItem(passage, document)));
      if (answer.page < answer.pages) {
        const more = make("button", { type: "button", className: "link-button" }, "Show more");
        const item = make("li", { className: "more" }, more);
        more.addEventListener("click", () => {
          item.remove();
          this.#more(document, list, page + 1);
        });
        list.append(item);
      }
    } catch (problem) {
      this.#tell(problem);
    }
  }
}

const back = () => make("a", { className: "back", href: "#documents" }, "← All documents");

function facts(document) {
  const list = make("dl", { className: "facts" });
  const fact = (name, ...value) => list.append(make("dt", {}, name), make("dd", {}, ...value));
  const time = (iso) => make("time", { dateTime: iso, title: whole(iso) }, ago(iso));
  fact("From", kindOf(document.kind), " ", where(document));
  fact("Added", time(document.addedAt), document.addedBy ? ` by ${document.addedBy}` : "");
  fact("Read last", time(document.checkedAt), document.stale ? " (stale)" : "");
  fact(
    "Used",
    ...(document.uses
      ? [`${counted(document.uses, "time", "times")}, last `, time(document.lastUsed)]
      : ["never"]),
  );
  fact("Size", `${number(document.characters)} characters`);
  fact("Id", make("code", {}, document.id));
  return list;
}

function where({ kind, key, address, title }) {
  const link = opened(address);
  if (link) {
    return make("a", { href: link, rel: "noreferrer noopener", target: "_blank" }, key);
  }
  return kind === "text" || key === title ? "" : key;
}
