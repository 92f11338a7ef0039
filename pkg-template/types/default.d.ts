/** Compiles the WebAssembly module in the background. Optional: otherwise the first client compiles it. */
export declare function init(): Promise<void>;
