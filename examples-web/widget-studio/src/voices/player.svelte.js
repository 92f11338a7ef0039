/** Plays one sample at a time. */

export class Player {
  /** Voice that is played; some share a sample. */
  voice = $state.raw();
  failed = $state(false);
  #audio = new Audio();

  constructor() {
    this.#audio.addEventListener("ended", () => this.stop());
  }

  /** Plays a sample, or stops the one that is played. */
  async toggle(voice) {
    if (this.voice === voice) return this.stop();
    this.#audio.src = voice.preview;
    this.voice = voice;
    this.failed = false;
    try {
      await this.#audio.play();
    } catch {
      // Another sample was chosen meanwhile, or this one cannot be played.
      if (this.voice === voice) Object.assign(this, { voice: undefined, failed: true });
    }
  }

  stop() {
    this.voice = undefined;
    this.#audio.pause();
  }
}
