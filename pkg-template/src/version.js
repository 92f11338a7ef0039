/** The version of this package. */

export { version as VERSION } from "../package.json";
