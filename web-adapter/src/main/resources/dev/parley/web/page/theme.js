import { byId } from "./dom.js";
import { memory } from "./memory.js";

const system = matchMedia("(prefers-color-scheme: dark)");

function chosen() {
  return memory.get("theme") || (system.matches ? "dark" : "light");
}

function apply() {
  const theme = chosen();
  document.documentElement.dataset.theme = theme;
  byId("theme").setAttribute(
    "aria-label",
    theme === "dark" ? "Switch to light colours" : "Switch to dark colours",
  );
}

/** Follows the system's colours until the person chooses. */
export function startTheme() {
  apply();
  system.addEventListener("change", apply);
  byId("theme").addEventListener("click", () => {
    memory.set("theme", chosen() === "dark" ? "light" : "dark");
    apply();
  });
}
