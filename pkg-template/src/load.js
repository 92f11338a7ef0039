/** Loading the core: at first use, without a call of the user's; and again where it has failed. */

import { isReport } from "./errors.js";
import { instantiateGlue } from "./synthflow_bg.js";

/** The compiled module, once there is one. */
let module;
/** The instance that serves calls. */
let current;

/** Takes the place of an instance that has failed: what is freed in it is nobody's business any more. */
const nothing = new Proxy({}, { get: () => () => {} });

const begin = (compiled) => {
  const core = instantiateGlue();
  core.attach(new WebAssembly.Instance(compiled, core.imports).exports);
  core.start();
  // Kept only now: another module, which `init` may have been given by mistake, can be replaced.
  module = compiled;
  current = core;
  return core;
};

/** Makes the instance of a compiled module, once. */
export const instantiate = (compiled) => {
  return current ?? begin(module ?? compiled);
};

/** Answers with the core, made of what `compile` answers when it is not there yet. */
export const loader = (compile) => () => {
  if (current) return current;
  if (module) return begin(module);
  if (typeof WebAssembly !== "object") {
    throw new Error(
      "synthflow-wasm needs WebAssembly, which this runtime does not have (React Native's Hermes does not)",
    );
  }
  return instantiate(compile());
};

/**
 * Runs a step in a core. What it throws beside its own reports is a failure of the core itself, after
 * which nothing in it can be relied on: it is given up, with all requests under way in it, and the next
 * call gets a fresh one.
 */
export const callCore = (core, step, attempts = 0) => {
  let cause = core.failure;
  if (!cause) {
    try {
      return step();
    } catch (error) {
      if (isReport(error)) throw error;
      cause = error;
      core.failure = error ?? "nothing";
      core.attach(nothing);
      if (current === core) current = undefined;
    }
  }
  const sent = attempts > 0;
  throw {
    class: "SynthflowError",
    message: `the core failed: ${cause}. This is a bug of synthflow-wasm, please report it. ${
      sent ? "The request may have had its effect: look before trying again" : "Nothing was sent"
    }; the next call gets a fresh core`,
    outcome: sent ? "unknown" : "not-sent",
    attempts,
    cause,
  };
};
