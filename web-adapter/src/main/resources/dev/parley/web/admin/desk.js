const UNREACHABLE = "The server cannot be reached. Please try again.";
const SIGN_IN = "/admin/sign-in";
const SESSION = "/api/admin/session";
const ROOT = "/api/admin/knowledge";

/** The server said no; the message is a sentence for people. */
export class Refused extends Error {
  constructor(sentence, status) {
    super(sentence);
    this.status = status;
  }
}

function refusal(body, status) {
  if (status === 401) {
    location.assign(SIGN_IN);
  }
  return new Refused(body?.error || "Something went wrong. Please try again.", status);
}

async function request(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { ...options, credentials: "same-origin" });
  } catch {
    throw new Refused(UNREACHABLE, 0);
  }
  const body = response.status === 204 ? {} : await response.json().catch(() => ({}));
  if (!response.ok) {
    throw refusal(body, response.status);
  }
  return body;
}

const json = (method, body) => ({
  method,
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
});

export const overview = () => request(ROOT);

export async function signOut() {
  await request(SESSION, { method: "DELETE" });
  location.assign(SIGN_IN);
}

/** The knowledge base of one tenant, on the server. */
export class Desk {
  constructor(tenant) {
    this.tenant = tenant;
  }

  #path(path, query = {}) {
    return `${ROOT}${path}?${new URLSearchParams({ ...query, tenant: this.tenant })}`;
  }

  #document = (id, more = "") => this.#path(`/documents/${encodeURIComponent(id)}${more}`);

  documents = (query) => request(this.#path("/documents", query));
  document = (id) => request(this.#document(id));
  jobs = () => request(this.#path("/jobs"));
  remove = (id) => request(this.#document(id), { method: "DELETE" });
  addText = (text) => request(this.#path("/texts"), json("POST", text));
  addLink = (link) => request(this.#path("/links"), json("POST", link));
  search = (question) => request(this.#path("/search"), json("POST", question));

  passages(id, page) {
    return request(
      this.#path(`/documents/${encodeURIComponent(id)}/passages`, { page, size: 20 }),
    );
  }

  changeAudience(id, audience) {
    return request(this.#document(id, "/audience"), json("PUT", { audience }));
  }

  /** Uploads a file, and tells how far it is; fetch would not. */
  addFile(file, audience, onProgress) {
    const form = new FormData();
    audience.forEach((term) => form.append("audience", term));
    form.append("file", file, file.name);
    return new Promise((resolve, reject) => {
      const sending = new XMLHttpRequest();
      sending.open("POST", this.#path("/files"));
      sending.responseType = "json";
      sending.upload.addEventListener("progress", (event) =>
        onProgress(event.loaded / event.total),
      );
      sending.addEventListener("load", () =>
        sending.status === 202
          ? resolve(sending.response)
          : reject(refusal(sending.response, sending.status)),
      );
      for (const end of ["error", "abort", "timeout"]) {
        sending.addEventListener(end, () => reject(new Refused(UNREACHABLE, 0)));
      }
      sending.send(form);
    });
  }
}
