import { byId, wordsOf } from "./dom.js";

const LONGEST = 400;

/** Says something to people who listen to the page. */
export function announce(text) {
  const line = document.createElement("p");
  line.textContent = text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
  const announcer = byId("announcer");
  announcer.append(line);
  while (announcer.childElementCount > 3) {
    announcer.firstElementChild.remove();
  }
}

/** Says a post that has just arrived: a whole answer at once, never its single words. */
export function announcePost(post) {
  announce(`${post.author.name}: ${wordsOf(post.html)}`);
}
