import { rootOf } from "./conversation.js";
import { make } from "./dom.js";

const NEAR_END = 90;
const DAY = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });

/** A list of messages that scrolls along as long as its reader is at the end. */
export class MessageList {
  #list;
  #scroller;
  #view;
  #follows = true;
  #items = new Map();
  #shown = new WeakMap();

  constructor(list, scroller, view) {
    this.#list = list;
    this.#scroller = scroller;
    this.#view = view;
    scroller.addEventListener("scroll", () => (this.#follows = this.isAtEnd()));
    list.addEventListener("load", () => this.#follows && this.toEnd(), true);
    new ResizeObserver(() => this.#follows && this.toEnd()).observe(scroller);
  }

  clear() {
    this.#items.clear();
    this.#list.replaceChildren();
    this.#follows = true;
  }

  isAtEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    return scrollHeight - scrollTop - clientHeight < NEAR_END;
  }

  toEnd() {
    this.#follows = true;
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }

  /** Shows these entries; threads are offered where the conversation tells of them. */
  show(entries, conversation) {
    const wanted = [];
    let day = "";
    for (const entry of entries) {
      const today = entry.at ? DAY.format(new Date(entry.at)) : day;
      if (today !== day) {
        wanted.push(this.#day(today));
        day = today;
      }
      wanted.push(this.#item(entry, conversation));
    }
    this.#arrange(wanted);
    if (this.#follows) {
      this.toEnd();
    }
  }

  #day(words) {
    const key = `day ${words}`;
    const known = this.#items.get(key) || make("li", { className: "day" }, words);
    this.#items.set(key, known);
    return known;
  }

  #item(entry, conversation) {
    const item = this.#items.get(entry.id) || this.#view.build(entry);
    this.#items.set(entry.id, item);
    const thread = this.#thread(entry, conversation);
    const shown = this.#shown.get(item);
    if (shown?.entry !== entry || shown.replies !== thread?.replies) {
      this.#shown.set(item, { entry, replies: thread?.replies });
      this.#view.refresh(item, entry, thread);
    }
    return item;
  }

  #thread(entry, conversation) {
    if (!conversation || entry.kind !== "post") {
      return null;
    }
    const root = rootOf(entry);
    return { root, replies: conversation.carriesThread(entry) ? conversation.replies(root) : 0 };
  }

  #arrange(wanted) {
    const keep = new Set(wanted);
    for (const [key, item] of this.#items) {
      if (!keep.has(item)) {
        item.remove();
        this.#items.delete(key);
      }
    }
    wanted.forEach((item, index) => {
      const there = this.#list.children[index];
      if (there !== item) {
        this.#list.insertBefore(item, there || null);
      }
    });
  }
}
