/** What the entry points with a client share: one file of the package, so that all have the same core. */

export { createCheck, createClientClass } from "./client.js";
export { cannotLoad, instantiate, loader } from "./load.js";
export { refused } from "./report.js";
