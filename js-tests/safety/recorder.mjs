/**
 * Runs code while every name that some files of the package read is a getter of Object.prototype, and finds which of them
 * their code has read: what one merge of JSON adds there would have been taken for a field of an error, a call, a request or
 * an option.
 */

import { readFileSync } from "node:fs";

const folder = new URL("./", import.meta.resolve("synthflow-wasm"));

/** Names that JSON can add, but not those that the language itself reads of descriptors, promises and iterators. */
const language =
  /^(then|toJSON|constructor|get|set|value|writable|enumerable|configurable|length|name|prototype|next|return|done)$/;

// Node makes the error of a released writer once, in a context whose global object must not have these getters.
await new Blob([""]).stream().pipeTo(new WritableStream());

const namesIn = (files) => {
  const sources = files.map((name) => readFileSync(new URL(`${name}.js`, folder), "utf8"));
  const words = sources.flatMap((source) => [...source.matchAll(/\w*[a-z]\w*/gi)].map(([word]) => word));
  return new Set(
    words.filter((name) => /^[a-z_]\w*$/i.test(name) && !language.test(name) && !(name in Object.prototype)),
  );
};

/** A recorder of what the code in `files` reads, but not what is `meant`, by its name and the stack. */
export const recorder = (files, meant) => {
  const names = namesIn(files);
  const found = new Set();
  let isOn = false;
  const install = () => {
    for (const name of names)
      Object.defineProperty(Object.prototype, name, {
        __proto__: null,
        configurable: true,
        get() {
          if (!isOn) return undefined;
          isOn = false;
          const [, , reader, ...callers] = new Error().stack.split("\n");
          if (reader?.includes(folder.pathname) && !meant.test([name, reader, ...callers].join()))
            found.add(`${name} ${reader.trim().replace(folder.href, "")}`);
          isOn = true;
          return undefined;
        },
        set(value) {
          const flags = { __proto__: null, writable: true, enumerable: true, configurable: true };
          Object.defineProperty(this, name, { ...flags, __proto__: null, value });
        },
      });
  };
  const reads = async (run) => {
    install();
    isOn = true;
    try {
      await run();
    } catch {
      // What is read counts, however it ends.
    } finally {
      isOn = false;
      for (const name of names) delete Object.prototype[name];
    }
  };
  /** Prints whether there were names, and what was read. */
  const print = () => console.log(JSON.stringify([names.size > 500, [...found].sort()]));
  return { reads, print };
};
