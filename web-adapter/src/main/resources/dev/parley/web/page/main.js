import { announce, announcePost } from "./announce.js";
import { get } from "./api.js";
import { ChatPage } from "./page.js";
import { byId } from "./dom.js";
import { hue, initials, person } from "./person.js";
import { startTheme } from "./theme.js";

const UNKNOWN = {
  bot: "Parley",
  takesFiles: false,
  longestMessage: 32000,
  largestFile: 0,
  mostFiles: 0,
};

function startName() {
  const field = byId("my-name");
  const show = () => {
    field.value = person.name;
    byId("my-avatar").textContent = initials(person.name);
    byId("my-avatar").dataset.hue = hue(person.id);
  };
  field.addEventListener("change", () => {
    person.rename(field.value);
    show();
    announce(`You are ${person.name} now.`);
  });
  show();
}

function startSide() {
  const app = byId("app");
  const set = (state) => {
    app.dataset.side = state;
    byId("veil").hidden = state !== "open";
    byId("side-open").setAttribute("aria-expanded", String(state === "open"));
  };
  byId("side-open").addEventListener("click", () => {
    set("open");
    byId("side-close").focus();
  });
  for (const id of ["side-close", "veil"]) {
    byId(id).addEventListener("click", () => {
      set("closed");
      byId("side-open").focus();
    });
  }
}

async function start() {
  startTheme();
  startName();
  startSide();
  const platform = { ...UNKNOWN, ...(await get("/api/platform").catch(() => ({}))) };
  byId("brand-name").textContent = platform.bot;
  byId("notice").textContent = platform.notice || "";
  byId("notice").title = platform.notice || "";
  byId("notice").hidden = !platform.notice;
  new ChatPage(platform, announcePost).start();
}

start();
