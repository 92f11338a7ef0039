// @ts-check
/** The handler of the receivers in Node: settings from the environment, calls in a file of SQLite. */

import Database from "libsql";
import { createHandler } from "./handler.mjs";
import { createStorage } from "./storage.mjs";

/** @param {string} path */
const open = (path) => {
  const database = new Database(path);
  // Several processes may use the file: they read while one writes, and wait for each other.
  database.exec("PRAGMA journal_mode = WAL");
  database.exec("PRAGMA busy_timeout = 5000");
  return createStorage((query, ...values) => {
    const rows = database.prepare(query).all(...values);
    return /** @type {Record<string, unknown>[]} */ (rows);
  });
};

export const storage = open(process.env.DATABASE ?? "calls.db");

export const receive = createHandler({
  secret: process.env.SYNTHFLOW_WEBHOOK_SECRET,
  token: process.env.SYNTHFLOW_WEBHOOK_TOKEN,
  storage,
});

/** Where to listen: in a container, `HOST` is 0.0.0.0. */
export const address = { port: Number(process.env.PORT ?? 3000), host: process.env.HOST ?? "127.0.0.1" };

/** A transcript may be long: frameworks limit a body to 100 KB or 1 MB. */
export const MAX_BODY = 10 * 1024 * 1024;
