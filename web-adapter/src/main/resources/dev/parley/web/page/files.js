/**
 * Collects files that a person pastes, drops or picks, and hands them on. Pasted text stays
 * text, even where the clipboard also holds a picture of it.
 */
export function collectFiles(form, { text, pick, file }, onFiles) {
  text.addEventListener("paste", (event) => {
    const files = [...event.clipboardData.files];
    if (files.length && !event.clipboardData.types.includes("text/plain")) {
      event.preventDefault();
      onFiles(files);
    }
  });
  pick.addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    onFiles([...file.files]);
    file.value = "";
  });
  collectDropped(form, onFiles);
}

function collectDropped(form, onFiles) {
  const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
  form.addEventListener("dragover", (event) => {
    if (carriesFiles(event)) {
      event.preventDefault();
      form.dataset.dragging = "";
    }
  });
  form.addEventListener("dragleave", () => delete form.dataset.dragging);
  form.addEventListener("drop", (event) => {
    delete form.dataset.dragging;
    if (carriesFiles(event)) {
      event.preventDefault();
      onFiles([...event.dataTransfer.files]);
    }
  });
}

/** Keeps a file that misses the composer from replacing the page. */
export function catchStrayFiles() {
  for (const name of ["dragover", "drop"]) {
    addEventListener(name, (event) => {
      if (event.dataTransfer?.types.includes("Files")) {
        event.preventDefault();
      }
    });
  }
}
