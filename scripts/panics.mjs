/**
 * Removes from the wasm the code that only a panic runs, and fails the build if any other code needs it.
 *
 * A panic formats and prints a message, which is lost in wasm, and then traps. Only the trap remains.
 */

import binaryen from "binaryen";

/** The names of functions that only a panic runs. `clippy` denies panics and formatting in our own code. */
const panicking =
  /panicking|panic_fmt|slice_error_fail|slice_index_fail|unwrap_failed|expect_failed|handle_error|handle_alloc_error|capacity_overflow|rust_begin_unwind|rust_panic|\bfmt::|::fmt$/;

/** The panics that our own code cannot avoid: the caller and the callee. */
const unavoidable = [
  // `String::truncate` asserts a character boundary; its argument is a former length of the path.
  { caller: /\bChecker>?::leave\b/, callee: /\bpanicking::panic\b/ },
];

/**
 * The texts that only removed functions read: source paths. The panic messages of the standard library remain: they
 * change with each Rust version, and are 160 bytes.
 */
const panickingTexts = [/(?:\/rustc|~|src)\/[\w./-]+?\.rs/g];

const blank = (bytes) => {
  const blanked = panickingTexts.reduce((text, pattern) => {
    if (text.search(pattern) < 0) throw new Error(`the wasm has no text ${pattern}: remove the pattern`);
    return text.replace(pattern, (found) => "\0".repeat(found.length));
  }, bytes.toString("latin1"));
  return Buffer.from(blanked, "latin1");
};

const named = /\$(?:"((?:[^"\\]|\\.)*)"|([^\s()]+))/.source;

/** For each function by name: what it calls, and whether it has a `return`. */
const readBodies = (module) => {
  const bodies = new Map();
  const begins = new RegExp(`^ \\(func ${named}`);
  const calls = new RegExp(`\\((?:return_)?call ${named}`, "g");
  let body;
  for (const line of module.emitText().split("\n")) {
    const begin = begins.exec(line);
    if (begin) {
      body = { callees: new Set(), returns: false };
      bodies.set(begin[1] ?? begin[2], body);
    }
    for (const [, quoted, bare] of line.matchAll(calls)) body.callees.add(quoted ?? bare);
    if (/\(return\b/.test(line)) body.returns = true;
  }
  return bodies;
};

const isOurs = (name) => name.includes("synthflow_wasm");

/**
 * A function that can return is not a panic: code that remains would continue after calling it, and would trap if it were
 * removed. Checking callees works however callers were inlined. Indirect calls are not checked; functions that our own
 * code could call indirectly are not removed.
 */
const assertOnlyPanicsAreCut = (cut, bodies) => {
  const wrong = [...cut.keys()].filter(isOurs).map((name) => `${name}\n  is our own, and would be removed`);
  for (const [caller, { callees }] of bodies) {
    if (cut.has(caller)) continue;
    for (const callee of callees) {
      if (!cut.has(callee)) continue;
      const excused = unavoidable.some((pair) => pair.caller.test(caller) && pair.callee.test(callee));
      if (cut.get(callee).canReturn || (isOurs(caller) && !excused))
        wrong.push(`${caller}\n  calls ${callee}`);
    }
  }
  if (wrong.length === 0) return;
  throw new Error(
    `code that is not a panic calls functions that are removed from the wasm, so it would trap:
${wrong.join("\n")}
Build texts with text.rs instead of format!, and return an error instead of a panic.`,
  );
};

/**
 * The wasm without the code that only a panic runs. Without `fence`, other code that needs it will trap, for tests of
 * traps.
 */
export const withoutPanicking = (bytes, { fence }) => {
  binaryen.setDebugInfo(true);
  const module = binaryen.readBinary(blank(bytes));
  const bodies = readBodies(module);
  const cut = new Map();
  for (let index = 0; index < module.getNumFunctions(); index += 1) {
    const reference = module.getFunctionByIndex(index);
    const { name, module: imported, body } = binaryen.getFunctionInfo(reference);
    if (imported || !panicking.test(name)) continue;
    const ends = binaryen.getExpressionType(body) === binaryen.unreachable;
    cut.set(name, { canReturn: bodies.get(name).returns || !ends });
    binaryen.Function(reference).body = module.unreachable();
  }
  if (fence) assertOnlyPanicsAreCut(cut, bodies);
  const stripped = module.emitBinary();
  module.dispose();
  return stripped;
};
