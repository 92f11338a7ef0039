/** Options that are given twice: of two phone numbers, the last one would be called. */

import { usage } from "./errors.js";

const REPEATABLE = ["--variable", "--allow-host", "--allow-origin"];

/** Refuses what is given twice, in a command and those in it. */
export const refuseRepeated = (command) => {
  for (const { long } of command.options) {
    let isGiven = false;
    command.on(`option:${long.slice(2)}`, () => {
      if (isGiven && !REPEATABLE.includes(long)) throw usage(`${long} is given twice`);
      isGiven = true;
    });
  }
  command.commands.forEach(refuseRepeated);
};
