const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });
const WHOLE = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "short" });
const AGO = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const NUMBER = new Intl.NumberFormat("en");

const KINDS = {
  text: "Text",
  link: "Link",
  file: "File",
  message: "Message",
  folder: "Watched folder",
};

const STAGES = {
  waiting: "Waits",
  reading: "Is read",
  embedding: "Is indexed",
  done: "Done",
  unchanged: "Unchanged",
  failed: "Failed",
};

export const kindOf = (kind) => KINDS[kind] ?? kind;
export const stageOf = (stage) => STAGES[stage] ?? stage;
export const number = (value) => NUMBER.format(value);

export const counted = (count, one, many) => `${number(count)} ${count === 1 ? one : many}`;

/** A number of bytes as people say it. */
export function sizeOf(bytes) {
  const mega = bytes / 2 ** 20;
  return mega < 1 ? `${Math.ceil(bytes / 2 ** 10)} kB` : `${Number(mega.toFixed(1))} MB`;
}

/** How long ago something was; what is older than a month, by its day. */
export function ago(iso) {
  const seconds = (new Date(iso) - Date.now()) / 1000;
  const units = [["day", 86400], ["hour", 3600], ["minute", 60]];
  if (seconds < -30 * 86400) {
    return DAY.format(new Date(iso));
  }
  const [unit, length] = units.find(([, size]) => -seconds >= size) ?? ["minute", 60];
  return -seconds < 60 ? "just now" : AGO.format(Math.round(seconds / length), unit);
}

export const whole = (iso) => WHOLE.format(new Date(iso));

/** Who may see a document, in a few words. */
export function audienceWords(terms) {
  return terms.map(termWords).join(", ");
}

export function termWords({ kind, name }) {
  switch (kind) {
    case "everyone":
      return "Everyone";
    case "channel":
      return `Readers of ${name}`;
    case "group":
      return `Group ${name}`;
    default:
      return `Person ${name}`;
  }
}

/** An address that can be opened; nothing for any other text. */
export function opened(address) {
  return /^https?:\/\//i.test(address ?? "") ? address : null;
}
