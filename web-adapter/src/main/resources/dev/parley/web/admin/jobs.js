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
  #active = new Set();
  /** Those that were over when they were looked at last; null before the first look. */
  #over = null;
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
    this.#active = new Set();
    this.#over = null;
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
    const over = jobs.filter((job) => job.over);
    const ended = over.filter(({ id }) => this.#over && !this.#over.has(id));
    const vanished = [...this.#active].some((id) => !jobs.some((job) => job.id === id));
    for (const job of ended) {
      announce(`${job.name}: ${stageOf(job.stage)}. ${job.told}`);
    }
    this.#over = new Set(over.map(({ id }) => id));
    this.#active = new Set(jobs.filter((job) => !job.over).map(({ id }) => id));
    this.#all = jobs.filter((job) => !job.over || TELLING.has(job.stage));
    this.#show();
    if (ended.length || vanished) {
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
