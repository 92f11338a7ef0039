/** What the command prints. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { printList } from "../../pkg-template/cli/output.js";

test("a table may have more rows than a function may have arguments", (t) => {
  const write = t.mock.method(process.stdout, "write", () => true);
  const items = Array.from({ length: 200_000 }, (_, at) => ({ id: at }));
  try {
    printList(items, { id: ({ id }) => id }, { output: "table" });
  } finally {
    write.mock.restore();
  }
  assert.equal(write.mock.callCount(), 200_001);
});
