import { glyph, make } from "./dom.js";
import { hue, initials } from "./person.js";
import { showFiles } from "./pictures.js";
import { isAtWork, makeSteps, showSteps } from "./steps.js";
import { showOwnTimes } from "./times.js";

const CLOCK = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "short" });
const BUBBLE = "M5 6h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2z";
const STATES = { post: "final", draft: "growing", pending: "pending", private: "private" };

/** Builds and refreshes the element of one message. */
export class MessageView {
  #botName;
  #openThread;
  #run;

  /** @param run what a button below a message does: `run(line, thread)` */
  constructor(botName, openThread, run) {
    this.#botName = botName;
    this.#openThread = openThread;
    this.#run = run;
  }

  build(entry) {
    const item = make("li", { className: "message" });
    item.dataset.testid = "message";
    item.dataset.id = entry.id;
    item.parts = {
      avatar: make("span", { className: "avatar", "aria-hidden": "true" }),
      who: make("div", { className: "who" }),
      steps: makeSteps(),
      status: make("div", { className: "status", hidden: true }),
      body: make("div", { className: "body" }),
      files: make("div", { className: "files", hidden: true }),
      choices: make("div", { className: "choices", role: "group", hidden: true }),
      foot: make("div", { className: "foot" }),
    };
    item.parts.body.dataset.testid = "body";
    item.parts.status.dataset.testid = "status";
    item.parts.choices.setAttribute("aria-label", "What you can do about this");
    const { avatar, ...column } = item.parts;
    item.append(avatar, make("div", { className: "column" }, ...Object.values(column)));
    return item;
  }

  refresh(item, entry, thread) {
    const bot = entry.kind === "draft" || entry.kind === "private" || entry.bot === true;
    item.dataset.state = STATES[entry.kind];
    item.dataset.by = bot ? "bot" : "person";
    item.dataset.tone = entry.tone || "answer";
    this.#who(item, entry, bot);
    showSteps(item.parts.steps, entry);
    this.#status(item, entry);
    fill(item.parts.body, entry);
    showFiles(item.parts.files, entry.files || []);
    this.#choices(item.parts.choices, entry);
    this.#foot(item, entry, thread);
  }

  #choices(choices, entry) {
    const actions = entry.actions || [];
    choices.hidden = actions.length === 0;
    choices.replaceChildren(
      ...actions.map(({ label, line, style }) => {
        const button = make("button", { type: "button", className: style }, label);
        button.dataset.testid = "choice";
        // the second click of a double click is no second wish
        button.addEventListener(
          "click",
          (event) => event.detail > 1 || this.#run(line, entry.thread || ""),
        );
        return button;
      }),
    );
  }

  #who(item, entry, bot) {
    const name = bot ? this.#botName : entry.author.name;
    const { avatar, who } = item.parts;
    if (bot) {
      avatar.dataset.bot = "";
      avatar.replaceChildren(glyph(BUBBLE));
    } else {
      avatar.dataset.hue = hue(entry.author.id);
      avatar.textContent = initials(name);
    }
    who.replaceChildren(make("b", {}, name));
    if (bot) {
      who.append(make("span", { className: "tag" }, "Bot"));
    }
    if (entry.kind === "private") {
      who.append(make("span", { className: "only-you" }, `Only you see this · ${entry.asked}`));
    }
    who.append(stamp(entry));
  }

  #status(item, entry) {
    const { status } = item.parts;
    const waits =
      entry.kind === "draft" && !isAtWork(entry) && Boolean(entry.status || !entry.html);
    status.hidden = !waits;
    if (waits) {
      const words = entry.status || "Thinking";
      if (status.dataset.words !== words) {
        status.dataset.words = words;
        const dots = make("span", { className: "dots", "aria-hidden": "true" });
        dots.append(make("i"), make("i"), make("i"));
        status.replaceChildren(dots, words);
      }
    }
  }

  #foot(item, entry, thread) {
    const { foot } = item.parts;
    foot.replaceChildren();
    item.querySelector(".actions")?.remove();
    if (entry.kind !== "post" || !thread) {
      return;
    }
    const reply = make("button", { type: "button" }, "Reply in thread");
    reply.dataset.testid = "reply-in-thread";
    reply.addEventListener("click", () => this.#openThread(thread.root, reply));
    item.append(make("div", { className: "actions" }, reply));
    if (thread.replies > 0) {
      const words = thread.replies === 1 ? "1 reply" : `${thread.replies} replies`;
      const link = make("button", { type: "button", className: "replies" }, glyph(BUBBLE), words);
      link.dataset.testid = "replies";
      link.addEventListener("click", () => this.#openThread(thread.root, link));
      foot.append(link);
    }
  }
}

function stamp(entry) {
  if (!entry.at) {
    return make("time", {}, entry.kind === "pending" ? "sending …" : "");
  }
  const at = new Date(entry.at);
  return make("time", { dateTime: entry.at, title: FULL.format(at) }, CLOCK.format(at));
}

/** Replaces only what changed, so that selected words stay selected while an answer grows. */
function fill(body, entry) {
  const template = document.createElement("template");
  if (entry.kind === "pending") {
    template.content.append(make("p", {}, entry.text));
  } else {
    template.innerHTML = entry.html;
  }
  const nodes = [...template.content.childNodes].filter(
    (node) => node.nodeType !== Node.TEXT_NODE || node.data.trim(),
  );
  const sources = nodes.map((node) => node.outerHTML || node.data);
  const before = body.sources || [];
  const different = sources.findIndex((source, index) => source !== before[index]);
  const same = different < 0 ? sources.length : different;
  while (body.childNodes.length > same) {
    body.lastChild.remove();
  }
  nodes.slice(same).forEach(showOwnTimes);
  body.append(...nodes.slice(same).map(dressed));
  body.sources = sources;
}

function dressed(node) {
  if (node.nodeName === "PRE") {
    return codeBlock(node);
  }
  if (node.nodeName === "TABLE") {
    return make("div", { className: "wide", tabIndex: 0 }, node);
  }
  node.querySelectorAll?.("pre").forEach((pre) => {
    const place = document.createComment("");
    pre.replaceWith(place);
    place.replaceWith(codeBlock(pre));
  });
  return node;
}

function codeBlock(pre) {
  const language = pre.firstElementChild?.className.replace("language-", "") || "text";
  const copy = make("button", { type: "button" }, "Copy");
  copy.dataset.testid = "copy-code";
  copy.addEventListener("click", async () => {
    copy.textContent = (await copied(pre.textContent)) ? "Copied" : "Not copied";
    setTimeout(() => (copy.textContent = "Copy"), 1600);
  });
  pre.tabIndex = 0;
  return make(
    "div",
    { className: "block" },
    make("div", { className: "block-top" }, make("span", {}, language), copy),
    pre,
  );
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
