/** Preloaded by examples: requests to Synthflow are sent to the sandbox, and no others leave this machine. */

/** The reader's own: the signed-in user of a request. */
globalThis.userOf = async () => ({ id: "ada" });

const { fetch } = globalThis;

globalThis.fetch = async (input, init) => {
  const url = String(input.url ?? input).replace(
    /^https:\/\/api\.(us\.|eu\.)?synthflow\.ai\/v2/,
    process.env.SANDBOX_URL,
  );
  const { hostname } = new URL(url);
  if (hostname !== "127.0.0.1") throw new Error(`an example must not send a request to ${hostname}`);
  return fetch(url, init);
};
