/** Settings of this browser. Storage can be full or forbidden; then they last as long as the page. */

const memory = new Map();
const name = (key) => `widget-studio:${key}`;

/** The value of a key; `undefined` if there is none. */
export const stored = (key) => {
  try {
    return localStorage.getItem(name(key)) ?? memory.get(key);
  } catch {
    return memory.get(key);
  }
};

/** Stores a text. */
export const store = (key, text) => {
  memory.set(key, text);
  try {
    localStorage.setItem(name(key), text);
  } catch {
    // It is in memory.
  }
};
