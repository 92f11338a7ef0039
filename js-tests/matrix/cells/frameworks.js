/** Frameworks, built for production: on their servers, and in their pages. */

import { pageModule, serverModule } from "../program.js";
import { serves } from "../steps.js";

const json = 'import { run } from "../../lib/server.js";\n';

/** Next renders nothing before `runJob` exists; the page is a client component. */
const next = {
  "lib/server.js": serverModule,
  "lib/page.js": pageModule,
  "app/layout.jsx": "export default ({ children }) => <html lang='en'><body>{children}</body></html>;\n",
  "app/page.jsx": `"use client";
import { useEffect } from "react";
import { run } from "../lib/page.js";
export default function Page() {
  useEffect(() => {
    globalThis.runJob = run;
  }, []);
  return <p>Ready</p>;
}
`,
  "app/node/route.js": `${json}export const dynamic = "force-dynamic";
export const GET = async () => Response.json(await run());\n`,
  "app/edge/route.js": `${json}export const dynamic = "force-dynamic";
export const runtime = "edge";
export const GET = async () => Response.json(await run());\n`,
};

const nextCell = (version, bundler, flag) => ({
  name: `Next.js ${version}, ${bundler}`,
  how: "a route on Node, a route on the edge runtime, a client component",
  packages: [`next@${version}`, "react@19", "react-dom@19"],
  files: next,
  env: { NEXT_TELEMETRY_DISABLED: "1" },
  build: [`next build${flag}`],
  steps: [serves("next start -H 127.0.0.1 -p $PORT", { paths: ["/node", "/edge"], pages: ["/"] })],
});

const svelteKit = {
  "vite.config.mjs": `import adapter from "@sveltejs/adapter-node";
import { sveltekit } from "@sveltejs/kit/vite";
export default { plugins: [sveltekit({ adapter: adapter() })] };\n`,
  "src/app.html": `<!doctype html><html lang="en"><head>%sveltekit.head%</head><body><div>%sveltekit.body%</div></body></html>\n`,
  "src/lib/server.js": serverModule,
  "src/lib/page.js": pageModule,
  "src/routes/+page.svelte": `<script>
  import { onMount } from "svelte";
  import { run } from "../lib/page.js";
  onMount(() => {
    globalThis.runJob = run;
  });
</script>
<p>Ready</p>\n`,
  "src/routes/node/+server.js": `${json}export const GET = async () => Response.json(await run());\n`,
};

const astro = {
  "astro.config.mjs": `import node from "@astrojs/node";
export default { output: "server", adapter: node({ mode: "standalone" }) };\n`,
  "src/lib/server.js": serverModule,
  "src/lib/page.js": pageModule,
  "src/pages/node.js":
    'import { run } from "../lib/server.js";\nexport const GET = async () => Response.json(await run());\n',
  "src/pages/index.astro": `<html lang="en"><body><p>Ready</p><script>
  import { run } from "../lib/page.js";
  globalThis.runJob = run;
</script></body></html>\n`,
};

const how = "an endpoint on Node, and a page";

export const frameworks = [
  nextCell(15, "webpack", ""),
  nextCell(15, "Turbopack", " --turbopack"),
  nextCell(16, "webpack", " --webpack"),
  nextCell(16, "Turbopack", ""),
  {
    name: "SvelteKit",
    how,
    packages: [
      "@sveltejs/kit@3",
      "@sveltejs/adapter-node@6",
      "@sveltejs/vite-plugin-svelte@7",
      "svelte@5",
      "vite@8",
      "node@22",
    ],
    files: svelteKit,
    build: ["vite build"],
    steps: [serves("node build", { paths: ["/node"], pages: ["/"] })],
  },
  {
    name: "Astro",
    how,
    packages: ["astro@7", "@astrojs/node@11", "node@22"],
    files: astro,
    env: { ASTRO_TELEMETRY_DISABLED: "1" },
    build: ["astro build"],
    steps: [serves("node dist/server/entry.mjs", { paths: ["/node"], pages: ["/"] })],
  },
];
