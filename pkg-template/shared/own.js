/** An own property: a polluted `Object.prototype` must not supply options or fields of an event. */
export const own = (object, name) =>
  object !== undefined && object !== null && Object.hasOwn(object, name) ? object[name] : undefined;

/**
 * A field of any value; undefined if there is none, reading it throws, or it is from Object.prototype, to which any script
 * may have added it. Those of host objects are in prototypes, too.
 */
export const get = (object, name) => {
  try {
    let holder = object;
    while (name in Object.prototype && !Object.hasOwn(holder, name)) holder = Object.getPrototypeOf(holder);
    // Undefined has no fields. To throw here takes 25 µs, and each request asks for globals that no host has all of.
    return holder === Object.prototype ? undefined : object?.[name];
  } catch {
    return undefined;
  }
};

/** A global variable. */
export const globalOf = (name) => get(globalThis, name);

/** Whether the prototype is null or `Object.prototype` of any realm; not that of an array. */
export const isPlain = (object) => {
  const prototype = Object.getPrototypeOf(object);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

/** A copy of an object's own fields; undefined if it is none that has them, or cannot be read. */
export const copyOf = (object) => {
  try {
    // A Map or a class whose fields are getters must not become an empty object.
    const hasFields = typeof object === "object" && (isPlain(object) || Object.keys(object).length > 0);
    return hasFields ? { __proto__: null, ...object } : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Defines a property, hidden unless the flags say otherwise. An assignment would call a setter that a page has added to
 * Object.prototype, or fail where that is frozen; and a descriptor with a prototype would have its `get`.
 */
export const define = (object, name, value, flags) =>
  Object.defineProperty(object, name, {
    __proto__: null,
    value,
    configurable: true,
    writable: true,
    ...flags,
  });

/** Whether a value is an object of fields, not an array and not null. */
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a value is an object that has fields of its own, or could have: no promise, no Map, and no class of getters. */
export const hasFields = (value) => isObject(value) && copyOf(value) !== undefined;
