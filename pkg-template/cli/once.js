/** Options that are given twice, or with their opposite: of two phone numbers, the last one would be called. */

import { usage } from "./errors.js";

const REPEATABLE = ["--variable", "--allow-host", "--allow-origin"];

/** Refuses what is given twice, in a command and those in it. */
export const refuseRepeated = (command) => {
  const given = new Map();
  for (const option of command.options) {
    const { long } = option;
    const name = option.attributeName();
    command.on(`option:${option.name()}`, () => {
      const other = given.get(name) ?? long;
      if (other !== long) throw usage(`${long} cannot be used with ${other}`);
      if (given.has(name) && !REPEATABLE.includes(long)) throw usage(`${long} is given twice`);
      given.set(name, long);
    });
  }
  command.commands.forEach(refuseRepeated);
};
