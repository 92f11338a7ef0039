/** `synthflow-wasm/calls` never throws, takes linear time, and changes nothing, whatever it is given. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { extractions, isFinalStatus, summarize, transcriptTurns } from "synthflow-wasm/calls";

const names = [
  ..."call call_inbound lead call_id status call_status duration start_time transcript name".split(" "),
  ..."executed_actions return_value parameters_hard_coded identifier response calls".split(" "),
  ..."extract_info_a info_extractor_b extract_info___proto__ __proto__ toString".split(" "),
];
const texts = [
  "{",
  "{}",
  '{"a":null}',
  '{"__proto__":{"x":1}}',
  '"x"',
  '"',
  "null",
  "bot: a\nhuman: b",
  "25",
  "1e999",
  "[",
  "\ud800",
];

const throwing = {
  get call_id() {
    throw new Error("a getter");
  },
  get transcript() {
    throw null;
  },
};
const refusing = new Proxy(
  {},
  Object.fromEntries(
    ["get", "has", "ownKeys", "getOwnPropertyDescriptor", "getPrototypeOf"].map((trap) => [
      trap,
      () => {
        throw new Error(trap);
      },
    ]),
  ),
);
const cyclic = { call_id: "c" };
Object.assign(cyclic, { call: cyclic, lead: cyclic, response: cyclic, calls: [cyclic] });
cyclic.executed_actions = { extract_info_a: { return_value: cyclic }, a: cyclic };
const looping = {};
looping.a = looping;
cyclic.executed_actions.extract_info_loop = { return_value: { loop: looping, a: looping } };

const revoked = [{}, []].map((target) => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
});
/** Those that fast-check itself cannot read. */
const unreadable = [refusing, ...revoked];

const hostile = [throwing, ...unreadable, cyclic, looping, null, undefined, 5, Symbol("s"), 10n, () => 1];

const arbitrary = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "medium" },
    fc.constantFrom(...texts, ...hostile.filter((value) => !unreadable.includes(value))),
    fc.string(),
    fc.double(),
    fc.array(tie("value"), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.constantFrom(...names), tie("value")), { maxLength: 8 })
      .map((pairs) => Object.fromEntries(pairs)),
  ),
})).value;

const check = (value) => {
  const summary = summarize(value);
  assert.equal(summary.source, value);
  assert.ok(["human", "voicemail", "none", "unknown"].includes(summary.answered));
  assert.equal(typeof summary.ended, "boolean");
  assert.ok(summary.startedAt === undefined || !Number.isNaN(summary.startedAt.getTime()));
  assert.ok(summary.seconds === undefined || summary.seconds >= 0);
  for (const { role, text } of [...summary.transcript, ...transcriptTurns(value)])
    assert.ok(["agent", "human"].includes(role) && text.trim() === text && text !== "");
  assert.equal(Object.getPrototypeOf(extractions(value)), null);
  assert.equal(Object.getPrototypeOf(summary.extractions), null);
  assert.equal(typeof isFinalStatus(value), "boolean");
};

test("W11: anything is summarized, and nothing throws", () => {
  for (const value of hostile) {
    check(value);
    for (const name of names) check({ [name]: value, call_id: "c" });
    const name = "extract_info_a";
    const fields = names.map((field) => ({ name, [field]: value }));
    for (const action of [value, ...fields, { name, return_value: { a: value } }]) {
      for (const actions of [{ [name]: action }, [action], action]) {
        check({ executed_actions: actions });
        check({ call: { executed_actions: actions } });
        assert.ok(!unreadable.includes(extractions(actions).a));
      }
    }
  }
  fc.assert(fc.property(arbitrary, check), { numRuns: 3000 });
  assert.equal({}.x, undefined);
});

test("W11: 1 MB takes linear time", () => {
  const size = 1_000_000;
  const inputs = (repeat) => [
    { transcript: "\nbot: a".repeat(repeat / 7) },
    { transcript: " ".repeat(repeat) },
    { transcript: "\n".repeat(repeat) },
    { transcript: "\n \t".repeat(repeat / 3) },
    { transcript: "bot".repeat(repeat / 3) },
    { duration: " ".repeat(repeat), start_time: "1".repeat(repeat) },
    { executed_actions: { extract_info_a: { return_value: "{".repeat(repeat) } } },
    { executed_actions: { extract_info_a: { return_value: `${" ".repeat(repeat)}x` } } },
    { executed_actions: { extract_info_a: { return_value: `null${" ".repeat(repeat)}x` } } },
    { executed_actions: { extract_info_a: { return_value: '"'.repeat(repeat) } } },
    { executed_actions: { extract_info_a: { return_value: JSON.stringify(`${"\\".repeat(repeat / 2)}"`) } } },
    { executed_actions: { [`extract_info_${"_ ".repeat(repeat / 2)}`]: { return_value: { a: 1 } } } },
    { executed_actions: `${'{"a":'.repeat(repeat / 5)}1${"}".repeat(repeat / 5)}` },
    {
      executed_actions: Object.fromEntries(
        Array.from({ length: repeat / 50 }, (_, index) => [`extract_info_${index}`, { return_value: "{}" }]),
      ),
    },
  ];
  const time = (value) => {
    const start = performance.now();
    summarize(value);
    return performance.now() - start;
  };
  const [small, large] = [inputs(size / 10), inputs(size)];
  for (const [index, value] of large.entries()) {
    const least = Math.min(...[1, 2, 3].map(() => time(small[index])));
    const taken = Math.min(...[1, 2, 3].map(() => time(value)));
    // Linear is ten times as long; a quadratic one takes a hundred times, and seconds.
    assert.ok(taken < 30 * least + 100, `input ${index}: ${least} ms, then ${taken} ms`);
  }
});
