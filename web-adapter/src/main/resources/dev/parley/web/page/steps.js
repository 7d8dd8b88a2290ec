import { glyph, make } from "./dom.js";

const SIGNS = {
  done: "M5 13l4 4L19 7",
  failed: "M6 6l12 12M18 6L6 18",
  waiting: "M12 7v5l3 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
};
const WORDS = { running: "running", done: "done", failed: "failed", waiting: "waiting" };

/** What tools do for an answer: a list while it grows, folded up once it is there. */
export function makeSteps() {
  const list = make("ul", { className: "step-list", role: "list" });
  const box = make("div", { className: "steps", hidden: true });
  box.dataset.testid = "steps";
  box.list = list;
  return box;
}

export function showSteps(box, entry) {
  const steps = entry.steps || [];
  box.hidden = steps.length === 0;
  fill(box.list, steps);
  if (box.hidden) {
    box.replaceChildren();
  } else if (entry.kind === "draft") {
    grow(box);
  } else {
    fold(box, steps.length);
  }
}

/** Whether a tool still runs, so that nothing else needs to be said about what the bot is at. */
export const isAtWork = (entry) =>
  (entry.steps || []).some(({ state }) => state === "running" || state === "waiting");

/** Each change is told to people who listen, and only the change. */
function grow(box) {
  if (box.firstElementChild !== box.list) {
    box.setAttribute("role", "status");
    box.setAttribute("aria-live", "polite");
    box.setAttribute("aria-atomic", "false");
    box.replaceChildren(box.list);
  }
}

function fold(box, count) {
  const words = count === 1 ? "Used a tool" : `Used ${count} tools`;
  if (box.firstElementChild?.tagName !== "DETAILS") {
    ["role", "aria-live", "aria-atomic"].forEach((name) => box.removeAttribute(name));
    const summary = make("summary", {});
    summary.dataset.testid = "steps-summary";
    box.replaceChildren(make("details", {}, summary, box.list));
  }
  box.querySelector("summary").textContent = words;
}

function fill(list, steps) {
  const wanted = new Set(steps.map(({ id }) => id));
  [...list.children].filter((item) => !wanted.has(item.dataset.id)).forEach((item) => item.remove());
  steps.forEach((step, index) => {
    const there = [...list.children].find((item) => item.dataset.id === step.id);
    const item = there || make("li", {});
    if (list.children[index] !== item) {
      list.insertBefore(item, list.children[index] || null);
    }
    refresh(item, step);
  });
}

function refresh(item, { id, title, state, detail }) {
  const said = [title, state, detail].join("\n");
  if (item.said === said) {
    return;
  }
  item.said = said;
  Object.assign(item.dataset, { testid: "step", id, state });
  const sign = make("span", { className: "sign", "aria-hidden": "true" });
  if (SIGNS[state]) {
    sign.append(glyph(SIGNS[state]));
  }
  const more = detail ? [make("small", {}, detail)] : [];
  const heard = make("span", { className: "hidden" }, `, ${WORDS[state]}`);
  item.replaceChildren(sign, make("span", { className: "what" }, title), ...more, heard);
}
