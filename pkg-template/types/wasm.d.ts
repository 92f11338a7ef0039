import type { CoreSource } from "./slim.js";

/** The WebAssembly module, as what `init` of the slim entry takes: which one it is depends on the bundler or runtime. */
declare const core: CoreSource;
export default core;
