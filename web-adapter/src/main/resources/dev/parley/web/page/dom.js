import { showOwnTimes } from "./times.js";

export const byId = (id) => document.getElementById(id);

/** Makes an element: `make("b", { className: "x" }, "text", child)`. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) {
      element[name] = value;
    } else {
      element.setAttribute(name, value);
    }
  }
  element.append(...children);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** Makes an icon that is drawn with one line. */
export function glyph(path) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "glyph");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

/** The words of rendered text. */
export function wordsOf(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  showOwnTimes(template.content);
  return template.content.textContent.replace(/\s+/g, " ").trim();
}
