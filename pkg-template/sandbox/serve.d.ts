import type { Sandbox, SandboxOptions } from "./index.js";

/** How a sandbox is served. */
export interface ServeOptions extends SandboxOptions {
  /** Default: a free one. */
  port?: number;
  /** Default `"127.0.0.1"`. */
  host?: string;
}

/** A sandbox that listens. */
export interface ServedSandbox {
  /** What goes into the client option `baseURL`. */
  readonly url: string;
  readonly sandbox: Sandbox;
  /** Stops listening. */
  close(): Promise<void>;
}

/** Serves a sandbox over HTTP; answers when it listens. Node only. */
export declare function serveSandbox(options?: ServeOptions): Promise<ServedSandbox>;
