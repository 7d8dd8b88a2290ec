import { Completions, takesFiles } from "./commands.js";
import { byId, make } from "./dom.js";
import { collectPicked } from "./files.js";
import { memory } from "./memory.js";
import { Tray } from "./tray.js";

const STILL_UPLOADING = "Your message is sent as soon as its files are uploaded.";
const NO_FILES_FOR_COMMANDS = "This command takes no files. Remove them to run it.";

/** The field to write in, of the room or of a thread. */
export class Composer {
  #form;
  #parts = {};
  #completions;
  #tray;
  #place = "";
  #wanted = false;
  #takesFiles;
  #on;

  /** @param on what happens: `send(text, files)` and `stop()` */
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
    this.#takesFiles = platform.takesFiles;
    this.#tray = new Tray(this.#parts.tray, platform, {
      changed: () => this.#filesChanged(),
      emptied: () => this.focus(),
      refused: (sentence) => this.hint(sentence, "failure"),
    });
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
    collectPicked(this.#parts, (files) => this.addFiles(files));
  }

  addFiles(files) {
    if (this.#takesFiles) {
      this.hint("");
      this.#tray.add(files);
      // on touch screens focus would raise the keyboard
      if (matchMedia("(hover: hover)").matches) {
        this.focus();
      }
    }
  }

  /** Whether files hover over the page that would be added here. */
  awaitDrop(hovering) {
    this.#form.toggleAttribute("data-dragging", hovering && this.#takesFiles);
  }

  #filesChanged() {
    this.#ready();
    if (this.#wanted && !this.#tray.isBusy) {
      this.#submit();
    }
  }

  #ready() {
    const { text, send } = this.#parts;
    send.disabled = text.value.trim() === "" && this.#tray.isEmpty;
  }

  #typed() {
    const { text } = this.#parts;
    this.#ready();
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
    this.#wanted = false;
    if (words.startsWith("/") && !takesFiles(words) && !this.#tray.isEmpty) {
      this.hint(NO_FILES_FOR_COMMANDS, "failure");
    } else if (this.#tray.isBusy) {
      this.#wanted = true;
      this.hint(STILL_UPLOADING);
    } else if (words || !this.#tray.isEmpty) {
      const files = this.#tray.take();
      text.value = "";
      this.#typed();
      this.hint("");
      this.#on.send(words, files);
    }
  }

  /** Writes to another place from now on; what was begun there before is still there. */
  settle(place, placeholder, room = place) {
    const { text } = this.#parts;
    this.#place = place;
    this.#wanted = false;
    this.#tray.settle(room, place);
    text.value = memory.get(`text.${place}`) || "";
    text.placeholder = placeholder;
    this.hint("");
    this.#typed();
  }

  /** Puts a message back that was not taken, before whatever was written since. */
  giveBack(words, files) {
    const { text } = this.#parts;
    text.value = text.value.trim() ? `${words}\n${text.value}` : words;
    this.#tray.giveBack(files);
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
