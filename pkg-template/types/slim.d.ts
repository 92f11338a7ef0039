/** Source of the WebAssembly module `synthflow-wasm/wasm`. */
export type CoreSource = string | URL | BufferSource | Response | WebAssembly.Module;

/** Compiles the WebAssembly module. Await it before creating the first client. */
export declare function init(source: CoreSource | Promise<CoreSource>): Promise<void>;

/** Compiles the WebAssembly module synchronously. */
export declare function initSync(source: BufferSource | WebAssembly.Module): void;
