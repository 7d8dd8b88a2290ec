import { byId, make } from "./dom.js";
import { passageItem } from "./passage.js";
import { counted } from "./words.js";

const IDS = { channel: "Id of the channel", person: "Id of the person" };

/** Tries what a question finds, with the eyes of those who would ask it. */
export class Trial {
  #desk = null;
  #tell;

  constructor(tell) {
    this.#tell = tell;
    const viewer = byId("viewer");
    viewer.addEventListener("change", () => {
      byId("viewer-id-field").hidden = !(viewer.value in IDS);
      byId("viewer-id-label").textContent = IDS[viewer.value] ?? "";
    });
    byId("trial-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#search(event.target);
    });
  }

  settle(desk) {
    this.#desk = desk;
    byId("found").textContent = "";
    byId("passages-found").replaceChildren();
  }

  async #search(form) {
    const { query, viewer, id } = Object.fromEntries(new FormData(form));
    byId("found").textContent = "Searching …";
    this.#tell(null);
    try {
      const question = viewer in IDS ? { query, viewer, id } : { query, viewer };
      this.#show(await this.#desk.search(question));
    } catch (problem) {
      byId("found").textContent = problem.message;
      byId("passages-found").replaceChildren();
    }
  }

  #show({ passages, empty }) {
    const fitting = passages.filter(({ relevant }) => relevant).length;
    byId("found").textContent = words(passages.length, fitting, empty);
    byId("passages-found").replaceChildren(...passages.map(found));
  }
}

function words(count, fitting, empty) {
  if (empty) {
    return "There are no documents here yet.";
  }
  if (count === 0) {
    return "Nothing is found that they may see.";
  }
  return `${counted(count, "passage", "passages")}, ${fitting} of them likely to answer the question.`;
}

function found({ document, title, mark, score, relevant, passage }) {
  const link = make("a", { href: `#document/${document}` }, mark);
  const fit = make("span", { className: relevant ? "mark fits" : "mark" }, relevant ? "Fits" : "Weak");
  const item = passageItem(
    passage,
    { title },
    link,
    " ",
    fit,
  );
  item.querySelector(".place").append(make("small", {}, ` · score ${score.toFixed(3)}`));
  item.dataset.testid = "found-passage";
  return item;
}
