/** The voices of a workspace. They are loaded by provider; language and gender are filtered here. */

import { SvelteMap } from "svelte/reactivity";
import { client } from "../app/client.js";

/** Providers that the API knows by name. */
export const providers = ["elevenlabs", "deepgram", "synthflow"];

/** Codes of languages that the API also writes as names. */
const codes = { english: "en", german: "de", french: "fr", spanish: "es", italian: "it", portuguese: "pt" };

/** The codes of the languages of a voice: the API mixes names, codes and codes with a region. */
export const languagesOf = ({ languages }) => [
  ...new Set(
    (languages ?? []).map((name) => {
      const lower = String(name).toLowerCase();
      return codes[lower] ?? lower.split("-")[0];
    }),
  ),
];

/** The names of the voices that were loaded, by their ids. */
export const names = new SvelteMap();

export class Voices {
  all = $state.raw([]);
  state = $state("idle");
  error = $state.raw();
  #load;

  /** Loads the voices of a provider, or of all. */
  async load(workspace, provider) {
    this.#load?.abort();
    this.#load = new AbortController();
    const { signal } = this.#load;
    Object.assign(this, { all: [], state: "loading", error: undefined });
    try {
      for (const name of provider ? [provider] : providers) {
        const found = await client.voices
          .list({ workspace, provider: name, limit: 100 }, { signal })
          .toArray();
        this.all = [...this.all, ...found];
        for (const voice of found) if (voice.name) names.set(voice.voice_id, voice.name);
      }
      this.state = "ready";
    } catch (error) {
      if (!signal.aborted) Object.assign(this, { error, state: "failed" });
    }
  }

  stop() {
    this.#load?.abort();
  }
}

/** The voices with a text in their name, a language and a gender; empty strings match all. */
export const filtered = (voices, text, language, gender) => {
  const wanted = text.trim().toLowerCase();
  return voices.filter(
    (voice) =>
      (voice.name ?? voice.voice_id).toLowerCase().includes(wanted) &&
      (language === "" || languagesOf(voice).includes(language)) &&
      (gender === "" || voice.gender === gender),
  );
};
