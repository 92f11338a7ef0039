/** Bundles a page as an application does, for its size. */

import { build } from "esbuild";

/** The minified bytes of a module with these contents, whose imports are resolved from a folder. */
export const bundlePage = async (contents, folder) => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    legalComments: "none",
  });
  return outputFiles[0].contents;
};
