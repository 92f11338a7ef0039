/** Makes the glue of wasm-bindgen short: a third of the code that a page loads besides the wasm. */

/**
 * Parts that are replaced. Not needed: hosts that are not supported, with a `TextEncoder` without `encodeInto`. Slower and
 * larger than they must be: a string is returned through a `DataView` whose memory is compared each time, an import that
 * may throw is called with an arguments object, and each string that is passed brings its allocator, and is first written
 * letter by letter, which takes ten times as long for 1,000 of them.
 */
const replaced = [
  [/^if \(!\('encodeInto' in cachedTextEncoder\)\) \{[\s\S]*?^\}$/gm, ""],
  [/ {4}if \(realloc === undefined\) \{[\s\S]*?^ {4}\}$/gm, ""],
  [
    / {4}getDataViewMemory0\(\)\.setInt32\(\(arg0 >>> 0\) \+ 4 \* 1, (\w+), true\);\n {4}getDataViewMemory0\(\)\.setInt32\(\(arg0 >>> 0\) \+ 4 \* 0, (\w+), true\);/g,
    "    setPair(arg0, $2, $1);",
  ],
  [
    /^let cachedDataViewMemory0[\s\S]*?^function getDataViewMemory0[\s\S]*?^\}$/gm,
    `let words = null;
const setPair = (at, one, other) => {
    if (words === null || words.byteLength === 0) words = new Int32Array(wasm.memory.buffer);
    words[at >>> 2] = one;
    words[(at >>> 2) + 1] = other;
};`,
  ],
  [
    /^function (\w+)\(\) \{ return handleError\(function \((.*)\) \{\n([\s\S]*?)^\}, arguments\); \}$/gm,
    "function $1($2) {\n    try {\n$3    } catch (e) { storeThrown(e); }\n}",
  ],
  [
    /^function handleError\(f, args\) \{[\s\S]*?catch \(e\) \{([\s\S]*?)^ {4}\}\n\}$/gm,
    "const storeThrown = (e) => {$1};",
  ],
  [/passStringToWasm0\((\w+), wasm\.\w+, wasm\.\w+\)/g, "passStringToWasm0($1)"],
  [
    /function passStringToWasm0\(arg, malloc, realloc\) \{[\s\S]*?^\}/m,
    `const encodeAt = (text, from, to) => cachedTextEncoder.encodeInto(text, getUint8ArrayMemory0().subarray(from, to));
function passStringToWasm0(arg) {
    let len = arg.length;
    let ptr = wasm.__wbindgen_malloc(len, 1) >>> 0;
    let { read, written } = encodeAt(arg, ptr, ptr + len);
    if (read < len) {
        const rest = arg.slice(read);
        ptr = wasm.__wbindgen_realloc(ptr, len, len = written + rest.length * 3, 1) >>> 0;
        written += encodeAt(rest, ptr + written, ptr + len).written;
        ptr = wasm.__wbindgen_realloc(ptr, len, written, 1) >>> 0;
    }
    WASM_VECTOR_LEN = written;
    return ptr;
}`,
  ],
];

/** The functions of the glue that only the wasm calls, as what is written in the object of imports. */
const takeFunctions = (glue, names) => {
  const taken = new Map();
  const rest = glue.replace(
    /^function (\w+)(\([^()]*\)) \{\n([\s\S]*?)^\}$/gm,
    (whole, name, given, body) => {
      if (!names.has(name)) return whole;
      taken.set(name, `${given} => {\n${body}}`);
      return "";
    },
  );
  return { taken, rest };
};

/** The glue with the short names of imports and exports that the report of wasm-opt contains. */
export const shorten = (glue, report) => {
  const { imports, exports } = JSON.parse(report);
  const short = new Map(exports);
  const needed = replaced.reduce(
    (text, [part, instead]) => {
      const rest = text.replace(part, instead);
      if (rest === text) throw new Error(`the glue has changed: it has no ${part}`);
      return rest;
    },
    glue.replace(/^export /gm, ""),
  );
  if (/DataView|, arguments\)/.test(needed))
    throw new Error("the glue has changed: not all of it is replaced");
  // Functions of pkg-template/src/host.js are outside, since they do not depend on an instance. The glue calls some of
  // them, the wasm the others.
  let fromHost = imports.filter(([module]) => module === "./host.js").map(([, name]) => name);
  const inside = needed.replace(/^import \{(.*)\} from '.\/host.js';$/m, (_, names) => {
    fromHost = [...fromHost, ...names.split(",").map((name) => name.trim())];
    return "";
  });
  const { taken, rest } = takeFunctions(inside, new Set(imports.map(([, name]) => name)));
  const given = imports.map(([, name, shorter]) => `  ${shorter}: ${taken.get(name) ?? name},\n`).join("");
  const code = `${rest}\nconst imports = { a: {\n${given}} };\n`.replace(/\bwasm\.(\w+)/g, (whole, name) =>
    short.has(name) ? `wasm.${short.get(name)}` : whole,
  );
  const begin = short.get("__wbindgen_start");
  return `import { ${[...new Set(fromHost)].join(", ")} } from "./host.js";
/** Creates the glue of one instance; instances share no state. */
export const instantiateGlue = () => {
${code}
return { imports, attach: __wbg_set_wasm, start: () => wasm.${begin}(), begin, configure, end, forget, next, operations, request, signal, validate, waitFailure, waitOptions };
};
`;
};
