/** Runs the cases in Node, Deno or Bun: reads them from standard input, writes how each request ended. */

import { run } from "./probe.js";

const standardInput = () => {
  if (globalThis.Deno) return Deno.stdin.readable;
  return globalThis.Bun ? Bun.stdin.stream() : process.stdin;
};

let text = "";
const decoder = new TextDecoder();
for await (const chunk of standardInput()) text += decoder.decode(chunk, { stream: true });
console.log(JSON.stringify(await run(JSON.parse(text))));
// Connections that are kept would keep the process.
globalThis.process.exit();
