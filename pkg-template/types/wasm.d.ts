/** The WebAssembly module, for runtimes and bundlers that import `.wasm` files as compiled modules. */
declare const module: WebAssembly.Module;
export default module;
