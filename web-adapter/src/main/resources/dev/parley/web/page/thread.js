import { byId } from "./dom.js";
import { MessageList } from "./messages.js";
import { MessageView } from "./message.js";

/** The panel beside the room that shows one thread. */
export class ThreadPanel {
  #panel = byId("thread");
  #list;
  composer;
  #opener = null;
  root = "";

  constructor(botName, composer, run) {
    this.#list = new MessageList(
      byId("thread-messages"),
      byId("thread-scroll"),
      new MessageView(botName, () => {}, run),
    );
    this.composer = composer;
    byId("thread-close").addEventListener("click", () => this.close());
  }

  get isOpen() {
    return !this.#panel.hidden;
  }

  open(root, opener, room) {
    this.root = root;
    this.#opener = opener;
    this.#panel.hidden = false;
    this.#list.clear();
    this.composer.settle(`${room}.${root}`, "Reply in this thread", room);
    this.composer.focus();
  }

  show(conversation) {
    if (this.isOpen) {
      this.#list.show(conversation.thread(this.root), null);
    }
  }

  toEnd() {
    this.#list.toEnd();
  }

  close() {
    this.root = "";
    this.#panel.hidden = true;
    if (this.#opener?.isConnected) {
      this.#opener.focus();
    } else {
      byId("composer-text").focus();
    }
  }
}
