/**
 * The code of the documentation: README.md and docs/.
 *
 * A block of `js` or `ts` runs on a sandbox: in Node, or in Chromium with `page` after the language; one of `ts` is compiled as well.
 * A comment in the first line that is a path, such as `// app/page.tsx`, is the name of the block's file, by which other blocks
 * of the page import it. Where the page names a test, `<!-- run by … -->`, that test runs its files, and they are compiled here.
 * `// =>` after a statement is what it prints.
 */

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** The pages, by their paths. */
export const pages = [
  "README.md",
  ...readdirSync(`${root}docs`, { recursive: true })
    .map((name) => `docs/${name.replaceAll("\\", "/")}`)
    .filter((name) => name.endsWith(".md") && !name.startsWith("docs/site/"))
    .sort(),
];

const BLOCK = /^```(\w+)(.*)\n([\s\S]*?)^```$|^#+ (.+)$/gm;
const FILE = /^\/\/ ([\w./[\]()-]+\.[cm]?[jt]sx?)\n/;

/** The other test that runs the files of a page, which its comment names. */
const RUN_BY = /^<!-- run by (\S+) -->$/m;

/** The blocks of a page that are code in JavaScript or TypeScript. */
export const blocksIn = (page, text) => {
  const [, runBy] = text.match(RUN_BY) ?? [];
  let section = "";
  const blocks = [];
  for (const { 1: language, 2: info, 3: code, 4: title, index } of text.matchAll(BLOCK)) {
    if (title) section = title;
    if (!/^[jt]sx?$/.test(language)) continue;
    const line = text.slice(0, index).split("\n").length;
    const [, file] = code.match(FILE) ?? [];
    const isPage = info.trim() === "page";
    if (info.trim() && !isPage) throw new Error(`${page}:${line}: unknown attribute "${info.trim()}"`);
    const isRunElsewhere = Boolean(file && runBy);
    if (language.endsWith("x") && !isRunElsewhere) throw new Error(`${page}:${line}: no test runs this`);
    const name = file ?? `example-${line}.${language}`;
    const runs = isRunElsewhere ? undefined : isPage ? "page" : "node";
    blocks.push({ page, line, section, language, name, isFile: Boolean(file), code, runs, runBy });
  }
  return blocks;
};

export const blocks = pages.flatMap((page) => blocksIn(page, readFileSync(root + page, "utf8")));

/** What the statements of a block print, by their comments. */
export const printedBy = (code) => [...code.matchAll(/\/\/ => (.+)$/gm)].map(([, text]) => text.trim());
