import { announce } from "./announce.js";
import { discard, upload } from "./api.js";
import { chip, sizeOf } from "./chip.js";
import { memory } from "./memory.js";
import { person } from "./person.js";

const RETRY = 3000;

/**
 * The files that go with the next message of each place. Each file is uploaded as soon as it is
 * added, again until the server has it; those that it has are remembered over a reload.
 */
export class Tray {
  #list;
  #limits;
  #on;
  #places = new Map();
  #place;

  /** @param on what happens: `changed()`, `emptied()`, `refused(sentence)` */
  constructor(list, { largestFile, mostFiles }, on) {
    this.#list = list;
    this.#limits = { largestFile, mostFiles };
    this.#on = on;
  }

  /** Collects for another place from now on; what was begun there before is still there. */
  settle(room, key) {
    if (!this.#places.has(key)) {
      this.#places.set(key, new Place(room, key, (place) => this.#show(place)));
    }
    this.#place = this.#places.get(key);
    this.#place.on = this.#on;
    this.#show(this.#place);
  }

  #show(place) {
    if (place === this.#place) {
      this.#list.hidden = this.isEmpty;
      this.#list.replaceChildren(...place.entries.map((entry) => entry.chip.element));
      this.#on.changed();
    }
  }

  get isEmpty() {
    return this.#place.entries.length === 0;
  }

  /** Whether some are still on their way. */
  get isBusy() {
    return this.#place.entries.some((entry) => !entry.file);
  }

  add(files) {
    const { largestFile, mostFiles } = this.#limits;
    const refusals = [];
    for (const source of files) {
      if (this.#place.entries.length >= mostFiles) {
        refusals.push(`A message may have at most ${mostFiles} files.`);
        break;
      } else if (source.size > largestFile) {
        refusals.push(`${source.name} is larger than ${sizeOf(largestFile)}.`);
      } else if (source.size === 0) {
        refusals.push(`${source.name} is empty.`);
      } else {
        this.#place.begin(source);
      }
    }
    if (refusals.length) {
      this.#on.refused(refusals.join(" "));
    }
  }

  /** Hands out the uploaded files, and is empty then. */
  take() {
    return this.#place.take();
  }

  /** Puts files back that were not sent after all. */
  giveBack(files) {
    this.#place.giveBack(files);
  }
}

/** The files of one place, which go on being uploaded while another one is open. */
class Place {
  #room;
  #memory;
  #changed;
  entries;
  on;

  constructor(room, key, changed) {
    this.#room = room;
    this.#memory = `files.${key}`;
    this.#changed = changed;
    this.entries = remembered(this.#memory).map((file) => this.#entry({ file }));
  }

  #entry(entry) {
    const { name, size } = entry.source || entry.file;
    entry.name = name;
    entry.chip = chip({ ...entry, size }, () => this.#remove(entry));
    return entry;
  }

  begin(source) {
    const entry = this.#entry({ source });
    this.entries.push(entry);
    this.#update();
    announce(`${entry.name} is added.`);
    this.#send(entry);
  }

  async #send(entry) {
    const sending = upload(this.#room, person.id, entry.source, (share) =>
      entry.chip.progress(share),
    );
    entry.stop = sending.stop;
    try {
      const { id, file } = await sending.done;
      if (entry.dropped) {
        discard(this.#room, person.id, id);
        return;
      }
      entry.file = { id, ...file };
      entry.chip.ready();
      this.#update();
    } catch (problem) {
      this.#failed(entry, problem);
    }
  }

  #failed(entry, problem) {
    if (entry.dropped) {
      return;
    }
    if (problem.passing) {
      entry.chip.waiting();
      entry.timer = setTimeout(() => this.#send(entry), RETRY);
    } else {
      this.#drop(entry);
      this.on.refused(`${entry.name} was not added. ${problem.message}`);
    }
  }

  #remove(entry) {
    const at = this.entries.indexOf(entry);
    if (entry.file) {
      discard(this.#room, person.id, entry.file.id);
    }
    this.#drop(entry);
    announce(`${entry.name} is removed.`);
    const next = this.entries[Math.min(at, this.entries.length - 1)];
    if (next) {
      next.chip.focus();
    } else {
      this.on.emptied();
    }
  }

  #drop(entry) {
    entry.dropped = true;
    clearTimeout(entry.timer);
    entry.stop?.();
    this.entries = this.entries.filter((other) => other !== entry);
    this.#update();
  }

  take() {
    const files = this.entries.map((entry) => entry.file);
    this.entries = [];
    this.#update();
    return files;
  }

  giveBack(files) {
    this.entries.unshift(...files.map((file) => this.#entry({ file })));
    this.#update();
  }

  #update() {
    const files = this.entries.flatMap((entry) => entry.file || []);
    memory.set(this.#memory, files.length ? JSON.stringify(files) : "");
    this.#changed(this);
  }
}

function remembered(name) {
  try {
    return JSON.parse(memory.get(name) || "[]");
  } catch {
    return [];
  }
}
