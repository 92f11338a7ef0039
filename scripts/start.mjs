/**
 * `npm start`: the set-up, the build, a tour in Node on the embedded sandbox, then a small page.
 *
 * `-- --once` stops after the tour; `-- --live` reads from the real API instead and never dials;
 * `-- --port 4173` says where the page is served.
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
  process.stdout.write(`\nThe page that lists agents and creates one: ${page.url}\nCtrl-C stops it.\n`);
}
