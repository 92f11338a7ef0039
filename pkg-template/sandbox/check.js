/** The validation of the client, which the sandbox applies to requests of any client. */

export { check } from "synthflow-wasm";
