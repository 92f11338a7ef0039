/** The text check of `npm run lint`: it finds planted wording in every kind of prose, and no legitimate use. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { wordsIn } from "../../scripts/words.mjs";

const found = (path, source) => wordsIn(path, source).map(({ line, found }) => `${line}: ${found}`);

test("planted wording is found in Rust, with its line", () => {
  const source = [
    "/// Gets an agent.",
    "///",
    "/// Whoever listens is told of it, and the request is sent",
    "/// again after a while.",
    "fn get() {",
    "    let quote = '\"'; // A call is never_blind.",
    '    refuse("a string of another length")',
    '    refuse("first line \\',
    '        and a whole number")',
    "}",
  ].join("\n");
  assert.deepEqual(found("src/a.rs", source), [
    "3: sent again",
    "3: is told",
    "6: never_blind",
    "7: of another length",
    "9: whole number",
  ]);
});

test("planted wording is found in JavaScript and TypeScript, with its line", () => {
  const source = [
    "/**",
    " * What became of the request: the server",
    " * answered it.",
    " */",
    "const pattern = /[\"'`]/;",
    "const message = `the time is up after $" + "{limit} ms`;",
    'test("lines come line by line", () => {});',
    "/** The HTTP verb. */",
  ].join("\n");
  for (const path of ["a.js", "a.mjs", "a.d.ts"]) {
    assert.deepEqual(found(path, source), [
      "2: server answered",
      "2: became of the",
      "6: time is up",
      "7: line by line",
      "8: verb",
    ]);
  }
});

test("planted wording is found in Markdown, with its line", () => {
  const source =
    "# Title\n\nWhat is held\nagainst the contract: `held against` is code.\n`findPlaced` answers it.\n";
  assert.deepEqual(found("README.md", source), ["5: ` answers", "3: held against"]);
});

test("planted wording is found with a word in between, and after code", () => {
  const source = [
    "/** Answers the first request; `list` answers a page. */",
    'test("the name is not told", () => {});',
    "// It does not tell when it sends, and the signal ends it at once.",
  ].join("\n");
  assert.deepEqual(found("a.js", source), [
    "1: Answers the first request",
    "1: ` answers",
    "2: is not told",
    "3: does not tell",
    "3: ends it at once",
  ]);
});

test("one spelling is found, in comments only where labels have their own", () => {
  const source = [
    "/** IDs of people who were dialled; the id and the caller ID. Ids. */",
    'const label = "Agent ID of a form";',
    'fail("the campaign was cancelled");',
  ].join("\n");
  assert.deepEqual(found("a.js", source), ["1: dialled", "1: IDs", "3: cancelled"]);
});

test("each finding says what to write instead", () => {
  assert.deepEqual(wordsIn("a.md", "It surely works."), [
    { line: 1, found: "surely", instead: "definitely" },
  ]);
});

test("legitimate uses are not found", () => {
  const source = [
    "/** The agent answers the call; a human answered. The field `answer` is the reply. */",
    "/** Chats sit beside each other; a placeholder in place of a key; seeds of ids: the same seed. */",
    "/** Words that the speech recognizer should expect. Adverbs. Kinds of shapes. */",
    'const answer = { status: "ok", "never-blind": 1 };',
    "call(answer, verb);",
  ].join("\n");
  assert.deepEqual(found("a.js", source), []);
});
