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
    throw new Refused(body.error || "Something went wrong. Please try again.", response.status);
  }
  return body;
}

export const get = (path) => request(path, {});

export const post = (path, body) =>
  request(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

export const roomPath = (room) => `/api/rooms/${encodeURIComponent(room)}`;
