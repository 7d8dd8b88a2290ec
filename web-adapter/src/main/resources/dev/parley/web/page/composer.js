import { Completions } from "./commands.js";
import { byId, make } from "./dom.js";
import { collectFiles } from "./files.js";
import { memory } from "./person.js";

const FILES_UNREAD = "Files cannot be read here yet, so none was added. Your text is kept.";

/** The field to write in, of the room or of a thread. */
export class Composer {
  #form;
  #parts = {};
  #completions;
  #place = "";
  #on;

  /** @param on what happens: `send(text)` and `stop()` */
  constructor(form, platform, on) {
    this.#form = form;
    this.#on = on;
    form.append(byId("composer-parts").content.cloneNode(true));
    form.querySelectorAll("[data-part]").forEach((part) => {
      this.#parts[part.dataset.part] = part;
    });
    const { text, pick } = this.#parts;
    text.id = `${form.id}-text`;
    text.maxLength = platform.longestMessage;
    pick.hidden = !platform.takesFiles;
    this.#completions = new Completions(this.#parts.completions, text, `${form.id}-commands`);
    this.#listen();
  }

  #listen() {
    const { text, stop } = this.#parts;
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    text.addEventListener("input", () => this.#typed());
    text.addEventListener("keydown", (event) => this.#key(event));
    text.addEventListener("blur", () => this.#completions.close());
    stop.addEventListener("click", () => {
      this.#on.stop();
      text.focus();
    });
    collectFiles(this.#form, this.#parts, () => this.hint(FILES_UNREAD, "notice"));
  }

  #typed() {
    const { text, send } = this.#parts;
    send.disabled = text.value.trim() === "";
    if (!CSS.supports("field-sizing", "content")) {
      text.style.height = "auto";
      text.style.height = `${text.scrollHeight}px`;
    }
    memory.set(`text.${this.#place}`, text.value);
    this.#completions.look();
  }

  #key(event) {
    if (event.isComposing || this.#completions.key(event)) {
      if (!event.isComposing) {
        event.preventDefault();
        event.stopPropagation();
      }
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    }
  }

  #submit() {
    const { text } = this.#parts;
    const words = text.value.trim();
    if (words) {
      text.value = "";
      this.#typed();
      this.hint("");
      this.#on.send(words);
    }
  }

  /** Writes to another place from now on; what was begun there before is still there. */
  settle(place, placeholder) {
    const { text } = this.#parts;
    this.#place = place;
    text.value = memory.get(`text.${place}`) || "";
    text.placeholder = placeholder;
    this.hint("");
    this.#typed();
  }

  /** Puts a text back that was not taken, before whatever was written since. */
  giveBack(words) {
    const { text } = this.#parts;
    text.value = text.value.trim() ? `${words}\n${text.value}` : words;
    this.#typed();
  }

  /** Tells something right above the field; nothing takes it away. */
  hint(sentence, tone = "notice") {
    const { hint } = this.#parts;
    hint.hidden = !sentence;
    hint.dataset.tone = tone;
    const close = make("button", { type: "button" }, "Dismiss");
    close.addEventListener("click", () => this.hint(""));
    hint.replaceChildren(...(sentence ? [make("span", {}, sentence), close] : []));
  }

  /** Whether there is an answer to stop. */
  stoppable(isWriting) {
    this.#parts.stop.hidden = !isWriting;
  }

  focus() {
    this.#parts.text.focus({ preventScroll: true });
  }
}
