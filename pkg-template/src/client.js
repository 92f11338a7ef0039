/** The client class, a thin layer over the core. Printing a client shows neither its key nor a pointer. */

import { KEY, READY } from "../generated/events.js";
import { responses } from "../generated/normalized.js";
import { RINGS } from "../generated/rings.js";
import { waits } from "../generated/waits.js";
import { normalize } from "../shared/normalize.js";
import { copyOf, define, get, globalOf, isObject, own } from "../shared/own.js";
import { drive } from "./drive.js";
import { readFetchOptions } from "./fetch-options.js";
import { encode } from "./host.js";
import { callCore } from "./load.js";
import { paceOf } from "./pace.js";
import { createUnawaited, dataOf, page } from "./page.js";
import { findPlaced } from "./placed.js";
import { refused, toError } from "./report.js";
import { ignoreRejection, onCollected } from "./signal.js";
import { toUpdate } from "./update.js";
import { wait } from "./wait.js";

/** Whether Deno would ask the person at the terminal: an optional variable is not worth a question. */
const wouldPrompt = (variable) => {
  try {
    const query = { __proto__: null, name: "env", variable };
    return globalOf("Deno")?.permissions.querySync(query).state === "prompt";
  } catch {
    return false;
  }
};

/** An environment variable, where the host has an environment and allows reading it. */
const environment = (name) => {
  const value = wouldPrompt(name) ? undefined : get(get(globalOf("process"), "env"), name);
  // A form of the page may have this name, too.
  return typeof value === "string" && value ? value : undefined;
};

// The level first, since it decides about warnings.
const variables = { logLevel: "LOG", apiKey: "API_KEY", region: "REGION", baseURL: "BASE_URL" };

const levels = ["off", "error", "warn", "info", "debug"];

let hasWarned = false;

/** Writes a warning before there is a core. */
const warn = ({ logger, logLevel }, line) => {
  if (!["off", "error"].includes(logLevel)) (logger ?? globalOf("console"))?.warn?.(line);
};

/**
 * The options, with missing ones taken from the environment. Reads own properties only: any script may add to a
 * prototype. A region in code takes precedence over a base URL in the environment.
 */
const withEnvironment = (options) => {
  const all = copyOf(options);
  if (!all) return options;
  // Null is no value, but for a key: there is none.
  const isGiven = (name) => all[name] !== undefined && (all[name] !== null || name === "apiKey");
  const hasRegion = isGiven("region");
  for (const [name, variable] of Object.entries(variables)) {
    const value = isGiven(name) ? undefined : environment(`SYNTHFLOW_${variable}`);
    if (value && name === "logLevel" && !levels.includes(value)) {
      // Not the value, which may be anything.
      if (!hasWarned) warn(all, `SYNTHFLOW_LOG is ignored: expected ${levels.join(", ")}`);
      hasWarned = true;
    }
    // It may be that of a sandbox, and what is meant for that would ring.
    else if (value && hasRegion && name === "baseURL")
      warn(all, `SYNTHFLOW_${variable} is ignored: a region is given`);
    else if (value) all[name] = value;
  }
  return all;
};

/** The options that say where requests go. */
const PLACE = ["region", "baseURL", "fetch"];

/** The field of a client with its state. */
const STATE = Symbol("state");

/** Whether headers, of any form, have an authorization. */
const hasAuthorization = (headers) => {
  const pairs = typeof headers?.entries === "function" ? headers : Object.entries(headers ?? {});
  return [...pairs].some(([name]) => /^authorization$/i.test(name));
};

/**
 * The options of a client that is derived from one with the options `all`. Whoever names another region or base URL must
 * name what the first one sends, too: its key is another origin's.
 */
const inherit = (options, first) => {
  // What the environment has by now is for new clients.
  const all = { __proto__: null, ...first, logLevel: first.logLevel ?? "warn" };
  if (!first.region && !first.baseURL) all.region = "global";
  const given = copyOf(options);
  if (!given) return options;
  // Null, as for the constructor, is nothing: it must not be a way to another server.
  const isNothing = (name) => given[name] === undefined || (given[name] === null && PLACE.includes(name));
  for (const name in given) if (isNothing(name)) delete given[name];
  // The header would be sent, and the new key dropped.
  if (given.apiKey && !("defaultHeaders" in given) && hasAuthorization(all.defaultHeaders))
    throw refused("withOptions: apiKey would not be sent: the defaultHeaders have an authorization");
  if (["region", "baseURL"].every((name) => (given[name] ?? all[name]) === all[name]))
    return { ...all, ...given };
  const name = ["apiKey", "defaultHeaders"].find((name) => all[name] && !(name in given));
  if (name) throw refused(`withOptions: another region or baseURL needs its own ${name}`);
  // The limits are those of another account, too.
  const own = { region: undefined, baseURL: undefined, dangerouslyAllowHttp: undefined };
  return { ...all, pace: all.pace && { ...all.pace }, ...own, ...given };
};

/**
 * Sends the request that `begin` builds; returns the promise of what `finish` makes of the result. The request is
 * built synchronously, so changes that the caller makes later are not sent. `shape` is that of the data, if fields of it are
 * normalized.
 */
const send = (begin, finish, shape, stream, pace) => {
  let raw = false;
  const pending = (async () => {
    try {
      const result = await drive(begin, () => raw, stream, pace);
      if (shape) for (const item of [result.data].flat()) normalize(item, shape);
      return result;
    } catch (error) {
      throw toError(error);
    }
  })();
  const result = finish(pending);
  define(result, "withResponse", async () => {
    const [data, { response }] = await Promise.all([result, ignoreRejection(pending)]);
    return { data, response };
  });
  define(result, "asResponse", async () => {
    raw = true;
    ignoreRejection(result);
    return (await pending).response;
  });
  return result;
};

/** How the core marks a paged list; the other mark is a response in NDJSON. */
const PAGED = "*";

const data = async (pending) => dataOf(await pending);

/** Creates `check`: the issues of an operation's params, without sending anything. */
export const createCheck = (load) => (operation, params) => {
  const core = load();
  return convertErrors(() => callCore(core, () => core.validate(operation, params)));
};

/** Runs a function; throws what the core reports as an instance of its error class. */
const convertErrors = (run) => {
  try {
    return run();
  } catch (error) {
    throw toError(error);
  }
};

const refuseCheck = (message) => {
  throw refused(`client.check: ${message}`);
};

/** The option of `check`: regions, if it is to ask others than its own. */
const regionsOf = (options) => {
  try {
    const { regions, ...others } = copyOf(options);
    const isList = Array.isArray(regions) && [...regions].every((region) => typeof region === "string");
    const isRight = (isList && regions.length > 0) || regions === undefined;
    if (isRight && isObject(options) && Object.keys(others).length === 0) return regions;
  } catch {}
  return refuseCheck('expected { regions }, an array of "us", "eu" or "global"');
};

/** Removes a client from the core once nobody can use it. A function of its own, so that it does not keep it alive. */
const forgetLater = (begin, core, client) => onCollected(begin, () => core.failure || core.forget(client));

/** Creates the client class; each entry point has its own way to load the core. */
export const createClientClass = (load) => {
  const unawaited = createUnawaited();
  const starter = (begin, operation, args, pause, lateUntil) => () =>
    begin((core, client) => core.begin(client, operation, encode(args, 1, Infinity), args, pause, lateUntil));

  const call = (begin, operation, args, mark, shape, pace, previous) => {
    const start = starter(begin, operation, args);
    if (!mark) return send(start, data, shape, false, pace);
    const next = (args, page) => call(begin, operation, args, mark, shape, pace, page);
    const isPaged = mark === PAGED;
    const first = isPaged
      ? send(start, (pending) => page(pending, args, next, previous), shape)
      : send(start, data, undefined, true);
    if (isPaged) {
      define(first, "toArray", async (options) => (await first).toArray(options));
      Object.defineProperties(first, unawaited);
    }
    return define(first, Symbol.asyncIterator, () => {
      // `next` rejects; an iterator that is given up before it has nobody who could handle it.
      ignoreRejection(first);
      return (async function* () {
        yield* await first;
      })();
    });
  };

  return class Synthflow {
    // Explicit, since a minifier drops the name of the class.
    static name = "Synthflow";
    constructor(options = {}) {
      const all = withEnvironment(options);
      const fetchOptions = readFetchOptions(all);
      let core;
      let client;
      // The settings live in the core: a new core gets them again.
      const begin = (step) => {
        const now = load();
        if (now !== core) {
          client = callCore(now, () => now.configure(all));
          forgetLater(begin, now, client);
        }
        core = now;
        return [core, callCore(core, () => step(core, client)), fetchOptions];
      };
      const ask = (step) => convertErrors(() => begin(step)[1]);
      const names = ask((core) => core.operations());
      // With a function of the key, it is asked first.
      const gate = typeof get(all, "apiKey") === "function" ? KEY : READY;
      const pace = { join: paceOf(get(all, "pace")), gate };
      // Each operation is a function of its own, so that a detached method works.
      for (const [operation, entry] of names.trim().split(" ").entries()) {
        const [name, mark] = entry.split(/(?=[*~])/);
        const steps = name.split(".");
        const method = steps.pop();
        let target = this;
        for (const step of steps) {
          if (!Object.hasOwn(target, step)) target[step] = {};
          target = target[step];
        }
        const shape = own(responses, name);
        const ownPace = RINGS.includes(name) ? pace : undefined;
        target[method] = (...args) => call(begin, operation, args, mark, shape, ownPace);
        const declared = own(waits, name);
        if (declared) {
          const get = (args, ...wait) => send(starter(begin, operation, args, ...wait), data, shape);
          const waitName = [...steps, "wait"].join(".");
          target.wait = (...args) => wait(ask, get, waitName, declared, ...args);
        }
      }
      const { calls } = this;
      calls.findPlaced = (...given) => findPlaced(ask, calls.list, ...given);
      // A proxy of the client, as by Vue, has no private fields. A function, so that printing it shows no key.
      define(this, STATE, () => [begin, all]);
      for (const [name, resource] of Object.entries(this)) {
        const validate = (params) => ask((core) => core.validate(`${name}.update`, params));
        if (own(resource, "get") && own(resource, "update"))
          resource.toUpdate = (item) => toUpdate(validate, item);
      }
    }

    async check(given = {}) {
      const errors = {};
      const [, options] = this[STATE]();
      const regions = regionsOf(given);
      // The key and the headers of a gateway are not for Synthflow.
      if (regions && options.baseURL)
        refuseCheck("a client with a baseURL has no other regions; omit regions");
      for (const region of regions ?? [options.region]) {
        try {
          // A subclass may set its own options.
          const client = regions ? new Synthflow({ ...options, region }) : this;
          await client.agents.list({ limit: 1 });
          return { ok: true, region, errors };
        } catch (error) {
          define(errors, region ?? "", error, { enumerable: true });
        }
      }
      return { ok: false, errors };
    }

    withOptions(options = {}) {
      return new this.constructor(inherit(options, this[STATE]()[1]));
    }

    request(method, path, params, options) {
      return send(
        () => this[STATE]()[0]((core, client) => core.request(client, method, path, params, options)),
        data,
      );
    }
  };
};
