/** The site that `npm run docs` builds: without warnings, every operation and every field of params in it, no broken link. */

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { inflateSync } from "node:zlib";
import { schemaOf } from "synthflow-wasm/schema";
import { operations } from "../../pkg-template/generated/operations.js";
import { buildSite } from "../../scripts/docs.mjs";
import { root } from "./blocks.js";
import { linksIn } from "./links.js";

const site = mkdtempSync(join(fileURLToPath(new URL(".", import.meta.url)), "made-"));
const read = (path) => readFileSync(join(site, path), "utf8");

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** The text of a page, in one line, as a reader sees it. */
const textOf = (html) =>
  html
    .replace(/<script[\s\S]*?<\/script>|<[^>]+>/g, "")
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name])
    .replace(/\s+/g, " ");

const anchorsOf = (html) => new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));

/** The links into the reference on the page of `api.md`, by the name of what they document. */
const links = new Map();

before(async () => {
  await buildSite(site);
  const page = read("documents/All_methods.html");
  for (const [, target, name] of page.matchAll(
    /<td><a href="\.\.\/([^"]+)"[^>]*><code>([^<]+)<\/code><\/a>/g,
  ))
    links.set(textOf(name), target);
});
after(() => rmSync(site, { recursive: true }));

test("every operation and every entry of the package is in api.md, and its link leads to its page", () => {
  for (const { name } of operations) assert.ok(links.has(name), name);
  const { exports } = JSON.parse(readFileSync(join(root, "pkg-template/package.json"), "utf8"));
  const listed = readFileSync(join(root, "api.md"), "utf8");
  for (const entry of Object.keys(exports).filter((one) => one !== "." && one !== "./package.json")) {
    const name = entry.replace(".", "synthflow-wasm");
    assert.ok(listed.includes(`| \`${name}\` |`), name);
    assert.ok(links.has(name) || entry.endsWith(".json"), `${name}: no link`);
  }
  for (const [name, target] of links) {
    const [path, anchor] = target.split("#");
    assert.ok(existsSync(join(site, path)), `${name}: ${path}`);
    assert.ok(!anchor || anchorsOf(read(path)).has(anchor), `${name}: ${target}`);
  }
});

/** The section of a method on the page of its resource. */
const sectionOf = (name) => {
  const [path, anchor] = links.get(name).split("#");
  const sections = read(path).split('<section class="tsd-panel tsd-member">');
  return textOf(
    sections.find((section) => section.startsWith(`\n<h3 class="tsd-anchor-link" id="${anchor}">`)),
  );
};

/** The fields of params: those of all members, if their type is a union. */
const fieldsOf = ({ properties, anyOf, $defs }) =>
  properties
    ? Object.entries(properties)
    : anyOf.flatMap(({ $ref }) => Object.entries($defs[$ref.replace("#/$defs/", "")].properties));

test("the section of an operation has its request, and each of its params with its documentation", () => {
  let documented = 0;
  for (const { name, method, path, params } of operations) {
    const section = sectionOf(name);
    assert.ok(section.includes(`${method} ${path}`), `${name}: no request`);
    const fields = params ? fieldsOf(schemaOf(name)) : [];
    for (const [field, { description = "" }] of fields) {
      assert.ok(
        [`${field}:`, `${field}?:`].some((one) => section.includes(one)),
        `${name}: no ${field}`,
      );
      // The reference shows the text of Markdown.
      const [sentence] = description.replaceAll("`", "").split(/\. |\n/);
      assert.ok(section.includes(sentence.replace(/\s+/g, " ")), `${name}: ${field}: ${sentence}`);
      documented += sentence ? 1 : 0;
    }
  }
  assert.ok(documented > 300, `${documented} fields with documentation`);
});

test("the search finds operations, types and guides", () => {
  const [, encoded] = read("assets/search.js").match(/searchData\s*=\s*"([^"]+)"/);
  const bytes = Buffer.from(encoded.replace(/^data:[^,]*,/, ""), "base64");
  const { rows } = JSON.parse(inflateSync(bytes).toString());
  const names = new Set(rows.map(({ name }) => name));
  for (const name of ["findPlaced", "CreateCall", "RateLimitError", "runCampaign", "Observability"])
    assert.ok(names.has(name), name);
});

test("it has a light and a dark theme", () => {
  const style = read("assets/style.css");
  for (const theme of ["light", "dark"]) assert.ok(style.includes(`:root[data-theme="${theme}"]`), theme);
  assert.match(style, /prefers-color-scheme: dark/);
});

test("no link of the site leads nowhere", () => {
  const pages = readdirSync(site, { recursive: true }).filter((name) => name.endsWith(".html"));
  assert.ok(pages.length > 300);
  const anchors = new Map(pages.map((page) => [join(site, page), anchorsOf(read(page))]));
  const broken = pages.flatMap((page) =>
    linksIn(read(page))
      .filter(({ target }) => {
        if (/^[a-z][a-z\d+.-]*:/i.test(target)) return false;
        const [name, anchor] = decodeURIComponent(target).split("#");
        const path = name ? join(dirname(join(site, page)), name) : join(site, page);
        return !existsSync(path) || (anchor && anchors.has(path) && !anchors.get(path).has(anchor));
      })
      .map(({ target }) => `${page}: ${target}`),
  );
  assert.deepEqual([...new Set(broken)], []);
});
