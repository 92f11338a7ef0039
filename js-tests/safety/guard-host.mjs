/** Starts a worker of Deno or Bun and prints what it found: there a key belongs. */

const worker = new Worker(new URL("./guard-worker.mjs", import.meta.url), { type: "module" });
worker.addEventListener("message", ({ data }) => {
  console.log(JSON.stringify(data));
  worker.terminate();
});
worker.addEventListener("error", ({ message }) => {
  console.error(message);
  worker.terminate();
});
worker.postMessage("ask");
