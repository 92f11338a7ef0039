/** The method of a signal that the client calls when it sends the request, by which a campaign knows that it cannot take it back. */
export const SENT = Symbol.for("synthflow-wasm:sent");
