/** Error classes that are the same in all copies of the package. */

import { define, get } from "./own.js";

/**
 * Names a class, since a minifier changes the names of classes, and makes `instanceof` true for its errors from any copy of
 * the package: imported and required, of two entry points, of two versions.
 */
export const brand = (Class, name) => {
  const mark = Symbol.for(`synthflow-wasm.${name}`);
  define(Class, "name", name);
  // On the prototype, as in the language's own errors, so that it is not a field of each error.
  define(Class.prototype, "name", name);
  define(Class.prototype, mark, true);
  return define(Class, Symbol.hasInstance, function (value) {
    // A class that a user derives has no mark of its own.
    return this === Class
      ? get(value, mark) === true
      : Function.prototype[Symbol.hasInstance].call(this, value);
  });
};

/** Whether `structuredClone`, and so `postMessage`, takes a value. */
const isCloneable = (value) => {
  try {
    structuredClone(value);
    return true;
  } catch {
    return false;
  }
};

/** Sets the cause of an error, hidden as that of every `Error`. As an accessor, it is not cloned with the error. */
export const setCause = (error, cause) =>
  Object.defineProperty(error, "cause", {
    __proto__: null,
    configurable: true,
    ...(isCloneable(cause) ? { value: cause, writable: true } : { get: () => cause }),
  });
