/** The README of the recipes: it lists all of them, and each prints what the README says. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { commandsIn, isPrinted } from "./console.js";
import { createSuite, recipes, withWorld } from "./world.js";

const readme = readFileSync(join(recipes, "README.md"), "utf8");
const files = readdirSync(recipes).filter((name) => name.endsWith(".mjs"));

test("every recipe has less than 60 lines, and is in the table and run below it", () => {
  assert.ok(files.length >= 14, `${files.length} recipes`);
  const lengths = files.map((name) => [
    name,
    readFileSync(join(recipes, name), "utf8").split("\n").length - 1,
  ]);
  assert.deepEqual(
    lengths.filter(([, lines]) => lines >= 60),
    [],
    "recipes of 60 lines or more",
  );
  const listed = [...readme.matchAll(/^\| \[(\S+)\]\(\1\) \|/gm)].map(([, name]) => name);
  assert.deepEqual(listed.sort(), [...files].sort());
  const run = new Set(commandsIn(readme).map(({ words }) => words[1]));
  assert.deepEqual([...run].sort(), [...files].sort());
});

test("the commands print what the README says", () =>
  withWorld(
    async ({ run, client }) => {
      const SUITE = await createSuite(client, [
        ["Moves an appointment", "A time is confirmed"],
        ["Refuses a refund", "[not met] No refund is promised"],
      ]);
      // Other commands use the agents that this one moves.
      const commands = commandsIn(readme, { SUITE });
      const isLast = ({ words }) => words[1] === "move-agents.mjs";
      for (const { command, words, expected } of [
        ...commands.filter((one) => !isLast(one)),
        ...commands.filter(isLast),
      ]) {
        const [node, recipe, ...args] = words;
        assert.equal(node, "node");
        const { code, stdout, stderr } = await run(recipe, args);
        const printed = [stdout, stderr].filter(Boolean).join("\n");
        assert.ok(isPrinted(printed, expected), `$ ${command}\n${printed}\n--- expected:\n${expected}`);
        assert.equal(code, /^FAILED|^busy: /m.test(expected) ? 1 : 0, command);
      }
      // A call advances each time it is read, so that its statuses do not depend on time.
    },
    { callDuration: 0 },
  ));

test("without a key, each prints one line that says so; without arguments, what it expects", () =>
  withWorld(async ({ run, sandbox }) => {
    const commands = new Map(
      commandsIn(readme, { SUITE: "s" }).map(({ words }) => [words[1], words.slice(2)]),
    );
    for (const [recipe, args] of commands) {
      const keyless = await run(recipe, args, { SYNTHFLOW_API_KEY: "" });
      assert.equal(keyless.code, 1, recipe);
      assert.match(keyless.stderr, /^.*SYNTHFLOW_API_KEY.*$/, recipe);
      const { code, stderr } = await run(recipe, [], { SYNTHFLOW_API_KEY: "" });
      assert.equal(code, 1, recipe);
      assert.doesNotMatch(stderr, /\n/, recipe);
    }
    assert.deepEqual(sandbox.requests, []);
  }));

test("another output is noticed", () => {
  const [first, second] = commandsIn('```console\n$ node a.mjs "b c" $D\n1 … 3\n$ node e.mjs\n  f\n```\n', {
    D: "d",
  });
  assert.deepEqual(first.words, ["node", "a.mjs", "b c", "d"]);
  assert.equal(second.expected, "  f");
  assert.ok(isPrinted("1 2 3", first.expected));
  for (const text of ["1 2 4", "1 2 3\n4", "1  3\n"])
    assert.equal(isPrinted(text, first.expected), false, text);
});
