/** Pages, for all kinds of paging that the API has. The core determines where the next page begins. */

import { copyOf, define } from "../shared/own.js";
import { APIResponseError } from "./errors.js";
import { createReport, refused, toError } from "./report.js";

const withoutURLs = (_, value) => (typeof value === "string" && /^https?:\/\//.test(value) ? "" : value);

/** Of 64 bits, since one of 32 would soon be that of another page, too. */
const hashOf = (text) => {
  let [one, other] = [1, 2];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 2654435761);
    other = Math.imul(other ^ unit, 1597334677);
  }
  return `${one} ${other}`;
};

/** Whether one of the pages so far, from this one back, has a value. */
const has = (page, name, value) => {
  for (let one = page; one; one = one.previous) if (one[name] === value) return true;
  return false;
};

/**
 * By which a repeated page is known: writing all of a long one would take as long as reading it. Items that are nested too
 * deeply to be written are like no others.
 */
const keyOf = (items) => {
  try {
    // Without URLs: signed ones differ each time.
    return hashOf(items.length + JSON.stringify([...items.slice(0, 20), ...items.slice(-1)], withoutURLs));
  } catch {
    return {};
  }
};

/** What a result has; nothing where the caller reads the body. */
export const dataOf = ({ data }) => {
  if (data === undefined) throw toError(createReport("the body is the caller's: asResponse was called", 1));
  return data;
};

/** The error where items would be lost silently. */
const broken = (message) => new APIResponseError({ message, outcome: "unknown", attempts: 1 });

/** How many pages in turn may be empty. */
const MAX_EMPTY = 100;

/** The `limit` of the options of `toArray`; own properties only. */
const limitOf = (options) => {
  const given = copyOf(options ?? {});
  const { limit, ...others } = given ?? {};
  const most = limit ?? Infinity;
  const isCount = most === Infinity || Number.isInteger(most);
  if (given && isCount && most > 0 && Object.keys(others).length === 0) return most;
  throw refused("toArray takes { limit }, an integer above 0");
};

/**
 * A page. Its state is in closures, since a proxy of a page, as by Vue, has no private fields; `previous` is the state of the
 * page before, which has that of the one before it.
 */
class Page {
  constructor(result, load, previous) {
    const { total, before, isMore, next, body } = result;
    const data = dataOf(result);
    // Items before the list, and those of it so far: a page of a server that has smaller ones than it states looks like the last.
    // An offset is where the items are, which may have come before.
    const at = (previous && next?.offset === undefined ? previous.at : before) + data.length;
    const isEnd = !next || (!isMore && at >= total);
    // Where more is expected, items would be lost, or the list would never end. Else a repeated page is its end.
    // Compared with the items as they came: the caller may have changed them.
    const key = (previous || !isEnd) && keyOf(data);
    const isLast = previous && previous.key === key;
    const first = previous ? previous.first : total;
    // One item alone may come once more, as one without an id or one that has changed its place, and so may all if others arrive.
    const mayCome = data.length < 2 || total > first;
    const isRepeat = data.length > 0 && (isLast || (!mayCome && has(previous, "key", key)));
    const cursor = next?.cursor;
    // Unless as many items have arrived at the front; more than once in turn, the position is ignored.
    const isShifted = isRepeat && !cursor && total >= previous.total + data.length;
    const isKnown = cursor && has(previous, "cursor", cursor);
    const isExpected = cursor || isMore || total !== undefined || !isLast;
    if ((isRepeat && !isShifted && isExpected) || (isKnown && (isMore || data.length > 0)))
      throw broken("the response repeats an earlier page");
    const empty = data.length > 0 ? 0 : 1 + (previous ? previous.empty : 0);
    // Each may have a cursor of its own, without an end.
    if (next && empty > MAX_EMPTY) throw broken(`${MAX_EMPTY} pages in turn are empty`);
    this.data = isRepeat ? [] : data;
    this.total = total;
    const hasNext = !isEnd && !isKnown && (!isRepeat || isShifted);
    define(this, "body", body);
    define(this, "isMore", isMore);
    define(this, "hasNextPage", () => hasNext);
    define(this, "getNextPage", async () => {
      if (!hasNext) throw refused("there is no next page; check hasNextPage() first");
      if (cursor === null) throw broken("there is more, but the response does not say where it begins");
      return load(next, { key, cursor, at, empty, first, total: isShifted ? NaN : total, previous });
    });
  }

  async toArray(options) {
    const limit = limitOf(options);
    const items = [];
    for await (const item of this) if (items.push(item) >= limit) break;
    return items;
  }

  async *[Symbol.asyncIterator]() {
    for (let page = this; ; page = await page.getNextPage()) {
      yield* page.data;
      if (!page.hasNextPage()) return;
    }
  }
}

/**
 * What reading a field of a page throws that is not awaited: else it would be an empty page, or have no methods. The same
 * functions for all: engines keep getters with the shape of an object, and with them what they refer to, for long.
 */
export const createUnawaited = () => {
  const all = { __proto__: null };
  for (const name of ["data", "total", "hasNextPage", "getNextPage"]) {
    const get = () => {
      throw refused(`${name}: await the list first, which is a promise of a page`);
    };
    all[name] = { __proto__: null, get };
  }
  return all;
};

/** The promise of a page. The params are the first argument that is not a string, if there is one. */
export const page = async (pending, args, call, previous) => {
  const found = args.findIndex((argument) => typeof argument !== "string");
  const index = found < 0 ? args.length : found;
  const ids = args.slice(0, index);
  const [params, ...options] = args.slice(index);
  // Params that cannot be copied cannot be sent either, and the core reports that. Copied now, so that later changes by the
  // caller do not affect the following pages.
  const given = copyOf(params);
  const load = (next, page) => call([...ids, { ...given, ...next }, ...options], page);
  return new Page(await pending, load, previous);
};
