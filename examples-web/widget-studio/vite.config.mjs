/** Builds the studio into `dist`. A warning of the Svelte compiler, such as one about accessibility, is an error. */

import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  root,
  plugins: [
    svelte({
      configFile: false,
      onwarn: ({ code, message, filename }) => {
        throw new Error(`${filename}: ${code}: ${message}`);
      },
    }),
  ],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    manifest: "manifest.json",
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // What the schema shares with the page is in the page's file: a chunk of its own would cost 380 bytes.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: "index", test: /(src.main|pkg.own)\.js$/ }] } },
    },
  },
});
