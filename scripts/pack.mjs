/** The wasm as a JavaScript module that unpacks itself. */

/** A module whose `unpack` answers with the bytes. */
export const pack = (wasm) => `
const packed = "${wasm.toString("base64")}";

/** The bytes of the wasm. */
export const unpack = () => Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
`;
