/** Options that could not work. */
export class Misuse extends TypeError {
  constructor(what) {
    super(`runCampaign: ${what}`);
  }
}
