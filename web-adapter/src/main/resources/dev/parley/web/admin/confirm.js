import { byId } from "./dom.js";

/** Asks before something is done that cannot be undone. */
export function confirmed(heading, words, yes) {
  const dialog = byId("confirm");
  byId("confirm-heading").textContent = heading;
  byId("confirm-words").textContent = words;
  byId("confirm-yes").textContent = yes;
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
  });
}

/** Asks before a document is removed, and says what that means. */
export function removalConfirmed({ title, kind }) {
  const folder =
    kind === "folder" ? " It is from a watched folder, and comes back while its file is there." : "";
  return confirmed(
    "Remove this document?",
    `“${title}” is gone from answers within seconds.${folder}`,
    "Remove",
  );
}
