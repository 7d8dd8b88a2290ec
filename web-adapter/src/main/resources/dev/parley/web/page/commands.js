import { get } from "./api.js";
import { make } from "./dom.js";

let offers = null;

async function allOffers() {
  if (!offers) {
    offers = (await get("/api/commands")).commands;
  }
  return offers;
}

/** Whether files may go with a typed command, as far as the commands are known. */
export function takesFiles(typed) {
  const lower = typed.toLowerCase();
  return (offers || []).some(
    (offer) => offer.takesFiles && (lower === offer.line || lower.startsWith(`${offer.line} `)),
  );
}

/** What may follow what was typed: whole commands, then the choices of their options. */
function fitting(all, typed) {
  const lower = typed.toLowerCase();
  const begun = all.filter((offer) => offer.line.startsWith(lower));
  const chosen = all.filter((offer) => lower.startsWith(`${offer.line} `));
  const choices = chosen.flatMap((offer) =>
    (offer.options[0]?.choices || []).map((choice) => ({
      line: `${offer.line} ${choice}`,
      summary: offer.options[0].summary,
      options: [],
    })),
  );
  return [...begun, ...choices.filter((offer) => offer.line.startsWith(lower))];
}

/** Offers commands below a text field whose text begins with a slash. */
export class Completions {
  #list;
  #text;
  #shown = [];
  #selected = 0;

  constructor(list, text, id) {
    this.#list = list;
    this.#text = text;
    list.id = id;
    text.setAttribute("aria-controls", id);
    list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const item = event.target.closest("li");
      if (item) {
        this.#choose(Number(item.dataset.index));
      }
    });
  }

  get isOpen() {
    return !this.#list.hidden;
  }

  async look() {
    const typed = this.#text.value;
    if (!typed.startsWith("/") || typed.includes("\n")) {
      this.close();
      return;
    }
    const all = await allOffers().catch(() => []);
    if (this.#text.value === typed) {
      this.#show(fitting(all, typed).filter((offer) => offer.line !== typed));
    }
  }

  #show(fits) {
    this.#shown = fits;
    this.#selected = 0;
    this.#list.hidden = fits.length === 0;
    this.#list.replaceChildren(...fits.map((offer, index) => this.#item(offer, index)));
    this.#mark();
  }

  #item(offer, index) {
    const options = offer.options
      .map((option) => (option.required ? ` <${option.name}>` : ` [${option.name}]`))
      .join("");
    const item = make(
      "li",
      { id: `${this.#list.id}-${index}`, role: "option" },
      make("b", {}, offer.line, make("em", {}, options)),
      make("span", {}, offer.summary),
    );
    item.dataset.index = index;
    item.dataset.testid = "completion";
    return item;
  }

  #mark() {
    [...this.#list.children].forEach((item, index) => {
      item.setAttribute("aria-selected", String(index === this.#selected));
    });
    const item = this.#list.children[this.#selected];
    if (item) {
      this.#text.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    } else {
      this.#text.removeAttribute("aria-activedescendant");
    }
  }

  /** Handles a key while the list is open; tells whether it did. */
  key(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (!this.isOpen) {
      return false;
    }
    if (event.key in steps) {
      const count = this.#shown.length;
      this.#selected = (this.#selected + steps[event.key] + count) % count;
      this.#mark();
    } else if (event.key === "Tab" || event.key === "Enter") {
      this.#choose(this.#selected);
    } else if (event.key === "Escape") {
      this.close();
    } else {
      return false;
    }
    return true;
  }

  #choose(index) {
    const offer = this.#shown[index];
    this.#text.value = offer.options.length ? `${offer.line} ` : offer.line;
    this.close();
    this.#text.dispatchEvent(new Event("input", { bubbles: true }));
    this.#text.focus();
  }

  close() {
    this.#show([]);
  }
}
