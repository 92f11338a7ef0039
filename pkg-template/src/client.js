/** The class face: thin over the core. No key and no pointer shows when it is printed. */

import { drive } from "./drive.js";
import { toError } from "./errors.js";
import { isPlain } from "./host.js";
import { callCore } from "./load.js";
import { page } from "./page.js";
import { ignoreRejection } from "./signal.js";
import { wait } from "./wait.js";

/** Where there is an environment, and it may be read. */
const environment = (name) => {
  try {
    const { env } = globalThis.process;
    return (Object.hasOwn(env, name) && env[name]) || undefined;
  } catch {
    return undefined;
  }
};

const variables = { apiKey: "API_KEY", region: "REGION", baseURL: "BASE_URL" };

/**
 * The options, with what is left out taken from the environment. Their own fields only: anybody may add to a
 * prototype. A region in code takes precedence over a base URL in the environment.
 */
const withEnvironment = (options) => {
  if (typeof options !== "object" || options === null) return options;
  let all;
  try {
    // A Map or a class whose fields are getters: the core refuses it, and the environment must not stand in for it.
    if (!isPlain(options) && Object.keys(options).length === 0) return options;
    all = { __proto__: null, ...options };
  } catch {
    // The core cannot read it either, and says so.
    return options;
  }
  const hasRegion = (all.region ?? undefined) !== undefined;
  for (const [name, variable] of Object.entries(variables)) {
    if (all[name] === undefined && !(hasRegion && name === "baseURL"))
      all[name] = environment(`SYNTHFLOW_${variable}`);
  }
  return all;
};

/** A property that does not show when the object is printed. */
const hide = (object, name, value) => Object.defineProperty(object, name, { value });

/**
 * Sends what `begin` builds, and answers with the promise of what `finish` makes of the answer. It is
 * built in the call itself: what a caller changes later is not sent.
 */
const send = (begin, finish, stream) => {
  let raw = false;
  const answer = (async () => {
    try {
      return await drive(begin, () => raw, stream);
    } catch (error) {
      throw toError(error);
    }
  })();
  const result = finish(answer);
  hide(result, "withResponse", async () => {
    const [data, { response }] = await Promise.all([result, ignoreRejection(answer)]);
    return { data, response };
  });
  hide(result, "asResponse", async () => {
    raw = true;
    ignoreRejection(result);
    return (await answer).response;
  });
  return result;
};

/** How the core marks a list that comes in pages; another mark is an answer that comes line by line. */
const PAGES = "*";

const data = async (answer) => (await answer).data;

/** The problems of an operation's params, without sending anything. */
export const createCheck = (load) => (operation, params) => {
  const core = load();
  return reported(() => callCore(core, () => core.validate(operation, params)));
};

/** Runs what may report a failure, and makes an error of it. */
const reported = (run) => {
  try {
    return run();
  } catch (error) {
    throw toError(error);
  }
};

/** Builds the class on a way to load the core: each entry point brings its own. */
export const createClientClass = (load) => {
  const call = (begin, operation, args, form, before) => {
    const start = () => begin((client) => client.begin(operation, args));
    if (!form) return send(start, data);
    const next = (args, last) => call(begin, operation, args, form, last);
    const first =
      form === PAGES ? send(start, (answer) => page(answer, args, next, before)) : send(start, data, true);
    return hide(first, Symbol.asyncIterator, async function* () {
      yield* await first;
    });
  };

  return class Synthflow {
    // Written out, since a minifier drops the name of the class.
    static name = "Synthflow";
    #begin;

    constructor(options = {}) {
      const all = withEnvironment(options);
      let core;
      let client;
      // The settings live in the core: a fresh one is told them again.
      const begin = (step) => {
        const now = load();
        if (now !== core) client = callCore(now, () => new now.Core(all));
        core = now;
        return [core, callCore(core, () => step(client))];
      };
      const names = reported(() => begin(() => core.operations())[1]);
      // Each operation becomes a function of its own, so that a detached method works.
      for (const [operation, entry] of names.trim().split(" ").entries()) {
        const [name, form] = entry.split(/(?=[*~])/);
        const steps = name.split(".");
        const method = steps.pop();
        let place = this;
        for (const step of steps) place = place[step] ??= {};
        place[method] = (...args) => call(begin, operation, args, form);
      }
      this.#begin = begin;
      const isFinal = (status) => reported(() => begin(() => core.isFinalStatus(status))[1]);
      this.calls.wait = (...args) => wait(this.calls.get, isFinal, ...args);
    }

    request(method, path, params, options) {
      return send(() => this.#begin((client) => client.request(method, path, params, options)), data);
    }
  };
};
