/** Recall rules: who is called once more, and when. */

import { FINAL_STATUSES } from "../generated/calls.js";
import { didYouMean, shown } from "../shared/nearest.js";
import { isObject, own } from "../shared/own.js";
import { Misuse } from "./misuse.js";

const KNOWN = ["statuses", "endReasons", "after", "times"];

const isTexts = (value) => Array.isArray(value) && [...value].every((text) => typeof text === "string");

/** Whether a rule is about such a call. */
const isAbout = ({ statuses = [], endReasons = [] }, ended) =>
  statuses.includes(own(ended, "status")) || endReasons.includes(own(ended, "end_call_reason"));

/**
 * Creates a function that returns after how many milliseconds a person is called once more; undefined if they are not. `recalled`
 * are the calls after which they were: each counts for the rules that are about it.
 */
export const createRecall = (given = []) => {
  const rules = given.map((rule, index) => {
    if (!isObject(rule)) throw new Misuse(`recall[${index}]: expected an object`);
    return { __proto__: null, ...rule };
  });
  for (const [index, rule] of rules.entries()) {
    const at = `recall[${index}]`;
    const { statuses = [], endReasons = [], after, times = 1, ...others } = rule;
    const unknown = Object.keys(others)[0];
    if (unknown) throw new Misuse(`${at}: there is no field ${shown(unknown, KNOWN, true)}`);
    if (!isTexts(statuses) || !isTexts(endReasons) || statuses.length + endReasons.length === 0)
      throw new Misuse(`${at}: expected statuses or endReasons, lists of strings`);
    const other = statuses.find((status) => !FINAL_STATUSES.includes(status));
    if (other !== undefined)
      throw new Misuse(
        `${at}.statuses: no call ends as ${JSON.stringify(other)}${didYouMean(other, FINAL_STATUSES)}`,
      );
    if (!(after >= 0 && Number.isFinite(after))) throw new Misuse(`${at}.after: expected milliseconds`);
    if (!(Number.isInteger(times) && times > 0)) throw new Misuse(`${at}.times: expected an integer above 0`);
  }
  return (ended, recalled) =>
    rules.find(
      (rule) =>
        isAbout(rule, ended) && recalled.filter((one) => isAbout(rule, one)).length < (rule.times ?? 1),
    )?.after;
};
