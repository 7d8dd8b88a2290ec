import { glyph, make } from "./dom.js";

export const SHEET = "M7 3h7l4 4v14H7a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM14 3v5h4";
const CROSS = "M7 7l10 10M17 7L7 17";
const SIDE = 96;

/** A number of bytes as people say it. */
export function sizeOf(bytes) {
  if (bytes < 1000) {
    return `${bytes} bytes`;
  }
  const mega = bytes / 2 ** 20;
  return mega < 1 ? `${Math.ceil(bytes / 2 ** 10)} kB` : `${Number(mega.toFixed(1))} MB`;
}

/** Shows a file that is about to be sent: its look, name, size, how far it is, and a way to drop it. */
export function chip({ source, file, name, size }, remove) {
  const look = make("span", { className: "look", "aria-hidden": "true" }, glyph(SHEET));
  const state = make("small", {}, sizeOf(size));
  const bar = make("progress", { max: 1, value: 0, "aria-label": `Upload of ${name}` });
  const close = make("button", { type: "button", "aria-label": `Remove ${name}` }, glyph(CROSS));
  close.dataset.testid = "remove-file";
  close.addEventListener("click", remove);
  const words = make("span", { className: "words" }, make("b", { title: name }, name), state);
  const element = make("li", {}, look, words, bar, close);
  element.dataset.testid = "file";
  element.dataset.name = name;
  const to = (stage) => {
    element.dataset.stage = stage;
    bar.hidden = stage !== "sending";
    state.textContent = stage === "waiting" ? "waits for the connection" : sizeOf(size);
  };
  to(file ? "ready" : "sending");
  if (source) {
    drawn(source).then((picture) => picture && look.replaceChildren(picture));
  } else if (file.picture) {
    const picture = make("img", { src: file.url, alt: "" });
    picture.addEventListener("error", () => look.replaceChildren(glyph(SHEET)));
    look.replaceChildren(picture);
  }
  return {
    element,
    progress(share) {
      to("sending");
      bar.value = share;
    },
    waiting: () => to("waiting"),
    ready: () => to("ready"),
    focus: () => close.focus(),
  };
}

/** A small picture of a picture, drawn here, for nothing but the page's own server may be loaded. */
async function drawn(source) {
  if (!source.type.startsWith("image/")) {
    return null;
  }
  try {
    const bitmap = await createImageBitmap(source, { resizeHeight: SIDE });
    const canvas = make("canvas", { width: SIDE, height: SIDE });
    const scale = Math.max(SIDE / bitmap.width, SIDE / bitmap.height);
    const [width, height] = [bitmap.width * scale, bitmap.height * scale];
    const paper = canvas.getContext("2d");
    paper.drawImage(bitmap, (SIDE - width) / 2, (SIDE - height) / 2, width, height);
    bitmap.close();
    return canvas;
  } catch {
    return null;
  }
}
