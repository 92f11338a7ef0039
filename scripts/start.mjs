/**
 * `npm start`: sets up, builds, runs a tour in Node on the embedded sandbox, then serves a small page.
 *
 * `-- --once` stops after the tour; `-- --live` reads from the real API instead and places no calls; `-- --port 4173` is
 * the port of the page.
 */

import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { run } from "./run.mjs";

const { values } = parseArgs({
  options: {
    once: { type: "boolean", default: false },
    live: { type: "boolean", default: false },
    port: { type: "string", default: "4173" },
  },
});

await build({ ifChanged: true });
await run(process.execPath, ["examples-web/tour.mjs", ...(values.live ? ["--live"] : [])]);

if (!values.once && !values.live) {
  const { servePage } = await import("../examples-web/serve.mjs");
  const page = await servePage(Number(values.port)).catch(() => servePage(0));
  process.stdout.write(`\nA page that lists agents and creates one: ${page.url}\nPress Ctrl-C to stop it.\n`);
}
