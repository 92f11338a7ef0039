/** An own property: a polluted `Object.prototype` must not supply options or fields of an event. */
export const own = (object, name) =>
  object !== undefined && object !== null && Object.hasOwn(object, name) ? object[name] : undefined;

/** Whether a value is an object of fields, not an array and not null. */
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
