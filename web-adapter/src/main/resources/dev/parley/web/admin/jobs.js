import { announce } from "./announce.js";
import { byId, make } from "./dom.js";
import { ago, kindOf, stageOf } from "./words.js";

const OFTEN = 1000;
const SELDOM = 10000;
const SHOWN = 8;
const TELLING = new Set(["failed", "unchanged"]);

/** What is being read, and what could not be: looked at often while something is under way. */
export class Jobs {
  #desk = null;
  #ended;
  #timer = 0;
  #active = new Map();
  #all = [];
  #whole = false;

  /** @param ended called once some of what was under way is over */
  constructor(ended) {
    this.#ended = ended;
    byId("jobs-more").addEventListener("click", () => {
      this.#whole = !this.#whole;
      this.#show();
    });
    document.addEventListener("visibilitychange", () => document.hidden || this.look());
  }

  settle(desk) {
    this.#desk = desk;
    this.#active = new Map();
    this.#all = [];
    this.look();
  }

  async look() {
    clearTimeout(this.#timer);
    const desk = this.#desk;
    const answer = await desk.jobs().catch(() => null);
    if (desk !== this.#desk) {
      return;
    }
    if (answer) {
      this.#take(answer.jobs);
    }
    clearTimeout(this.#timer);
    if (!document.hidden) {
      this.#timer = setTimeout(() => this.look(), this.#active.size ? OFTEN : SELDOM);
    }
  }

  #take(jobs) {
    const under = new Map(jobs.filter((job) => !job.over).map((job) => [job.id, job]));
    const over = jobs.filter((job) => job.over && this.#active.has(job.id));
    const vanished = [...this.#active.keys()].some((id) => !jobs.some((job) => job.id === id));
    for (const job of over) {
      announce(`${job.name}: ${stageOf(job.stage)}. ${job.told}`);
    }
    const isNew = [...under.keys()].some((id) => !this.#active.has(id));
    this.#active = under;
    this.#all = jobs.filter((job) => !job.over || TELLING.has(job.stage));
    this.#show();
    if (over.length || vanished || isNew) {
      this.#ended();
    }
  }

  #show() {
    const count = this.#active.size;
    byId("work").hidden = this.#all.length === 0;
    byId("work-heading").textContent = count ? "Being read" : "Read lately";
    const first = [...this.#all].sort((one, other) => one.over - other.over);
    const shown = this.#whole ? first : first.slice(0, SHOWN);
    byId("jobs").replaceChildren(...shown.map(item));
    byId("jobs-more").hidden = first.length <= SHOWN;
    byId("jobs-more").textContent = this.#whole
      ? "Show fewer"
      : `Show ${first.length - SHOWN} more`;
  }
}

function item(job) {
  const state = make("span", { className: "stage" }, stageOf(job.stage));
  const parts = [
    make("b", { title: job.name }, job.name || kindOf(job.kind)),
    state,
    make("small", {}, job.told || ago(job.since)),
  ];
  if (!job.over) {
    const bar = make("progress", { "aria-label": `Progress of ${job.name}` });
    if (job.of > 0) {
      bar.max = job.of;
      bar.value = job.done;
      state.textContent = `${stageOf(job.stage)}: ${job.done} of ${job.of} passages`;
    }
    parts.push(bar);
  }
  const element = make("li", {}, ...parts);
  element.dataset.testid = "job";
  element.dataset.stage = job.stage;
  return element;
}
