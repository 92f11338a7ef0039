/** An own property: a polluted `Object.prototype` must not supply options or fields of an event. */
export const own = (object, name) =>
  object !== undefined && object !== null && Object.hasOwn(object, name) ? object[name] : undefined;

/** Whether the prototype is null or `Object.prototype` of any realm; not that of an array. */
export const isPlain = (object) => {
  const prototype = Object.getPrototypeOf(object);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

/** Whether a value is an object of fields, not an array and not null. */
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
