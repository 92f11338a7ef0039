/** The links of Markdown files, and the anchors of their headings, as GitHub makes them. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const CODE = /^(`{3,})[\s\S]*?^\1$|`[^`\n]*`/gm;
const LINK = /\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)|\b(?:href|src)="([^"]+)"/g;

/** The targets of all links and images, with their lines. */
export const linksIn = (text) =>
  [...text.replace(CODE, (code) => code.replace(/[^\n]/g, " ")).matchAll(LINK)].map((match) => ({
    target: match[1] ?? match[2],
    line: text.slice(0, match.index).split("\n").length,
  }));

/** The anchors of elements with an id, and of all headings: lower case, without punctuation, with hyphens for spaces, numbered if they repeat. */
export const anchorsIn = (text) => {
  const seen = new Map();
  const headings = text.replace(/^(`{3,})[\s\S]*?^\1$/gm, "").matchAll(/^#+ +(.+?) *$/gm);
  const ids = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id);
  const titles = [...headings].map(([, title]) => {
    const plain = title.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
    const anchor = plain.replace(/[^\p{L}\p{N}\p{M}_ -]/gu, "").replaceAll(" ", "-");
    const count = seen.get(anchor) ?? 0;
    seen.set(anchor, count + 1);
    return count > 0 ? `${anchor}-${count}` : anchor;
  });
  return [...ids, ...titles];
};

/** Whether a path exists with exactly these letters, also on a disk that ignores their case. */
const exists = (path) => existsSync(path) && readdirSync(dirname(path)).includes(basename(path));

/** The relative links of a file that lead nowhere, as `line: target`. */
export const brokenIn = (folder, file) => {
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  return linksIn(text)
    .filter(({ target }) => {
      if (/^[a-z][a-z\d+.-]*:/i.test(target)) return false;
      const [name, anchor] = decodeURIComponent(target).split("#");
      const other = name ? join(dirname(path), name) : path;
      if (!exists(other)) return true;
      return Boolean(anchor) && !anchorsIn(readFileSync(other, "utf8")).includes(anchor);
    })
    .map(({ target, line }) => `${file}:${line}: ${target}`);
};
