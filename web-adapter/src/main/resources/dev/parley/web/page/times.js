const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const WHOLE = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "long" });

/** Shows the times below an element in the zone and language of who reads. */
export function showOwnTimes(root) {
  root.querySelectorAll?.("time[datetime]").forEach((time) => {
    const at = new Date(time.dateTime);
    time.textContent = MOMENT.format(at);
    time.title = WHOLE.format(at);
  });
}
