/** What every entry point exports beside the class. */

export * from "./errors.js";
export { VERSION } from "./version.js";
