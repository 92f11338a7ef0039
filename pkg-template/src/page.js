/** Pages, for all kinds of paging that the API has. The core determines where the next page begins. */

import { APIResponseError, SynthflowError } from "./errors.js";

/** Whether two pages have the same items. Comparing the first ones is enough for most. */
const isSame = (one, other) =>
  one.length === other.length &&
  JSON.stringify(one[0]) === JSON.stringify(other[0]) &&
  JSON.stringify(one) === JSON.stringify(other);

const repeatedPage = () =>
  new APIResponseError({
    message: "the response repeats an earlier page",
    outcome: "unknown",
    attempts: 1,
  });

class Page {
  #load;
  #cursors;

  constructor({ data, total, next, body }, load, previous) {
    // Without a total, a repeated page is the end of the list; with one, items would be lost.
    const isRepeat = previous && isSame(previous.data, data);
    const cursor = next && Object.hasOwn(next, "cursor") && next.cursor;
    const before = previous ? previous.#cursors : [];
    this.#cursors = cursor ? [...before, cursor] : before;
    if ((isRepeat && total !== undefined) || (cursor && previous?.#cursors.includes(cursor)))
      throw repeatedPage();
    this.data = isRepeat ? [] : data;
    this.total = total;
    this.#load = next && !isRepeat && (() => load(next, this));
    Object.defineProperty(this, "body", { value: body });
  }

  hasNextPage() {
    return Boolean(this.#load);
  }

  async getNextPage() {
    if (!this.#load) {
      throw new SynthflowError({
        message: "there is no next page; check hasNextPage() first",
        outcome: "not-sent",
        attempts: 0,
      });
    }
    return this.#load();
  }

  async *[Symbol.asyncIterator]() {
    for (let page = this; ; page = await page.getNextPage()) {
      yield* page.data;
      if (!page.hasNextPage()) return;
    }
  }
}

/** A copy; params that cannot be copied cannot be sent either, and the core reports that. */
const copyOf = (params) => {
  try {
    return { ...params };
  } catch {
    return undefined;
  }
};

/** The promise of a page. The params are the first argument that is not a string, if there is one. */
export const page = async (pending, args, call, previous) => {
  const found = args.findIndex((argument) => typeof argument !== "string");
  const index = found < 0 ? args.length : found;
  const ids = args.slice(0, index);
  const [params, ...options] = args.slice(index);
  // Copied now, so that later changes by the caller do not affect the following pages.
  const given = copyOf(params);
  const load = (next, page) => call([...ids, { ...given, ...next }, ...options], page);
  return new Page(await pending, load, previous);
};
