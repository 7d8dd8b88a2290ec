import { Adding } from "./add.js";
import { overview, Desk, signOut } from "./desk.js";
import { Detail } from "./detail.js";
import { Documents } from "./documents.js";
import { byId, make } from "./dom.js";
import { Jobs } from "./jobs.js";
import { memory } from "./memory.js";
import { startTheme } from "./theme.js";
import { Trial } from "./trial.js";

const TENANT = "admin.tenant";
const VIEWS = ["documents", "detail", "search"];

const PLATFORMS = { slack: "Slack", discord: "Discord", web: "Web chat" };

function tell(problem) {
  byId("banner").textContent = problem?.message ?? "";
  byId("banner").hidden = !problem;
}

function nameOf({ platform, name }) {
  const known = PLATFORMS[platform] ?? platform;
  return platform === "web" ? known : `${known} · ${name}`;
}

/** The page for one tenant at a time: which part of it is open, its address says. */
class AdminPage {
  #documents;
  #detail;
  #trial;
  #jobs;
  #adding;

  constructor({ tenants, limits }) {
    const changed = () => this.#jobs.look();
    this.#documents = new Documents(tell, (count) => this.#filled(count));
    this.#detail = new Detail(tell, changed);
    this.#trial = new Trial(tell);
    this.#jobs = new Jobs(() => {
      this.#documents.refresh();
      this.#detail.refresh();
    });
    this.#adding = new Adding(limits, () => this.#jobs.look());
    this.#startTenants(tenants);
    addEventListener("hashchange", () => this.#open());
    byId("add-open").addEventListener("click", () => this.#adding.open());
    byId("add-first").addEventListener("click", () => this.#adding.open());
  }

  #startTenants(tenants) {
    const choice = byId("tenant");
    choice.replaceChildren(
      ...tenants.map((tenant) => make("option", { value: tenant.id }, nameOf(tenant))),
    );
    const last = memory.get(TENANT);
    choice.value = tenants.some(({ id }) => id === last) ? last : tenants[0].id;
    byId("tenant-field").hidden = tenants.length < 2;
    choice.addEventListener("change", () => {
      memory.set(TENANT, choice.value);
      location.hash = "#documents";
      this.#settle(choice.value);
    });
    this.#settle(choice.value);
  }

  #settle(tenant) {
    const desk = new Desk(tenant);
    for (const part of [this.#documents, this.#detail, this.#trial, this.#jobs, this.#adding]) {
      part.settle(desk);
    }
    this.#open();
  }

  #filled(count) {
    byId("add-open").hidden = count === 0 && location.hash !== "#search";
  }

  #open() {
    const [view, id] = location.hash.slice(1).split("/");
    const shown = view === "document" && id ? "detail" : view === "search" ? "search" : "documents";
    for (const name of VIEWS) {
      byId(name).hidden = name !== shown;
    }
    mark("tab-documents", shown === "documents");
    mark("tab-search", shown === "search");
    tell(null);
    this.#detail.open(shown === "detail" ? decodeURIComponent(id) : null);
    this.#documents.refresh();
  }
}

function mark(id, isCurrent) {
  if (isCurrent) {
    byId(id).setAttribute("aria-current", "page");
  } else {
    byId(id).removeAttribute("aria-current");
  }
}

async function start() {
  startTheme();
  byId("sign-out").addEventListener("click", () => signOut().catch(tell));
  try {
    const known = await overview();
    if (known.tenants.length === 0) {
      throw new Error("No workspace or server is connected yet.");
    }
    new AdminPage(known);
  } catch (problem) {
    tell(problem);
  }
}

start();
