/** The client option `fetchOptions`. */

import { copyOf, get } from "../shared/own.js";
import { refused } from "./report.js";

/**
 * What the client alone decides: a request is sent once, with the key, to the API, and no cache responds. A browser resends
 * more with `keepalive`, `next` and `cf` are caches, and what another `mode` returns cannot be read.
 */
const OWN = /^(method|body|headers|redirect|cache|signal|keepalive|mode|next|cf)$/;

/** A copy of them; undefined without any. */
export const readFetchOptions = (options) => {
  const given = get(options, "fetchOptions") ?? undefined;
  if (given === undefined) return given;
  const copy = copyOf(given);
  const name = copy && Object.keys(copy).find((name) => OWN.test(name));
  if (copy && !name) return copy;
  throw refused(
    `client option fetchOptions: ${name ? `${name} is set by the client` : "expected an object"}`,
  );
};
