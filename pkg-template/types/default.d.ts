/** Compiles the core in the background. Optional: the first client does it where this was not called. */
export declare function init(): Promise<void>;
