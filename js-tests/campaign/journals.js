/** Journals in files: an entry, and a folder of its own for each test. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An entry of a person. */
export const entry = (id, state = "queued") => ({
  id,
  state,
  at: 1,
  phone: "+14155550123",
  model_id: "m",
  attempts: 0,
});

/** Runs a test with the path of a journal that does not exist, and removes its folder. */
export const inFolder = async (run) => {
  const folder = mkdtempSync(join(tmpdir(), "journal-"));
  try {
    await run(join(folder, "journal.jsonl"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
