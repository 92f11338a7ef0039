/** Loads the core: at first use, and again after it has failed. */

import { SynthflowError } from "./errors.js";
import { reasonOf } from "./host/encode.js";
import { createReport, isReport, refused } from "./report.js";
import { instantiateGlue } from "./synthflow_bg.js";

/** The compiled module, once there is one. Not `module`: what wraps this in a function has a parameter of that name. */
let coreModule;
/** The instance that serves calls. */
let current;

/** Exports that do nothing, for an instance that has failed: objects in it are still freed. */
const inertExports = new Proxy({}, { get: () => () => {} });

const createInstance = (compiled) => {
  const core = instantiateGlue();
  core.attach(new WebAssembly.Instance(compiled, core.imports).exports);
  core.start();
  // Kept only now: another module, which `init` may have been given by mistake, can be replaced.
  coreModule = compiled;
  // Its own: what a script added to every object is no failure.
  core.failure = undefined;
  current = core;
  return core;
};

/** Instantiates a compiled module, once. */
export const instantiate = (compiled) => {
  return current ?? createInstance(coreModule ?? compiled);
};

/** Creates a function that returns the core, which it instantiates from the result of `compile` if needed. */
export const loader = (compile) => () => {
  if (current) return current;
  if (coreModule) return createInstance(coreModule);
  try {
    return instantiate(compile());
  } catch (error) {
    throw cannotLoad(error);
  }
};

/** What the engine throws says nothing of the cure, or names the dangerous one of two. */
export const cannotLoad = (error) => {
  if (error instanceof SynthflowError) return error;
  if (typeof WebAssembly !== "object") {
    return refused("this runtime has no WebAssembly, as in Lockdown Mode: call the API on a server", error);
  }
  const reason = reasonOf(error).replace(/'unsafe-eval'/g, "'wasm-unsafe-eval'");
  // Else the host lacks something, or it is no wasm.
  const isForbidden = /eval|csp|disallow|refuse|block/i.test(reason);
  return refused(
    `the core could not be loaded: ${reason}${isForbidden ? `. A page needs 'wasm-unsafe-eval' in its script-src; a worker must be bundled with the condition "workerd" or "edge-light"` : ""}`,
    error,
  );
};

/** What ended a core: the engine's own error, or the class only of another, which may quote a secret of any client. */
const endOf = (thrown) => {
  try {
    const isOfEngine = thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError;
    return isOfEngine ? [String(thrown), thrown] : [String(Object.getPrototypeOf(thrown).constructor.name)];
  } catch {
    return [typeof thrown];
  }
};

/**
 * Calls a core. Anything it throws other than a reported error is a failure of the core itself, after which its state
 * cannot be trusted: it is abandoned, with all its requests in flight, and the next call gets a new one.
 */
export const callCore = (core, step, attempts = 0) => {
  let { failure } = core;
  if (!failure) {
    try {
      const result = step();
      if (!core.failure) return result;
      // Something that it called has ended it: the result is of no use.
      failure = core.failure;
    } catch (error) {
      if (isReport(error)) throw error;
      failure = core.failure ?? error ?? "nothing";
      core.failure = failure;
      core.attach(inertExports);
      if (current === core) current = undefined;
    }
  }
  const [reason, cause] = endOf(failure);
  const effect = attempts > 0 ? "It may have taken effect: check before retrying" : "Nothing was sent";
  throw createReport(
    `the core failed: ${reason}. This is a bug: please report it. ${effect}`,
    attempts,
    cause,
  );
};
