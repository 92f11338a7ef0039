/** Pages: one way for all the pagings of the API. The core says where the next one begins. */

import { APIResponseError, SynthflowError } from "./errors.js";

/** Whether two pages hold the same items. The first ones tell most apart. */
const isSame = (one, other) =>
  one.length === other.length &&
  JSON.stringify(one[0]) === JSON.stringify(other[0]) &&
  JSON.stringify(one) === JSON.stringify(other);

const repeated = () =>
  new APIResponseError({
    message: "the response repeats a page that was there before, so the list would never end",
    outcome: "unknown",
    attempts: 1,
  });

class Page {
  #load;
  #cursors;

  constructor({ data, total, next, body }, load, before) {
    // Of a list without a total, the same page again is its end; with one, items would be lost.
    const isAgain = before && isSame(before.data, data);
    const cursor = next && Object.hasOwn(next, "cursor") && next.cursor;
    this.#cursors = [...(before ? before.#cursors : []), cursor];
    if ((isAgain && total !== undefined) || (cursor && before?.#cursors.includes(cursor))) throw repeated();
    this.data = isAgain ? [] : data;
    this.total = total;
    this.#load = next && !isAgain && (() => load(next, this));
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

/** A copy; what cannot be copied cannot be sent either, and the answer is an error that says so. */
const copied = (params) => {
  try {
    return { ...params };
  } catch {
    return undefined;
  }
};

/** The promise of a page. The params are the first object among the arguments, if there is one. */
export const page = async (answer, args, call, before) => {
  const at = args.findIndex((argument) => typeof argument !== "string");
  const place = at < 0 ? args.length : at;
  const ids = args.slice(0, place);
  const [params, ...options] = args.slice(place);
  // Copied now: what a caller changes later is not in the pages to come.
  const given = copied(params);
  const load = (next, last) => call([...ids, { ...given, ...next }, ...options], last);
  return new Page(await answer, load, before);
};
