/** The agents of the workspace. The API cannot search: all are loaded, page by page, and filtered here. */

import { client } from "../app/client.js";

const PAGE_OF_API = 100;

export class Agents {
  all = $state.raw([]);
  state = $state("loading");
  error = $state.raw();
  #load;

  /** Loads them; those of the first page are shown while the others are loaded. */
  async load() {
    this.#load?.abort();
    this.#load = new AbortController();
    const { signal } = this.#load;
    Object.assign(this, { all: [], state: "loading", error: undefined });
    try {
      let page = await client.agents.list({ limit: PAGE_OF_API }, { signal });
      for (;;) {
        this.all = [...this.all, ...page.data];
        if (!page.hasNextPage()) break;
        this.state = "more";
        page = await page.getNextPage();
        if (signal.aborted) return;
      }
      this.state = "ready";
    } catch (error) {
      if (signal.aborted) return;
      Object.assign(this, { error, state: "failed" });
    }
  }

  /** Stops loading. */
  stop() {
    this.#load?.abort();
  }
}

/** The agents of a type whose name, description or id has the text. */
export const filtered = (agents, text, type) => {
  const wanted = text.trim().toLowerCase();
  return agents.filter(
    (agent) =>
      (type === "" || agent.type === type) &&
      [agent.name, agent.description, agent.model_id].some((value) => value?.toLowerCase().includes(wanted)),
  );
};
