/** `toUpdate`: what `get` returned, as params of `update`. */

/** The names and indices of a path such as `agent.rules[0].reason`. */
const stepsOf = (path) => path.split(/[.[\]]+/).filter(Boolean);

/** Removes the field at a path; returns whether there was one. */
const remove = (object, path) => {
  const steps = stepsOf(path);
  const name = steps.pop();
  const target = steps.reduce((inner, step) => inner?.[step], object);
  return Boolean(target) && Object.hasOwn(target, name) && !Array.isArray(target) && delete target[name];
};

/**
 * Copies an item without the fields that `update` does not know and the nulls that it does not accept, which keep their
 * values. Anything else that is wrong is left for `update` to report.
 */
export const toUpdate = (validate, item) => {
  // An agent has the IDs of its actions, or none unless they were asked for; sent back, they would replace its actions. An
  // action has its parameters under another name than that of its type.
  const { actions, action_type: type, parameters_hard_coded: parameters, ...fields } = item;
  const params = JSON.parse(JSON.stringify(type ? { [type]: { ...fields, ...parameters } } : fields));
  let isChanged = true;
  while (isChanged) {
    isChanged = false;
    for (const { code, got, path } of validate(params)) {
      if (code === "unknown_field" || got === "null") isChanged = remove(params, path) || isChanged;
    }
  }
  return params;
};
