/**
 * The code of the documentation: README.md and docs/.
 *
 * A block of `js` or `ts` runs on a sandbox; one of `ts` is compiled as well. Others are only compiled: those of `jsx` and `tsx`,
 * and those with `compile` after the language, which are part of a framework's file or need something that is not here.
 * A comment in the first line that is a path, such as `// app/page.tsx`, is the name of the block's file, by which other blocks
 * of the page import it. `// =>` after a statement is what it prints.
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
    const isCompiled = info.trim() === "compile" || language.endsWith("x");
    if (info.trim() && !isCompiled) throw new Error(`${page}:${line}: unknown attribute "${info.trim()}"`);
    const runs = !(isCompiled || (file && runBy));
    const name = file ?? `example-${line}.${language}`;
    blocks.push({ page, line, section, language, name, isFile: Boolean(file), code, runs, runBy });
  }
  return blocks;
};

export const blocks = pages.flatMap((page) => blocksIn(page, readFileSync(root + page, "utf8")));

/** What the statements of a block print, by their comments. */
export const printedBy = (code) => [...code.matchAll(/\/\/ => (.+)$/gm)].map(([, text]) => text.trim());
