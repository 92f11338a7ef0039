/** The sandbox refuses what the client would refuse: by the same tables, for callers of any language. */

export { check } from "synthflow-wasm";
