/** What this browser remembers; a browser that remembers nothing still works. */
export const memory = {
  get(name) {
    try {
      return localStorage.getItem(`parley.${name}`);
    } catch {
      return null;
    }
  },
  set(name, value) {
    try {
      if (value) {
        localStorage.setItem(`parley.${name}`, value);
      } else {
        localStorage.removeItem(`parley.${name}`);
      }
    } catch {
      // private windows may refuse
    }
  },
  /** All values whose names begin like this. */
  all(prefix) {
    try {
      return Object.keys(localStorage)
        .filter((name) => name.startsWith(`parley.${prefix}`))
        .map((name) => localStorage.getItem(name));
    } catch {
      return [];
    }
  },
};
