/** Random cases from a seed, and the expected result of each by the rules, independently of the code. */

import { faults } from "./faults.js";

const names = Object.keys(faults);
const light = names.filter((name) => !faults[name].heavy && !faults[name].kept);
const quick = light.filter((name) => !faults[name].slow);
export const policies = ["safe", "idempotent", "non_idempotent"];
const outcomes = ["not-sent", "refused", "unknown"];

/** The default of `maxRetries`. */
const RETRIES = 2;

/** A generator of pseudorandom numbers. */
const random = (seed) => {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

/** The result by the rules: attempts, deliveries and outcome; with the quirks of a host (see `judge`). */
export const expected = ({ retryPolicy, script }, { silent = [], copies = [], lenient, hides } = {}) => {
  let outcome = "not-sent";
  let delivered = 0;
  let redirects = 0;
  const add = (known) => {
    outcome = outcomes[Math.max(outcomes.indexOf(outcome), outcomes.indexOf(known))];
  };
  for (let attempts = 1; ; attempts += 1) {
    const fault = faults[script[attempts - 1]];
    if (!fault?.refused) delivered += 1;
    if (!fault || fault.ok || (lenient && fault.does === "tooLong")) return { delivered, ok: true };
    if (fault.loose) return { loose: true };
    const isFollowed = hides ? retryPolicy !== "non_idempotent" : fault.slash;
    if (fault.redirect && redirects === 0 && isFollowed) {
      redirects = 1;
      add(hides && retryPolicy !== "safe" ? "unknown" : "refused");
      continue;
    }
    const isProof = fault.refused && !silent.includes(retryPolicy);
    const isOfCopy = copies.includes(retryPolicy) && [409, 429].includes(fault.code);
    const isHidden = hides && fault.redirect;
    add(isProof ? "not-sent" : isOfCopy || isHidden ? "unknown" : fault.outcome);
    const isRetried =
      fault.transient &&
      attempts - redirects <= RETRIES &&
      (retryPolicy !== "non_idempotent" || outcome !== "unknown");
    if (!isRetried) return { delivered, attempts, ok: false, name: fault.name, outcome };
  }
};

/** Without a wrapper, all attempts go either to the closed port or to the server. */
const bare = (script) => (script.some((name) => faults[name].refused) ? REFUSED : script);
const REFUSED = Array.from({ length: RETRIES + 1 }, () => names.find((name) => faults[name].refused));

/**
 * Creates cases: each fault as the first for each retry policy, then random scripts, one in 40 with a slow fault. With a
 * `wrapped` fetch each attempt is refused or not by its script; without, all are or none is.
 */
export const makeCases = (count, { seed = 1, prefix = "", wrapped = false } = {}) => {
  const pick = random(seed);
  const fixed = policies.flatMap((retryPolicy) => names.map((name) => ({ retryPolicy, script: [name] })));
  const all = fixed.slice(0, count);
  while (all.length < count) {
    const script = Array.from({ length: 1 + pick(3) }, () => quick[pick(quick.length)]);
    if (pick(40) === 0) script[pick(script.length)] = light[pick(light.length)];
    all.push({ retryPolicy: policies[pick(policies.length)], script });
  }
  return all.map(({ retryPolicy, script }, index) => ({
    id: `${prefix}${index}`,
    retryPolicy,
    script: wrapped ? script : bare(script),
  }));
};

/** A connection that ends before any response: some hosts then resend the request by themselves. */
const isLost = (name) => ["reset", "close"].includes(faults[name].does);

/**
 * The problems of a result; empty if there are none. `delivered` is the number of deliveries that the server counted.
 * Quirks of a host, as measured by `npm run bench:resends`:
 * - `resends`: the retry policies of requests that it resends by itself when a connection is lost without a response;
 * - `silent`: the retry policies of requests of which it does not report whether a connection was made, or is not trusted:
 *   it is wrapped, or may have resent the request before it was refused;
 * - `copies`: the retry policies of requests whose 409 or 429 may be the response to a copy that it sent;
 * - `keeps`: the retry policies of requests that it resends when a reused connection is lost;
 * - `renews`: the retry policies of requests that it sends on new connections only, and so never resends;
 * - `hides`: it shows nothing of a redirect;
 * - `lenient`: it accepts a body that is shorter than its content-length says.
 */
export const judge = (one, result, delivered, quirks = {}) => {
  const { resends = [], keeps = [] } = quirks;
  const problems = [];
  const must = (right, what) => right || problems.push(what);
  const wanted = expected(one, quirks);
  if (!result) return ["it did not settle"];
  must(result.ok || result.synthflow, `it is not a SynthflowError: ${result.name} ${result.message}`);
  must(result.ok || outcomes.includes(result.outcome), `its outcome is ${result.outcome}`);
  if (one.retryPolicy === "non_idempotent") {
    // No delivery may follow the first one that may have had an effect.
    const arriving = one.script.filter((name) => !faults[name].refused);
    const first = arriving.findIndex((name) => faults[name].outcome !== "refused");
    const again = keeps.includes(one.retryPolicy) && one.script.some((name) => faults[name].kept) ? 1 : 0;
    const moved = one.script.some((name) => faults[name].slash) ? 1 : 0;
    const most = (first < 0 ? RETRIES + 1 + moved : first + 1) + again;
    must(delivered <= most, `delivered ${delivered} times, where ${most} is the most`);
  }
  const isResent = (name) =>
    (resends.includes(one.retryPolicy) && isLost(name)) ||
    (keeps.includes(one.retryPolicy) && faults[name].kept);
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
