/** Cases made at random from a seed, and what must become of each by the rules, not by the code. */

import { faults } from "./faults.js";

const names = Object.keys(faults);
const light = names.filter((name) => !faults[name].heavy && !faults[name].kept);
const quick = light.filter((name) => !faults[name].slow);
export const classes = ["safe", "idempotent", "never-blind"];
const worse = ["not-sent", "refused", "unknown"];

/** How often more a request is sent at most: the default. */
const RETRIES = 2;

/** Numbers that look random and are the same for a seed. */
const random = (seed) => {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

/** What the rules say: how often it is tried and delivered, and how it ends; with the quirks of a host (see `judge`). */
export const expected = ({ repeat, script }, { silent, lenient } = {}) => {
  let outcome = "not-sent";
  let delivered = 0;
  for (let attempts = 1; ; attempts += 1) {
    const fault = faults[script[attempts - 1]];
    if (!fault?.refused) delivered += 1;
    if (!fault || fault.ok || (lenient && fault.does === "tooLong")) return { delivered, ok: true };
    if (fault.loose) return { loose: true };
    const known = fault.refused && !silent ? "not-sent" : fault.outcome;
    outcome = worse[Math.max(worse.indexOf(outcome), worse.indexOf(known))];
    const again = fault.passes && attempts <= RETRIES && (repeat !== "never-blind" || outcome !== "unknown");
    if (!again) return { delivered, attempts, ok: false, name: fault.name, outcome };
  }
};

/** Without a wrapper in between nothing can send one attempt to a closed port and the next to the server. */
const bare = (script) => (script.some((name) => faults[name].refused) ? REFUSED : script);
const REFUSED = Array.from({ length: RETRIES + 1 }, () => names.find((name) => faults[name].refused));

/**
 * Cases: each fault first for each class, then random scripts. One in 40 has a slow one. With a `wrapped` fetch each
 * attempt is refused or not by its script; without, all are or none is.
 */
export const makeCases = (count, { seed = 1, prefix = "", wrapped = false } = {}) => {
  const pick = random(seed);
  const fixed = classes.flatMap((repeat) => names.map((name) => ({ repeat, script: [name] })));
  const all = fixed.slice(0, count);
  while (all.length < count) {
    const script = Array.from({ length: 1 + pick(3) }, () => quick[pick(quick.length)]);
    if (pick(40) === 0) script[pick(script.length)] = light[pick(light.length)];
    all.push({ repeat: classes[pick(classes.length)], script });
  }
  return all.map(({ repeat, script }, index) => ({
    id: `${prefix}${index}`,
    repeat,
    script: wrapped ? script : bare(script),
  }));
};

/** A connection that ends before any response: some hosts then resend the request by themselves. */
const isLost = (name) => ["reset", "close"].includes(faults[name].does);

/**
 * What is wrong with a result; empty when nothing is. `delivered` is what the server counted. Quirks of a host, as
 * measured by `npm run bench:resends`:
 * - `resends`: the repeat classes of which it resends a request by itself when a connection is lost without a response;
 * - `silent`: it does not say whether a connection was made, or is not believed: a wrapped fetch is not;
 * - `keeps`: the repeat classes of which it resends a request when a connection is lost that has served another before;
 * - `renews`: the repeat classes that it sends on new connections only, and so never resends for that reason;
 * - `lenient`: it accepts a body that is shorter than its content-length says.
 */
export const judge = (one, result, delivered, quirks = {}) => {
  const { resends = [], keeps = [] } = quirks;
  const problems = [];
  const must = (right, what) => right || problems.push(what);
  const wanted = expected(one, quirks);
  if (!result) return ["it did not settle"];
  must(result.ok || result.synthflow, `it is no SynthflowError: ${result.name} ${result.message}`);
  must(result.ok || worse.includes(result.outcome), `its outcome is ${result.outcome}`);
  if (one.repeat === "never-blind") {
    // Behind the first that may have had an effect there must be no other.
    const arriving = one.script.filter((name) => !faults[name].refused);
    const first = arriving.findIndex((name) => faults[name].outcome !== "refused");
    const again = keeps.includes(one.repeat) && one.script.some((name) => faults[name].kept) ? 1 : 0;
    const most = (first < 0 ? RETRIES + 1 : first + 1) + again;
    must(delivered <= most, `delivered ${delivered} times, where ${most} is the most`);
  }
  const isResent = (name) =>
    (resends.includes(one.repeat) && isLost(name)) || (keeps.includes(one.repeat) && faults[name].kept);
  if (wanted.loose || one.script.some(isResent)) return problems;
  must(delivered === wanted.delivered, `delivered ${delivered} times instead of ${wanted.delivered}`);
  must(
    result.ok === wanted.ok,
    `${result.ok ? "it succeeded" : `it failed: ${result.name} ${result.message}`}`,
  );
  if (!wanted.ok && !result.ok) {
    must(result.name === wanted.name, `${result.name} instead of ${wanted.name}: ${result.message}`);
    must(result.outcome === wanted.outcome, `outcome ${result.outcome} instead of ${wanted.outcome}`);
    must(result.attempts === wanted.attempts, `attempts ${result.attempts} instead of ${wanted.attempts}`);
  }
  return problems;
};
