import { make } from "./dom.js";

/** Shows a passage as it is written: nothing in it is a part of this page. */
export function passageItem(passage, { title }, ...above) {
  const place = [title, ...passage.headings].join(" › ");
  const page = passage.page ? `, page ${passage.page}` : "";
  const item = make(
    "li",
    {},
    make("p", { className: "place" }, ...above, place + page),
    make("div", { className: "passage-text" }, passage.text),
  );
  item.dataset.testid = "passage";
  return item;
}
