import { announce } from "./announce.js";
import { post, roomPath } from "./api.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { byId, wordsOf } from "./dom.js";
import { collectDropped, collectPasted } from "./files.js";
import { MessageView } from "./message.js";
import { MessageList } from "./messages.js";
import { Outbox } from "./outbox.js";
import { person } from "./person.js";
import { Rooms } from "./rooms.js";
import { RoomStream } from "./stream.js";
import { ThreadPanel } from "./thread.js";

const LOST = "The connection is lost. What you write is kept and sent once it is back.";
const LOST_AFTER = 1500;

/** Holds the open room together: what comes in is shown, what is written is sent. */
export class ChatPage {
  #conversation = new Conversation();
  #list;
  #composer;
  #thread;
  #rooms = new Rooms((room) => this.#open(room));
  #outbox;
  #stream;
  #lostTimer = 0;
  #unseen = 0;
  #announcePost;

  constructor(platform, announcePost) {
    this.#announcePost = announcePost;
    const run = (line, thread) => this.#send(line, thread, []);
    const view = new MessageView(
      platform.bot,
      (root, opener) => this.#openThread(root, opener),
      run,
    );
    this.#list = new MessageList(byId("messages"), byId("scroll"), view);
    this.#composer = this.#composerAt("composer", platform, () => "");
    const inThread = this.#composerAt("thread-composer", platform, () => this.#thread.root);
    this.#thread = new ThreadPanel(platform.bot, inThread, run);
    this.#outbox = new Outbox({
      sent: (message, answer) => this.#sent(message, answer),
      waits: (message, problem) => this.#waits(message, problem.message),
      refused: (message, problem) => this.#refused(message, problem),
    });
    this.#stream = new RoomStream(
      (change) => this.#changed(change),
      (state, sentence) => this.#state(state, sentence),
    );
  }

  #composerAt(id, platform, thread) {
    return new Composer(byId(id), platform, {
      send: (text, files) => this.#send(text, thread(), files),
      stop: () => this.#stop(thread()),
    });
  }

  start() {
    byId("to-end").addEventListener("click", () => this.#toEnd());
    byId("scroll").addEventListener("scroll", () => this.#list.isAtEnd() && this.#seen());
    document.addEventListener("keydown", (event) => this.#key(event));
    collectDropped((target) => this.#composerBeside(target));
    collectPasted((target) => this.#composerBeside(target));
    document.addEventListener("visibilitychange", () => document.hidden || this.#title(0));
    this.#rooms.start();
    this.#outbox.send();
  }

  #open(room) {
    if (this.#thread.isOpen) {
      this.#thread.close();
    }
    this.#conversation = new Conversation();
    this.#list.clear();
    byId("room-title").textContent = Rooms.title(room);
    this.#title(0);
    this.#composer.settle(room, `Message ${Rooms.title(room)}`);
    this.#outbox.unsent(room).forEach((message) => this.#conversation.sending(message));
    this.#stream.follow(room);
    this.#show();
    // on touch screens focus would raise the keyboard over the room
    if (matchMedia("(hover: hover)").matches) {
      this.#composer.focus();
    }
  }

  #changed(change) {
    const wasAtEnd = this.#list.isAtEnd();
    const arrived = this.#conversation.apply(change);
    this.#show();
    const others = arrived.filter((entry) => entry.author.id !== person.id);
    others.forEach((entry) => this.#announcePost(entry));
    if (!wasAtEnd && others.some((entry) => !entry.thread)) {
      byId("to-end").hidden = false;
    }
    if (document.hidden && others.length) {
      this.#title(this.#unseen + others.length);
    }
  }

  #show() {
    const entries = this.#conversation.main();
    this.#list.show(entries, this.#conversation);
    this.#thread.show(this.#conversation);
    byId("welcome").hidden = entries.length > 0 || !this.#conversation.settled;
    this.#composer.stoppable(this.#conversation.ownDraft(person.id, ""));
    if (this.#thread.isOpen) {
      const draft = this.#conversation.ownDraft(person.id, this.#thread.root);
      this.#thread.composer.stoppable(draft);
    }
  }

  #send(text, thread, files) {
    const message = this.#outbox.add(this.#rooms.current, thread, text, files);
    if (!text.startsWith("/")) {
      this.#conversation.sending(message);
    }
    this.#show();
    if (thread) {
      this.#thread.toEnd();
    } else {
      this.#toEnd();
    }
  }

  #sent(message, answer) {
    this.#composerOf(message).hint("");
    if (answer.reply) {
      const at = new Date().toISOString();
      const { thread } = message;
      this.#conversation.whisper({
        id: `w-${message.id}`,
        at,
        thread,
        asked: message.text,
        ...answer.reply,
      });
      announce(wordsOf(answer.reply.html));
      this.#show();
      this.#toEnd();
    }
    this.#rooms.refresh();
  }

  #waits(message, sentence) {
    // a lost connection is told by the banner already
    if (byId("app").dataset.connection === "live") {
      this.#composerOf(message).hint(sentence);
    }
  }

  #refused(message, problem) {
    this.#conversation.takeBack(message.id);
    const composer = this.#composerOf(message);
    composer.giveBack(message.text, problem.gone ? [] : message.files || []);
    composer.hint(problem.message, "failure");
    this.#show();
  }

  #composerBeside(target) {
    return byId("thread").contains(target) ? this.#thread.composer : this.#composer;
  }

  #composerOf(message) {
    const here = message.thread && message.thread === this.#thread.root;
    return here ? this.#thread.composer : this.#composer;
  }

  async #stop(thread) {
    const draft = this.#conversation.ownDraft(person.id, thread);
    if (draft) {
      const { turn, conversation } = draft;
      const wish = { turn, conversation, user: person.id };
      await post(`${roomPath(this.#rooms.current)}/stop`, wish).catch((problem) => {
        // an answer that ended meanwhile needs no stop
        if (problem.status !== 409) {
          this.#composer.hint(problem.message, "failure");
        }
      });
    }
  }

  #openThread(root, opener) {
    this.#thread.open(root, opener, this.#rooms.current);
    this.#show();
    this.#thread.toEnd();
  }

  #key(event) {
    if (event.key !== "Escape" || event.defaultPrevented) {
      return;
    }
    const inThread = byId("thread").contains(document.activeElement);
    const root = inThread ? this.#thread.root : "";
    if (this.#conversation.ownDraft(person.id, root)) {
      this.#stop(root);
    } else if (inThread) {
      this.#thread.close();
    }
  }

  #state(state, sentence) {
    byId("app").dataset.connection = state;
    if (state === "live") {
      clearTimeout(this.#lostTimer);
      this.#lostTimer = 0;
      this.#banner("");
      this.#outbox.send();
    } else if (sentence) {
      this.#banner(sentence);
    } else if (!this.#lostTimer) {
      // a connection that is back at once is not worth a word
      this.#lostTimer = setTimeout(() => this.#banner(LOST), LOST_AFTER);
    }
  }

  #banner(sentence) {
    if (sentence && byId("banner").hidden) {
      this.#composer.hint("");
      this.#thread.composer.hint("");
    }
    byId("banner").textContent = sentence;
    byId("banner").hidden = !sentence;
  }

  #toEnd() {
    this.#list.toEnd();
    this.#seen();
  }

  #seen() {
    byId("to-end").hidden = true;
  }

  #title(unseen) {
    this.#unseen = unseen;
    const room = Rooms.title(this.#rooms.current);
    document.title = `${unseen ? `(${unseen}) ` : ""}${room} · ${byId("brand-name").textContent}`;
  }
}
