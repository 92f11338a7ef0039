/** What is declared of the params of all operations. */

import { expand } from "../shared/dictionary.js";
import { shortened } from "./schemas.js";

let read;

/**
 * `definitions`, the JSON Schema of each type; and `params`, the type of each operation's params and the title of its form. Read
 * when they are first asked for, since that takes some milliseconds.
 */
export const declared = () => {
  read ??= JSON.parse(expand(...shortened));
  return read;
};
