/** The requests of one measurement, by the bare `fetch` of whatever host this is. */

/** How long one request may take, in milliseconds. */
export const LIMIT = 4000;

const TEXT = '{"phone":"+14155550100"}';

/** Makes a new body for a request, and what `fetch` needs besides. */
const bodies = {
  string: () => ({ body: TEXT }),
  blob: () => ({ body: new Blob([TEXT]) }),
  stream: () => ({ body: new Blob([TEXT]).stream(), duplex: "half" }),
  "empty blob": () => ({ body: new Blob([]) }),
  "empty stream": () => ({ body: new Blob([]).stream(), duplex: "half" }),
  none: () => ({}),
};

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

const attempt = async (send, url, init) => {
  try {
    await (await send(url, { ...init, signal: AbortSignal.timeout(LIMIT) })).text();
    return "resolved";
  } catch (error) {
    return error?.name === "TimeoutError" ? "timed out" : "rejected";
  }
};

/**
 * Sends a case's requests one after the other: `connection` is `fresh`, `kept` (another request was served on it) or
 * `preflight` (a page asks for permission on it first). How each ended.
 */
const runCase = async ({ url, connection, method, body, isWrapped, count }) => {
  const send = isWrapped ? (url, init) => fetch(url, init) : globalThis.fetch;
  const ends = [];
  for (let index = 0; index < count; index += 1) {
    // The server closes all connections, and the host gets a moment to notice.
    await attempt(send, `${url}/begin?${index}`, { method: "GET" });
    await pause(15);
    if (connection === "kept") {
      await attempt(send, `${url}/keep?${index}`, { method: "GET" });
      await pause(5);
    }
    // This type needs no permission, so that there is no preflight.
    const headers = { "content-type": connection === "preflight" ? "application/json" : "text/plain" };
    if (connection === "preflight" && method === "GET") headers.authorization = "Bearer a";
    const content = bodies[method === "GET" ? "none" : body]();
    ends.push(await attempt(send, `${url}/act?${index}`, { method, headers, ...content }));
  }
  return ends;
};

/** Runs cases, `together` at a time; each has a server of its own. */
export const run = async ({ cases, together }) => {
  const results = {};
  const rest = cases.values();
  const worker = async () => {
    for (const next of rest) results[next.id] = await runCase(next);
  };
  await Promise.all(Array.from({ length: together }, worker));
  return results;
};
