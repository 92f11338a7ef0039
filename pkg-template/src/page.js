/** Pages: one way for all the pagings of the API. The core says where the next one begins. */

import { SynthflowError } from "./errors.js";

class Page {
  #load;

  constructor({ data, total, next, body }, load) {
    this.data = data;
    this.total = total;
    this.#load = next && (() => load(next));
    Object.defineProperty(this, "body", { value: body });
  }

  hasNextPage() {
    return Boolean(this.#load);
  }

  async getNextPage() {
    if (!this.#load) {
      throw new SynthflowError({
        message: "there is no next page: ask hasNextPage() first",
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
export const page = async (answer, args, call) => {
  const at = args.findIndex((argument) => typeof argument !== "string");
  const place = at < 0 ? args.length : at;
  const before = args.slice(0, place);
  const [params, ...options] = args.slice(place);
  // Copied now: what a caller changes later is not in the pages to come.
  const given = copied(params);
  return new Page(await answer, (next) => call([...before, { ...given, ...next }, ...options]));
};
