/** `toUpdate`: what `get` returned, as params of `update`. */

import { isObject, own } from "../shared/own.js";
import { refused } from "./report.js";

/** How often params are validated: each time, up to 100 issues are reported. */
const MAX_PASSES = 50;

/**
 * Removes the field at a path such as `agent.rules[0].reason`; returns whether there was one. No declared name has a dot, so
 * a field that has the whole path as its name is the one that is meant.
 */
const remove = (object, path) => {
  if (isObject(object) && Object.hasOwn(object, path)) return delete object[path];
  const [, name, rest] = /^(\w+)\]?[.[]?(.*)/s.exec(path) ?? [];
  return name !== undefined && remove(own(object, name), rest);
};

/** An item as params, copied as JSON has it; undefined if that is not possible. */
const paramsOf = (item) => {
  try {
    // An agent has the ids of its actions, or none unless they were asked for; sent back, they would replace its actions. An
    // action has its parameters under another name than that of its type, its text as `sms_message_text`, and in those of an
    // extractor its question is an object, which is flat in an update. Fields of another object are unknown there, and
    // removed.
    const {
      actions,
      action_type: type,
      parameters_hard_coded: parameters,
      ...fields
    } = { __proto__: null, ...item };
    const question = Object.values(parameters ?? {}).find(isObject);
    const text = parameters?.sms_message_text;
    const params = type
      ? { [type]: { content: text, message_body: text, ...fields, ...parameters, ...question } }
      : fields;
    // A page of a list, a promise of a response or a Map would be nothing.
    const isItem = isObject(item) && !own(item, "getNextPage") && Object.keys(item).length > 0;
    return isItem ? JSON.parse(JSON.stringify(params)) : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Copies an item without the fields that `update` does not know, unless it knows another name of them, and the nulls and empty
 * texts that it does not accept, which keep their values. Anything else that is wrong is left for `update` to report.
 */
export const toUpdate = (validate, item) => {
  const params = paramsOf(item);
  if (!params) throw refused("toUpdate: expected what get returned, awaited");
  let isChanged = true;
  for (let pass = 0; isChanged && pass < MAX_PASSES; pass += 1) {
    isChanged = false;
    for (const { code, got, path, hint } of validate(params)) {
      // What `get` returns under another name, such as the `name` of a subaccount.
      const [, name] = /^use (\w+)$/.exec(hint) ?? [];
      if (name && Object.hasOwn(params, path) && !isObject(params[path])) params[name] ??= params[path];
      if (code === "unknown_field" || got === "null" || got === '""')
        isChanged = remove(params, path) || isChanged;
    }
  }
  // Sent, it would change nothing, and nobody would know.
  if (Object.keys(params).length === 0) throw refused("toUpdate: no field of this can be updated");
  return params;
};
