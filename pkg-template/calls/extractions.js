/** What the information extractors of a call found. */

import { isObject, namesOf, parsed, read, textOf } from "./read.js";

const PREFIX = /^(?:extract_info|info_extractor)_/;

/** For objects that a caller has made: one may contain itself. */
const MAX_DEPTH = 100;

/** Identifiers are written with spaces in one place and with underscores in another. */
const plain = (name) =>
  name
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();

/** What an extractor returned: `{ [identifier]: value }`, also one in another, or the value. */
const valueIn = (returned, identifiers) => {
  let value = parsed(returned);
  for (let depth = 0; depth < MAX_DEPTH && isObject(value); depth += 1) {
    const name = namesOf(value).find((name) => identifiers.includes(plain(name)));
    if (name === undefined) break;
    value = parsed(read(value, name));
  }
  const isNothing =
    isObject(value) && namesOf(value).every((name) => (read(value, name) ?? undefined) === undefined);
  return isNothing ? null : (value ?? null);
};

/**
 * The values that extractors found, by identifier, as an object without a prototype. The identifier is that of the
 * extractor's parameters, else the end of the action's name. A value is null where nothing was found.
 */
export const extractions = (executedActions) => {
  const found = Object.create(null);
  const actions = parsed(executedActions);
  for (const key of namesOf(actions)) {
    const action = parsed(read(actions, key));
    const name = [key, textOf(read(action, "name"))].find((name) => name && PREFIX.test(name));
    if (!name) continue;
    const suffix = name.replace(PREFIX, "");
    const declared = textOf(read(parsed(read(action, "parameters_hard_coded")), "identifier"));
    const identifier = declared ?? suffix;
    const value = valueIn(read(action, "return_value"), [plain(identifier), plain(suffix)]);
    // Both prefixes may be there: one that found nothing does not replace a value.
    if (value !== null || !Object.hasOwn(found, identifier)) found[identifier] = value;
  }
  return found;
};
