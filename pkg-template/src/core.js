/** What the entry points with a client share: one file of the package, so that all have the same core. */

export { createCheck, createClientClass } from "./client.js";
export { instantiate, loader } from "./load.js";
