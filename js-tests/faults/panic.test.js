/** A panic of the core is always a trap, so that nothing runs after it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import binaryen from "binaryen";
import * as packaged from "synthflow-wasm/slim";
import { withoutPanicking } from "../../scripts/panics.mjs";
import { rejection } from "../support/server.js";
import { buildPlanted, cappedCore, loadPlanted, plantIn } from "./build.js";

const client = ({ Synthflow }, sent) =>
  new Synthflow({
    apiKey: "test",
    logLevel: "off",
    fetch: async (url, { method }) => {
      sent.push(`${method} ${url}`);
      return Response.json({ status: "ok", response: { model_id: "m" } });
    },
  });

const crashed = ({ SynthflowError }, error) => {
  assert.ok(error instanceof SynthflowError, String(error));
  assert.match(error.message, /the core failed: RuntimeError: unreachable.*Nothing was sent$/s);
  assert.deepEqual([error.outcome, error.attempts], ["not-sent", 0]);
};

// Compiles the crate again, with the dependencies of the build before.
test("S1: a refusal written with format! fails the build, and without the fence sends nothing", {
  timeout: 600_000,
}, async () => {
  plantIn(
    "src/http/url.rs",
    `text::concat(&[
                operation,
                ": ",
                name,
                ": expected the id, got ",
                got,
                "; nothing was sent",
            ])`,
    'format!("{operation}: {name}: expected the id, got {got}; nothing was sent")',
  );
  const { message } = await rejection(buildPlanted({ fence: true }));
  assert.match(message, /synthflow_wasm::http::url::fill.*\n +calls .*fmt::format/);

  await buildPlanted({ fence: false });
  const slim = await loadPlanted();
  const sent = [];
  const { agents } = client(slim, sent);
  for (const id of ["", ".", ".."]) {
    crashed(slim, await rejection(agents.delete(id)));
    assert.deepEqual(sent, []);
  }
  await agents.delete("m");
  assert.deepEqual(sent, ["DELETE https://api.synthflow.ai/v2/assistants/m"]);
});

test("S1: out of memory is a trap too, and the next call gets a new core", async () => {
  packaged.initSync(cappedCore(4));
  const sent = [];
  const { agents } = client(packaged, sent);
  let failures = 0;
  // Sizes between those that fit and those far too large, so that different allocations fail first.
  for (let size = 2 ** 10; size < 2 ** 21; size = Math.ceil(size * 1.15)) {
    const text = "x".repeat(size);
    for (const attempt of [
      () => agents.get(text),
      () => agents.create({ type: "outbound", name: "A", agent: { prompt: text } }),
      () => agents.update("m", { [text]: 1 }),
    ]) {
      const before = sent.length;
      const error = await attempt().catch((error) => error);
      if (!(error instanceof Error) || !/the core failed/.test(error.message)) continue;
      failures += 1;
      assert.match(error.message, /the core failed: RuntimeError: unreachable/, `${size} letters`);
      if (error.outcome === "not-sent") assert.equal(sent.length, before);
      await agents.get("small");
    }
  }
  assert.ok(failures > 10, `${failures} failures`);
});

const texts = `/rustc/1/std.rs ${Array.from({ length: 100 }, (_, at) => String(at).padStart(2, "0")).join("")}`;

/** Applies the fence to a wasm with these functions. */
const cutOf = (functions, fence = true) => {
  binaryen.setDebugInfo(true);
  const module = binaryen.parseText(`(module (memory 1) (data (i32.const 0) "${texts}") ${functions})`);
  const cut = binaryen.readBinary(withoutPanicking(Buffer.from(module.emitBinary()), { fence }));
  return cut.emitText();
};

const panic = '(func $"core::panicking::panic_fmt" (call $"core::fmt::write") (unreachable))';
const write = '(func $"core::fmt::write" (nop))';

test("S1: a panic becomes a trap, and code that only it uses is removed", () => {
  const text = cutOf(`${panic}${write}(func $"std::io" (export "a") (call $"core::panicking::panic_fmt"))`);
  assert.equal(text.match(/\(unreachable\)/g).length, 2);
  assert.match(text, /\(call \$core::panicking::panic_fmt\)/);
});

for (const [what, functions, told] of [
  [
    "our own code formats",
    `${write}(func $"synthflow_wasm::a" (call $"core::fmt::write"))`,
    "synthflow_wasm::a",
  ],
  ["other code formats", `${write}(func $"serde::a" (call $"core::fmt::write"))`, "serde::a"],
  [
    "our own code panics",
    `${write}${panic}(func $"synthflow_wasm::a" (call $"core::panicking::panic_fmt"))`,
    "synthflow_wasm::a",
  ],
  [
    "what is named like a panic can return",
    '(func $"x::handle_error" (param i32) (if (local.get 0) (then (return))) (unreachable))(func $"x::a" (call $"x::handle_error" (i32.const 1)))',
    "x::a",
  ],
  [
    "our own code is named like a panic",
    '(func $"synthflow_wasm::handle_error" (nop))',
    "synthflow_wasm::handle",
  ],
  ["our own type formats", '(func $"<synthflow_wasm::A as core::fmt::Display>::fmt" (nop))', "is our own"],
]) {
  test(`S1: the build fails where ${what}`, () => {
    assert.throws(() => cutOf(functions), new RegExp(told));
    assert.match(cutOf(functions, false), /unreachable/);
  });
}

test("S1: a text to blank that is not in the wasm fails the build", () => {
  const module = new binaryen.Module();
  assert.throws(() => withoutPanicking(Buffer.from(module.emitBinary()), { fence: true }), /has no text/);
});
