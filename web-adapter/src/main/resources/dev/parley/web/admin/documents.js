import { announce } from "./announce.js";
import { removalConfirmed } from "./confirm.js";
import { byId, glyph, make } from "./dom.js";
import { ago, audienceWords, counted, kindOf, number, whole } from "./words.js";

const BIN = "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10 11v5M14 11v5";
const TYPING = 250;

/** The list of a tenant's documents, with its filters. */
export class Documents {
  #desk = null;
  #tell;
  #filled;
  #page = 1;
  #asked = 0;

  /** @param filled is told how many documents there are in all */
  constructor(tell, filled) {
    this.#tell = tell;
    this.#filled = filled;
    let timer = 0;
    const form = byId("filters");
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.#turn(1), TYPING);
    });
    byId("previous").addEventListener("click", () => this.#turn(this.#page - 1));
    byId("next").addEventListener("click", () => this.#turn(this.#page + 1));
  }

  settle(desk) {
    this.#desk = desk;
    this.#page = 1;
    byId("filters").reset();
  }

  #turn(page) {
    this.#page = page;
    this.refresh();
  }

  async refresh() {
    const asked = ++this.#asked;
    const filters = Object.fromEntries(new FormData(byId("filters")));
    try {
      const answer = await this.#desk.documents({ ...filters, page: this.#page });
      // what was asked for later is newer, whichever comes first
      if (asked === this.#asked) {
        this.#show(answer);
      }
    } catch (problem) {
      this.#tell(problem);
    }
  }

  #show({ documents, all, matching, page, pages, characters }) {
    this.#page = page;
    byId("empty").hidden = all > 0;
    byId("filters").hidden = all === 0;
    byId("table").hidden = documents.length === 0;
    byId("rows").replaceChildren(...documents.map((document) => this.#row(document)));
    byId("count").textContent = all === 0 ? "" : countWords(all, matching, characters);
    byId("pager").hidden = pages < 2;
    byId("page-of").textContent = `Page ${page} of ${pages}`;
    byId("previous").disabled = page <= 1;
    byId("next").disabled = page >= pages;
    this.#filled(all);
  }

  #row(document) {
    const title = make("a", { href: `#document/${document.id}` }, document.title);
    title.dataset.testid = "open";
    const remove = make(
      "button",
      { type: "button", className: "icon-button", "aria-label": `Remove ${document.title}` },
      glyph(BIN),
    );
    remove.dataset.testid = "remove";
    remove.addEventListener("click", () => this.#remove(document));
    const uses = document.uses
      ? [ago(document.lastUsed), make("small", {}, counted(document.uses, "time", "times"))]
      : [make("small", {}, "Never")];
    const row = make(
      "tr",
      { role: "row" },
      cell("", title, origin(document)),
      cell("Who may see it", audienceWords(document.audience)),
      cell("Passages", number(document.passages)),
      cell("Added", added(document)),
      cell("Last used", ...uses),
      cell("", remove),
    );
    row.dataset.testid = "document";
    row.dataset.id = document.id;
    return row;
  }

  async #remove(document) {
    if (!(await removalConfirmed(document))) {
      return;
    }
    try {
      await this.#desk.remove(document.id);
      announce(`${document.title} is removed.`);
    } catch (problem) {
      this.#tell(problem);
    }
    await this.refresh();
    byId("main").focus();
  }
}

function countWords(all, matching, characters) {
  const size = `${number(characters)} characters`;
  return matching === all
    ? `${counted(all, "document", "documents")}, ${size}`
    : `${number(matching)} of ${counted(all, "document", "documents")}`;
}

function cell(label, ...content) {
  const element = make("td", { role: "cell" }, ...content);
  if (label) {
    element.dataset.label = label;
  }
  return element;
}

function origin({ kind, key, title, stale, checkedAt }) {
  const where = key !== title && kind !== "text" && kind !== "message" ? ` · ${key}` : "";
  const line = make("small", { className: "origin", title: key }, kindOf(kind) + where);
  if (stale) {
    line.prepend(
      make("span", { className: "mark", title: `Read last on ${whole(checkedAt)}` }, "Stale"),
    );
  }
  return line;
}

function added({ addedAt, addedBy }) {
  const time = make("time", { dateTime: addedAt, title: whole(addedAt) }, ago(addedAt));
  const line = make("span", {}, time);
  if (addedBy) {
    line.append(make("small", {}, `by ${addedBy}`));
  }
  return line;
}
