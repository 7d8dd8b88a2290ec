const UNREACHABLE =
  "The server cannot be reached. What you wrote is kept and sent once it is back.";

/** The server said no; the message is a sentence for people. */
export class Refused extends Error {
  constructor(sentence, status) {
    super(sentence);
    this.status = status;
  }

  /** Whether the same request may succeed later. */
  get passing() {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }

  /** Whether the request names something that is not there any more. */
  get gone() {
    return this.status === 410;
  }
}

async function request(path, options) {
  let response;
  try {
    response = await fetch(path, { ...options, credentials: "same-origin" });
  } catch {
    throw new Refused(UNREACHABLE, 0);
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw refusal(body, response.status);
  }
  return body;
}

const refusal = (body, status) =>
  new Refused(body.error || "Something went wrong. Please try again.", status);

export const get = (path) => request(path, {});

export const post = (path, body) =>
  request(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

export const roomPath = (room) => `/api/rooms/${encodeURIComponent(room)}`;

const fileQuery = (author, more = {}) => new URLSearchParams({ author, ...more });

/** Uploads a file to a room, and tells how far it is; fetch would not. */
export function upload(room, author, file, onProgress) {
  const sending = new XMLHttpRequest();
  let resolve;
  let reject;
  const done = new Promise((fine, wrong) => ([resolve, reject] = [fine, wrong]));
  sending.open("POST", `${roomPath(room)}/files?${fileQuery(author, { name: file.name })}`);
  sending.setRequestHeader("Content-Type", "application/octet-stream");
  sending.responseType = "json";
  sending.upload.addEventListener("progress", ({ loaded, total }) => onProgress(loaded / total));
  sending.addEventListener("load", () => {
    const answer = sending.response || {};
    return sending.status === 201 ? resolve(answer) : reject(refusal(answer, sending.status));
  });
  for (const end of ["error", "abort", "timeout"]) {
    sending.addEventListener(end, () => reject(new Refused(UNREACHABLE, 0)));
  }
  sending.send(file);
  return { done, stop: () => sending.abort() };
}

/** Lets the server forget a file that is not sent; what fails here goes by itself in an hour. */
export const discard = (room, author, id) =>
  request(`${roomPath(room)}/files/${id}?${fileQuery(author)}`, { method: "DELETE" }).catch(
    () => {},
  );
