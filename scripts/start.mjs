/**
 * `npm start`: sets up, builds, runs a tour in Node on the embedded sandbox, then serves the widget studio.
 *
 * `-- --once` stops after the tour. `-- --live` uses the real account of `SYNTHFLOW_API_KEY` instead: the tour reads, and
 * the studio changes agents when its user saves them; neither places calls. `-- --port 4173` is the port of the studio.
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

if (!values.once) {
  // Imported late: its dependencies are installed by the setup.
  const { serveStudio } = await import("../examples-web/widget-studio/server/serve.mjs");
  const { live } = values;
  const serve = (port) => serveStudio({ port, live });
  const { openPage } = await import("../examples-web/widget-studio/server/open.mjs");
  const { url } = await serve(Number(values.port)).catch((error) => {
    if (error.code !== "EADDRINUSE") throw error;
    return serve(0);
  });
  process.stdout.write(`\nWidget studio: ${url}\nOpen it in a browser. Press Ctrl-C to stop it.\n`);
  openPage(url);
}
