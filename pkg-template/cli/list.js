/** Lists with a limit. */

import { note } from "./output.js";

/** Reads a list up to the limit; says so if there are more. */
export const listUpTo = async (list, limit) => {
  const items = await list.toArray({ limit: limit + 1 });
  if (items.length > limit) note(`synthflow-wasm: the first ${limit} are shown; raise --limit for more`);
  return items.slice(0, limit);
};
