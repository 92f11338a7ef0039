/** Where a core comes from. */
export type CoreSource = string | URL | BufferSource | Response | WebAssembly.Module;

/** Makes the core. Await it before the first client. */
export declare function init(source: CoreSource | Promise<CoreSource>): Promise<void>;

/** Makes the core at once. */
export declare function initSync(source: BufferSource | WebAssembly.Module): void;
