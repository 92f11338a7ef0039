import type { HostResponse } from "./index.js";

/** `WebAssembly.Module` of the host, if the program has its types. */
export type CoreModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer T } } }
  ? T
  : object;

/** Source of the WebAssembly module `synthflow-wasm/wasm`: a URL, bytes, a `Response`, or a `WebAssembly.Module`. */
export type CoreSource =
  | string
  | { readonly href: string }
  | ArrayBuffer
  | ArrayBufferView
  | HostResponse
  | CoreModule;

/** Compiles the WebAssembly module. Await it before creating the first client. */
export declare function init(source: CoreSource | Promise<CoreSource>): Promise<void>;

/** Compiles the WebAssembly module synchronously. */
export declare function initSync(source: ArrayBuffer | ArrayBufferView | CoreModule): void;
