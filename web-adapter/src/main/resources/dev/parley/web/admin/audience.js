import { glyph, make } from "./dom.js";
import { termWords } from "./words.js";

const CROSS = "M7 7l10 10M17 7L7 17";
const MARKS = { channel: "c:", group: "g:", person: "u:" };
const KINDS = { channel: "Readers of a channel", group: "A role or user group", person: "A person" };

let count = 0;

/** Lets an admin choose who may see a document. */
export class AudienceField {
  #terms = [];
  #list = make("ul", { className: "terms", "aria-label": "Who may see it" });
  #some;
  #choices;
  #kind;
  #id;
  #standard;

  /** @param standard what is said of the first choice, and the terms that it stands for */
  constructor(root, standard) {
    this.#standard = standard;
    const name = `audience-${count++}`;
    this.#choices = [this.#choice(name, standard.label, "all"), this.#choice(name, "Only some", "some")];
    this.#kind = make("select", { "aria-label": "Kind" });
    for (const [value, label] of Object.entries(KINDS)) {
      this.#kind.append(make("option", { value }, label));
    }
    this.#kind.dataset.testid = "term-kind";
    this.#id = make("input", {
      "aria-label": "Id of the channel, group or person",
      placeholder: "Id, such as C0123456789",
      maxLength: 200,
      autocomplete: "off",
      spellcheck: false,
    });
    this.#id.dataset.testid = "term-id";
    const add = make("button", { type: "button", className: "button" }, "Include");
    add.dataset.testid = "term-add";
    add.addEventListener("click", () => this.#take());
    this.#id.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        this.#take();
      }
    });
    this.#some = make(
      "div",
      { className: "some", hidden: true },
      this.#list,
      make("div", { className: "some-add" }, this.#kind, this.#id, add),
    );
    root.replaceChildren(
      make(
        "fieldset",
        {},
        make("legend", {}, "Who may see it"),
        ...this.#choices.map(({ label }) => label),
        this.#some,
      ),
    );
  }

  #choice(name, words, value) {
    const input = make("input", { type: "radio", name, value });
    input.dataset.testid = `audience-${value}`;
    input.checked = value === "all";
    input.addEventListener("change", () => this.#show());
    return { input, label: make("label", { className: "radio" }, input, make("span", {}, words)) };
  }

  get #isSome() {
    return this.#choices[1].input.checked;
  }

  #show() {
    this.#some.hidden = !this.#isSome;
    this.#list.replaceChildren(...this.#terms.map((term) => this.#item(term)));
  }

  #item(term) {
    const words = termWords(term);
    const remove = make("button", { type: "button", "aria-label": `Remove ${words}` }, glyph(CROSS));
    remove.addEventListener("click", () => {
      this.#terms = this.#terms.filter((other) => other !== term);
      this.#show();
      this.#id.focus();
    });
    return make("li", {}, words, remove);
  }

  #take() {
    const name = this.#id.value.trim();
    const kind = this.#kind.value;
    const term = MARKS[kind] + name;
    if (name && !this.#terms.some((other) => other.term === term)) {
      this.#terms.push({ term, kind, name });
    }
    this.#id.value = "";
    this.#show();
    this.#id.focus();
  }

  /** Shows the terms that a document has. */
  set terms(terms) {
    const isSome = terms.length > 0 && !terms.some(({ kind }) => kind === "everyone");
    this.#terms = isSome ? [...terms] : [];
    this.#choices[isSome ? 1 : 0].input.checked = true;
    this.#show();
  }

  /** What is chosen; null where nobody is. */
  get chosen() {
    if (!this.#isSome) {
      return this.#standard.terms;
    }
    if (this.#id.value.trim()) {
      this.#take();
    }
    return this.#terms.length ? this.#terms.map(({ term }) => term) : null;
  }
}
