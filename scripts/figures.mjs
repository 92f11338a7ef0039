/**
 * `npm run figures`: writes the figures of `docs/bench/results.json` into the documentation, and draws the plots. With
 * `--check`, which `npm run lint` uses, it fails if anything is stale.
 *
 * In Markdown, `<!-- bench: bytes : openai 6 : esbuild -->35,979<!-- /bench -->` is one figure: measurement, row, column.
 * `budget : page` is one of `js-tests/size/budget.json`. `<!-- bench: table : bytes -->` is a table with what it depends
 * on, `<!-- bench: about : bytes -->` is date and versions.
 */

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { chart } from "../js-tests/bench/chart.js";
import { measurements } from "../js-tests/bench/measure/index.js";
import { shown, table } from "../js-tests/bench/tables.js";
import { root } from "./run.mjs";

const FOLDER = "docs/bench";
const MARKED = /(<!-- bench: ([^>]+?) -->)([\s\S]*?)(<!-- \/bench -->)/g;

const found = (value, what) => {
  if (value === undefined) throw new Error(`there is no ${what}`);
  return value;
};

const about = ({ date, versions }) =>
  `${date}, ${Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(", ")}`;

const machine = (result) =>
  `\`${result.command}\`, ${about(result)}; commit ${result.commit}, Node ${result.node}, ${result.os}, CPUs: ${result.cpu}.`;

const fullTable = (name, result) => {
  const { about, chart } = measurements[name];
  const image = chart ? `\n\n![${measurements[name].title}](bench/${name}.svg)` : "";
  return `\n${about}\n\n${table(measurements[name], result)}${image}\n\n${machine(result)}\n`;
};

/** The text for a mark. */
export const figure = (mark, { results, budget }) => {
  const [kind, name, key] = mark.split(" : ");
  if (kind === "budget") return shown(found(budget[name], mark), 0);
  if (kind === "table") return fullTable(name, found(results[name], mark));
  if (kind === "about") return about(found(results[name], mark));
  const value = found(results[kind]?.rows[name]?.[key], mark);
  return shown(value, measurements[kind].columns[key].digits);
};

/** A text with all its figures. */
export const fill = (text, sources) =>
  text.replace(MARKED, (_, begin, mark, __, end) => begin + figure(mark, sources) + end);

const read = (path) => readFileSync(join(root, path), "utf8");

/** All files that have figures, with the text that they must have. */
const documents = async () => {
  const results = JSON.parse(read(`${FOLDER}/results.json`));
  const sources = { results, budget: JSON.parse(read("js-tests/size/budget.json")) };
  const guides = ["docs", "docs/guides"].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith(".md"))
      .map((name) => `${folder}/${name}`),
  );
  const pages = ["README.md", "ARCHITECTURE.md", ...guides];
  const plots = Object.keys(results).filter((name) => measurements[name]?.chart);
  const drawn = plots.map(async (name) => [
    `${FOLDER}/${name}.svg`,
    `${await chart(measurements[name], results[name])}\n`,
  ]);
  return [...pages.map((path) => [path, fill(read(path), sources)]), ...(await Promise.all(drawn))];
};

/** Writes what is stale, or only lists it. */
export const updateFigures = async ({ check = false } = {}) => {
  const stale = (await documents()).filter(
    ([path, text]) => !existsSync(join(root, path)) || read(path) !== text,
  );
  if (!check) for (const [path, text] of stale) writeFileSync(join(root, path), text);
  return stale.map(([path]) => path);
};

if (basename(process.argv[1]) === "figures.mjs") {
  const check = process.argv.includes("--check");
  const stale = await updateFigures({ check });
  if (check && stale.length > 0) {
    console.error(`figures are stale, run \`npm run figures\`: ${stale.join(", ")}`);
    process.exitCode = 1;
  }
}
