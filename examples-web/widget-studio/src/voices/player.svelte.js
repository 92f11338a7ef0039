/** Plays one sample at a time. */

export class Player {
  /** URL that is played. */
  url = $state();
  failed = $state(false);
  #audio = new Audio();

  constructor() {
    this.#audio.addEventListener("ended", () => this.stop());
  }

  /** Plays a sample, or stops the one that is played. */
  async toggle(url) {
    if (this.url === url) return this.stop();
    this.#audio.src = url;
    this.url = url;
    this.failed = false;
    try {
      await this.#audio.play();
    } catch {
      // Another sample was chosen meanwhile, or this one cannot be played.
      if (this.url === url) Object.assign(this, { url: undefined, failed: true });
    }
  }

  stop() {
    this.url = undefined;
    this.#audio.pause();
  }
}
