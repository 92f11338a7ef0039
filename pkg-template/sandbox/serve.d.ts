import type { Sandbox, SandboxOptions } from "./index.js";

/** Options of a served sandbox. */
export interface ServeOptions extends SandboxOptions {
  /** Port to listen on. Default: a free one. */
  port?: number;
  /**
   * Address to listen on. Default `"127.0.0.1"`. With `"0.0.0.0"` other machines reach it as well; the names they
   * use for this machine have to be in `allowHosts`.
   */
  host?: string;
  /**
   * Host names and IP addresses, without a port, that requests may name in their `Host` header, besides `host` and
   * those of loopback (`localhost`, `*.localhost`, `127.0.0.0/8`, `[::1]`). Others are refused with 403, so that a web
   * page cannot reach the sandbox under a name that its owner points here.
   */
  allowHosts?: readonly string[];
  /**
   * Origins whose pages may use the sandbox, such as `"https://app.example"`, besides those of loopback (a local
   * development server); `"null"` stands for files and sandboxed frames. Requests of other origins are refused
   * with 403, and no response to them has CORS headers.
   */
  allowOrigins?: readonly string[];
  /** Milliseconds within which a request has to arrive completely. Default 30,000. */
  requestTimeout?: number;
}

/** A sandbox that listens. */
export interface ServedSandbox {
  /** What goes into the client option `baseURL`. */
  readonly url: string;
  readonly sandbox: Sandbox;
  /** Stops listening and ends all connections. */
  close(): Promise<void>;
}

/**
 * Serves a sandbox over HTTP; resolves when it listens. Node only.
 *
 * A body over 2 MiB is refused with 413. A failure of the sandbox itself is a response with status 500 and a line on
 * stderr; connections break only where `sandbox.fail({ reset: true })` asks for it.
 *
 * @throws {TypeError} if an allowed host or origin could not be read.
 */
export declare function serveSandbox(options?: ServeOptions): Promise<ServedSandbox>;
