/** The core, where a host or a bundler imports `.wasm` files as compiled modules. */
declare const module: WebAssembly.Module;
export default module;
