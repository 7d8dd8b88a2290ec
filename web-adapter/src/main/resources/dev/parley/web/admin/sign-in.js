import { byId } from "./dom.js";

const PAGE = "/admin";
const SESSION = "/api/admin/session";
const UNREACHABLE = "The server cannot be reached. Please try again.";

function tell(sentence) {
  byId("problem").textContent = sentence;
  byId("problem").hidden = !sentence;
}

async function enter(event) {
  event.preventDefault();
  tell("");
  const field = byId("token");
  try {
    const response = await fetch(SESSION, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ token: field.value }),
    });
    if (response.ok) {
      location.replace(PAGE);
      return;
    }
    const { error } = await response.json().catch(() => ({}));
    tell(error || UNREACHABLE);
  } catch {
    tell(UNREACHABLE);
  }
  field.select();
  field.focus();
}

/** Who comes here by a link from elsewhere may be signed in: the browser kept that back. */
async function passBy() {
  try {
    const { signedIn } = await (await fetch(SESSION)).json();
    if (signedIn) {
      location.replace(PAGE);
    }
  } catch {
    // whoever signs in is told that the server is away
  }
}

const dark = matchMedia("(prefers-color-scheme: dark)").matches;
document.documentElement.dataset.theme = dark ? "dark" : "light";
byId("sign-in").addEventListener("submit", enter);
byId("token").focus();
passBy();
