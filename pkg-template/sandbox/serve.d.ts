import type { Sandbox, SandboxOptions } from "./index.js";

/** Options of a sandbox server. */
export interface ServeOptions extends SandboxOptions {
  /** Port to listen on. Default: a free port. */
  port?: number | undefined;
  /**
   * Address to listen on. Default `"127.0.0.1"`. With `"0.0.0.0"` other machines can connect; list the names they use
   * for this machine in `allowHosts`.
   */
  host?: string | undefined;
  /**
   * Host names and IP addresses, without a port, to accept in the `Host` header of a request, besides `host` and those
   * of loopback (`localhost`, `*.localhost`, `127.0.0.0/8`, `[::1]`). Others get status 403, so that a web page cannot
   * reach the sandbox by DNS rebinding.
   */
  allowHosts?: readonly string[] | undefined;
  /**
   * Origins whose pages may use the sandbox, such as `"https://app.example"`, besides those of loopback (a local
   * development server); `"null"` stands for files and sandboxed frames. Other origins get status 403 without CORS
   * headers.
   */
  allowOrigins?: readonly string[] | undefined;
  /** Timeout for receiving a request, in milliseconds. Default 30,000. */
  requestTimeout?: number | undefined;
}

/** A running sandbox server. */
export interface ServedSandbox {
  /** URL for the client option `baseURL`. */
  readonly url: string;
  /** The sandbox that it serves. */
  readonly sandbox: Sandbox;
  /** Stops listening and closes all connections. */
  close(): Promise<void>;
}

/**
 * Serves a sandbox over HTTP, in Node only. Resolves when it listens.
 *
 * A body over 2 MiB gets status 413. A failure of the sandbox itself is a response with status 500 and a line on
 * stderr. Connections break only for `sandbox.fail({ reset: true })`. The control endpoints `/__sandbox/*` obey the
 * same checks of `Host` and `Origin`, and need no API key.
 *
 * @throws {TypeError} if an allowed host or origin, or another option, could not be read.
 * @example
 * ```ts
 * import { serveSandbox } from "synthflow-wasm/sandbox-server";
 *
 * const { url, close } = await serveSandbox({ port: 4010 });
 * console.log(`listening at ${url}`);
 * await close();
 * ```
 */
export declare function serveSandbox(options?: ServeOptions | undefined): Promise<ServedSandbox>;
