/** Files and stdin. */

import { readFile } from "node:fs/promises";
import { usage } from "./errors.js";

/** The text of a file; of stdin, if it is `-`. */
export const readText = async (file) => {
  try {
    if (file !== "-") return await readFile(file, "utf8");
    const chunks = [];
    for await (const chunk of process.stdin) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  } catch (error) {
    throw usage(`${file}: ${error.message}`, error);
  }
};

/** The JSON of a file, with or without a byte order mark; the error does not quote it. */
export const readJson = async (file) => {
  const text = (await readText(file)).replace(/^\ufeff/, "");
  try {
    return JSON.parse(text);
  } catch (error) {
    throw usage(`${file}: invalid or truncated JSON`, error);
  }
};
