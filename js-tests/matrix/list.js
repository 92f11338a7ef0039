/**
 * The cells of the matrix. A cell has a `group`, a `name`, `how` it is loaded and run, `packages` to install, `files` to
 * write, commands to `build`, and `steps` that make the requests. `ci`: it is a part of every run of CI. The version that
 * is shown is that of the first package, or of the `browser`, or `hostVersion`. `note`: what a user must set. `obtain` is a
 * command that downloads more than npm does, and why the cell is not run if that fails; `unavailable`: why it can never be
 * run.
 */

import { browserCells } from "./cells/browsers.js";
import { bundlers } from "./cells/bundlers.js";
import { frameworks } from "./cells/frameworks.js";
import { nitro } from "./cells/nitro.js";
import { runtimes } from "./cells/runtimes.js";
import { testRunners } from "./cells/test-runners.js";
import { typescript } from "./cells/typescript.js";

const group = (name, cells) => cells.map((cell) => ({ group: name, ...cell }));

export const cells = [
  ...group("Runtimes", runtimes),
  ...group("Browsers", browserCells),
  ...group("Bundlers", bundlers),
  ...group("Frameworks", [...frameworks, ...nitro]),
  ...group("Test runners", testRunners),
  ...group("TypeScript", typescript),
];

/** What tells a cell from the others; also in the results of earlier runs. */
export const keyOf = ({ name, how, packages = [] }) => [name, ...packages, how].join(", ");
