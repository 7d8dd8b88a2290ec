/** Collects files that a person picks. */
export function collectPicked({ pick, file }, onFiles) {
  pick.addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    onFiles([...file.files]);
    file.value = "";
  });
}

/**
 * Collects files that are pasted anywhere on the page, for the composer that is meant. Text that was
 * copied with its looks stays text, though the clipboard also holds a picture of it.
 */
export function collectPasted(composerAt) {
  addEventListener("paste", (event) => {
    const { files, types } = event.clipboardData;
    const isText = types.includes("text/plain") && types.includes("text/html");
    if (files.length && !isText && event.target.nodeName !== "INPUT") {
      event.preventDefault();
      composerAt(event.target).addFiles([...files].map(named));
    }
  });
}

/** A picture from the clipboard has no name of its own, but the same for all. */
function named(file) {
  if (file.name !== "image.png") {
    return file;
  }
  const time = new Date().toTimeString().slice(0, 8).replaceAll(":", ".");
  return new File([file], `pasted ${time}.png`, { type: file.type });
}

/** Collects files that are dropped anywhere on the page, for the composer that is meant. */
export function collectDropped(composerAt) {
  const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
  let over = null;
  const mark = (composer) => {
    over?.awaitDrop(false);
    over = composer;
    over?.awaitDrop(true);
  };
  addEventListener("dragover", (event) => {
    if (carriesFiles(event)) {
      event.preventDefault();
      const composer = composerAt(event.target);
      if (composer !== over) {
        mark(composer);
      }
    }
  });
  addEventListener("dragleave", (event) => event.relatedTarget || mark(null));
  addEventListener("drop", (event) => {
    mark(null);
    if (carriesFiles(event)) {
      event.preventDefault();
      composerAt(event.target).addFiles([...event.dataTransfer.files]);
    }
  });
}
