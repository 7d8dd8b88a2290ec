/** Where a thread hangs: from the question, which an answer names as its turn. */
export const rootOf = (post) => post.turn || post.id;

/** What one room shows: posts, growing drafts, and what this page is about to send. */
export class Conversation {
  #entries = new Map();
  #arrivals = 0;
  #settled = false;

  /** Takes what the server sent; returns the posts that arrived since the first view. */
  apply(change) {
    const arrived = [];
    for (const post of change.posts) {
      if (this.#entries.get(post.id)?.kind !== "post") {
        arrived.push(post);
      }
      this.#put(post.id, { ...post, kind: "post" });
    }
    this.#replaceDrafts(change);
    const fresh = this.#settled ? arrived : [];
    this.#settled = true;
    return fresh;
  }

  #replaceDrafts(change) {
    const living = new Set(change.draftIds);
    for (const [id, entry] of this.#entries) {
      if (entry.kind === "draft" && !living.has(id)) {
        this.#entries.delete(id);
      }
    }
    for (const draft of change.drafts) {
      if (this.#entries.get(draft.id)?.kind !== "post") {
        this.#put(draft.id, { ...draft, kind: "draft" });
      }
    }
  }

  /** A message of this page that is on its way. */
  sending(message) {
    if (!this.#entries.has(message.id)) {
      this.#put(message.id, { ...message, kind: "pending" });
    }
  }

  /** A message that did not get through after all. */
  takeBack(id) {
    if (this.#entries.get(id)?.kind === "pending") {
      this.#entries.delete(id);
    }
  }

  /** The answer to a command that only this person sees. */
  whisper(reply) {
    this.#put(reply.id, { ...reply, kind: "private" });
  }

  #put(id, entry) {
    const before = this.#entries.get(id);
    const stays = before && before.kind !== "pending";
    entry.order = stays ? before.order : ++this.#arrivals;
    this.#entries.set(id, entry);
    // an answer can begin to grow before its question is posted
    const answer = this.#entries.get(`reply-${id}`);
    if (answer && answer.order < entry.order) {
      answer.order = ++this.#arrivals;
    }
  }

  /** Whether the room has said what is in it. */
  get settled() {
    return this.#settled;
  }

  /** What stands in the room itself, in order. */
  main() {
    return this.#sorted((entry) => !entry.thread);
  }

  /** What stands in a thread: the exchange that it hangs from, then the thread. */
  thread(root) {
    const head = this.#sorted((entry) => !entry.thread && this.#isHead(entry, root));
    return [...head, ...this.#sorted((entry) => entry.thread === root)];
  }

  #isHead(entry, root) {
    return entry.kind === "post" && rootOf(entry) === root;
  }

  #sorted(wanted) {
    return [...this.#entries.values()].filter(wanted).sort((a, b) => a.order - b.order);
  }

  /** How many posts a thread has. */
  replies(root) {
    return [...this.#entries.values()].filter(
      (entry) => entry.kind === "post" && entry.thread === root,
    ).length;
  }

  /** Whether this post shows its thread's link: the last of the exchange does. */
  carriesThread(post) {
    const answer = this.#entries.get(`reply-${rootOf(post)}`);
    return post.turn ? true : answer?.kind !== "post";
  }

  /** The answer that grows for this person, in the room or in one thread. */
  ownDraft(personId, thread) {
    return [...this.#entries.values()].find(
      (entry) =>
        entry.kind === "draft" && entry.asker === personId && (entry.thread || "") === thread,
    );
  }
}
