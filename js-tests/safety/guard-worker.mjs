/** In a worker of any kind: asks the questions of `guard.mjs` when a message comes, and posts what it found. */

import { Synthflow } from "../../pkg/index.js";
import { tryGuard } from "./guard.mjs";

// That of a file is "null" or missing.
const { origin } = globalThis.location ?? {};
const found = () => tryGuard(Synthflow, origin?.startsWith("http") ? origin : "https://app.example");

if ("onconnect" in globalThis) {
  globalThis.onconnect = async ({ ports: [port] }) => port.postMessage(await found());
} else {
  globalThis.addEventListener("message", async ({ ports, data }) => {
    if (data !== "ask") return;
    const result = await found();
    if (ports?.[0]) ports[0].postMessage(result);
    else globalThis.postMessage(result);
  });
}
