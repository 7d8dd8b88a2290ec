import { SHEET, sizeOf } from "./chip.js";
import { glyph, make } from "./dom.js";

/** Shows the files of a message: pictures as such, others as links to save them. */
export function showFiles(place, files) {
  const key = files.map((file) => file.url).join(" ");
  if (place.dataset.shown === key) {
    return;
  }
  place.dataset.shown = key;
  place.hidden = files.length === 0;
  place.replaceChildren(...files.map((file) => (file.picture ? picture(file) : link(file))));
}

function picture(file) {
  const image = make("img", { alt: file.description, loading: "lazy", decoding: "async" });
  image.dataset.testid = "picture";
  const opener = make("a", { href: file.url, target: "_blank", rel: "noopener" }, image);
  opener.title = file.description;
  image.addEventListener("error", () => opener.replaceWith(gone()));
  image.src = file.url;
  return opener;
}

function gone() {
  const words = make("p", { className: "gone" }, "This picture is not kept any more.");
  words.dataset.testid = "picture-gone";
  return words;
}

function link(file) {
  const size = make("small", {}, file.size ? sizeOf(file.size) : "");
  const saver = make("a", { className: "saver", href: file.url, download: file.name });
  saver.append(glyph(SHEET), make("span", {}, file.name), size);
  saver.dataset.testid = "saver";
  return saver;
}
