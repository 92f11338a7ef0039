/** Serves a proxy, or any function of a `Request`, as a handler of Node's `http`, Express and Fastify. */

import { get } from "../shared/own.js";
import { COMMON_HEADERS, jsonReply, readBefore } from "./refusal.js";
import { within } from "./within.js";

/** Whether something else reads the body, or has: what is left of it is not the body. */
const isRead = ({ readableEnded, readableDidRead, readableFlowing }) =>
  readableEnded || readableDidRead || readableFlowing;

/** The JSON of what a framework has parsed; undefined if it cannot be the body. */
const textOf = (parsed, length) => {
  try {
    const text = JSON.stringify(parsed ?? undefined);
    // An empty object may also stand for a body that was not parsed.
    return text === "{}" && length !== "2" ? undefined : text;
  } catch {
    return undefined;
  }
};

/** What a framework keeps of a body that it has read; undefined if that is nothing. Sets the length of a text written anew. */
const keptBody = ({ rawBody, body }, headers) => {
  const kept = rawBody ?? body;
  if (typeof kept === "string" || kept instanceof Uint8Array) return kept.length > 0 ? kept : undefined;
  const text = textOf(kept, headers.get("content-length"));
  if (text !== undefined) headers.set("content-length", String(new TextEncoder().encode(text).byteLength));
  return text;
};

/** The body as a stream. Nothing is read before somebody reads from it. */
const streamOf = (incoming) => {
  let chunks;
  return new ReadableStream(
    {
      async pull(controller) {
        // Text in another encoding than UTF-8 is not the body any more.
        if (!chunks && (isRead(incoming) || !/^(utf-?8)?$/i.test(incoming.readableEncoding ?? "")))
          throw readBefore();
        chunks ??= incoming[Symbol.asyncIterator]();
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(new Uint8Array(Buffer.from(value)));
      },
      cancel: () => void incoming.pause(),
    },
    { highWaterMark: 0 },
  );
};

/** More header lines than any client sends. */
const MAX_HEADERS = 500;

/** All headers as they arrived: of some, Node keeps only the first. Above a number of lines it drops the rest, unnoticed. */
const headersOf = ({ rawHeaders, socket }) => {
  const kept = socket.server?.maxHeadersCount || MAX_HEADERS;
  if (rawHeaders.length >= 2 * Math.min(kept, MAX_HEADERS)) throw new TypeError("there are too many headers");
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2) {
    if (!rawHeaders[at].startsWith(":")) headers.append(rawHeaders[at], rawHeaders[at + 1]);
  }
  return headers;
};

/** Whether a body follows. In HTTP/2 no header says so. */
const hasBody = (incoming) => {
  const { method, headers, httpVersionMajor } = incoming;
  if (method === "GET" || method === "HEAD") return false;
  if (httpVersionMajor > 1) return !incoming.stream.endAfterHeaders;
  return Number(headers["content-length"]) > 0 || Object.hasOwn(headers, "transfer-encoding");
};

/** The request; throws if it is not one that a browser or a client sends. */
const requestOf = (incoming, signal) => {
  const { method, socket } = incoming;
  // Express takes away the path that a handler is mounted at.
  const target = (Object.hasOwn(incoming, "originalUrl") && incoming.originalUrl) || incoming.url;
  const headers = headersOf(incoming);
  const authority = incoming.headers[":authority"];
  if (authority && !headers.has("host")) headers.set("host", authority);
  if (authority && headers.get("host") !== authority) throw new TypeError("there are two hosts");
  if (!headers.has("host")) throw new TypeError("there is no Host");
  const url = new URL(`${get(socket, "encrypted") ? "https" : "http"}://${headers.get("host")}`);
  const parsed = new URL(target, url);
  // What is normalized here may have been routed otherwise before: `..`, `//`, a backslash, a fragment, another host.
  if (
    !target.startsWith("/") ||
    target.includes("#") ||
    parsed.host !== url.host ||
    parsed.pathname !== target.split(/[?#]/, 1)[0]
  ) {
    throw new TypeError("the path is not normalized");
  }
  if (!hasBody(incoming)) return new Request(parsed, { method, headers, signal });
  const kept = isRead(incoming) ? keptBody(incoming, headers) : undefined;
  const body = kept ?? streamOf(incoming);
  return new Request(parsed, { method, headers, body, signal, duplex: "half" });
};

/** How long a client may read nothing of a response. */
const READ_MS = 60_000;

/** Writes a body as it arrives, no faster than the client reads. */
const write = async (body, outgoing) => {
  const reader = body.getReader();
  const left = new Promise((resolve) => outgoing.once("close", resolve));
  const cancel = () => reader.cancel().catch(() => {});
  left.then(cancel);
  try {
    while (!outgoing.destroyed) {
      const { done, value } = await reader.read();
      if (done) return;
      if (!outgoing.destroyed && !outgoing.write(value)) {
        const drained = new Promise((resolve) => outgoing.once("drain", resolve));
        await within(Promise.race([left, drained]), READ_MS, "the client does not read");
      }
    }
  } finally {
    // Who else reads the body does not wait for this reader.
    cancel();
  }
};

const badRequest = () => {
  const { status, headers, body } = jsonReply(400, { detail: "the request could not be read" });
  return new Response(body, { status, headers: { ...COMMON_HEADERS, ...headers } });
};

/** Creates the handler. */
export const createNodeHandler = (handle, ...others) => {
  if (typeof handle !== "function" || others.length > 0)
    throw new TypeError(
      "createNodeHandler: expected the function that createProxy returns, and nothing else",
    );
  return (incoming, outgoing) => respond(handle, incoming, outgoing);
};

const respond = async (handle, incoming, outgoing) => {
  const left = new AbortController();
  outgoing.once("close", () => left.abort());
  outgoing.on("error", () => {});
  let request;
  try {
    request = requestOf(incoming, left.signal);
  } catch {
    // Reported as 400.
  }
  try {
    // A socket of a path has no address.
    const context = { remoteAddress: incoming.socket.remoteAddress ?? "", incoming };
    const response = request ? await handle(request, context) : badRequest();
    outgoing.statusCode = response.status;
    for (const [name, value] of response.headers) outgoing.setHeader(name, value);
    // A function around the proxy may set several.
    const cookies = response.headers.getSetCookie();
    if (cookies.length > 0) outgoing.setHeader("set-cookie", cookies);
    // The rest of a body that was refused would be read as the next request, or for as long as it is sent.
    if (!incoming.complete && incoming.httpVersionMajor === 1) outgoing.setHeader("connection", "close");
    if (response.body) await write(response.body, outgoing);
    outgoing.end();
  } catch {
    // The response has begun: a client must not take what it has for all of it. HTTP/2 needs a code for that, INTERNAL_ERROR.
    get(outgoing, "stream")?.close?.(2);
    outgoing.destroy();
  }
};
