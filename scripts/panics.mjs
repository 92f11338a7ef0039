/**
 * Cuts out of the wasm what only a panic runs, and fails the build where anything else needs it.
 *
 * A panic formats a message and prints it, which in wasm goes nowhere, and then traps. Cut, it is the
 * trap alone.
 */

import binaryen from "binaryen";

/** What only a panic runs, by name. `clippy` denies what can panic in our own code, and formatting. */
const panicking =
  /panicking|panic_fmt|slice_error_fail|slice_index_fail|unwrap_failed|expect_failed|handle_error|handle_alloc_error|capacity_overflow|rust_begin_unwind|rust_panic|\bfmt::|::fmt$/;

/** The panics that our own code cannot avoid: the caller, and what it calls. */
const unavoidable = [
  // `String::truncate` asserts that it cuts between letters; it is given a length the path has had.
  { caller: /\bChecker>?::leave\b/, callee: /\bpanicking::panic\b/ },
];

/**
 * What only the functions cut read: source paths. The words of the standard library's panics stay: they change
 * with Rust, and are 160 bytes.
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

/** Of each function by name: what it calls, and whether it has a `return`. */
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
 * A function that can return is no panic: whoever calls it, from code that stays, goes on afterwards,
 * and would trap once it is cut. This looks at what is called, so it holds however callers were inlined.
 * A call through a pointer is not seen; what our own code could be called by that way is not cut at all.
 */
const assertOnlyPanicsAreCut = (cut, bodies) => {
  const wrong = [...cut.keys()].filter(isOurs).map((name) => `${name}\n  is our own, and would be cut`);
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
    `code that is no panic calls functions that are cut out of the wasm, so it would trap:
${wrong.join("\n")}
Build texts with text.rs instead of format!, and return an error instead of a panic.`,
  );
};

/**
 * The wasm without what only a panic runs. Without `fence`, code that needs it is left to trap: for
 * tests of what a trap comes to.
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
