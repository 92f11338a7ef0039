/** `npm run docs`: builds the package, then its documentation as a site, `docs/site`: the guides, and the reference of all types. */

import { join } from "node:path";
import { build } from "./build.mjs";
import { root, run, say } from "./run.mjs";

const typedoc = join(root, "tools/docs/node_modules/typedoc/bin/typedoc");

/** Builds the site of what is in `pkg/` into a folder. Rejects with the warnings of TypeDoc, if there are any. */
export const buildSite = async (folder) => {
  say("docs: the reference, from the definitions in pkg/");
  await run(process.execPath, [typedoc, "--options", join(root, "tools/docs"), "--out", folder], {
    quiet: true,
  });
};

if (process.argv[1] === new URL(import.meta.url).pathname) {
  await build({ ifChanged: true });
  await buildSite(join(root, "docs/site"));
  say("docs: docs/site/index.html is ready");
}
