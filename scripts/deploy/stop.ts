/** Nothing goes on: a sentence for whoever deploys, what Cloudflare's own tool said of it, and what to do. */
export class Stop extends Error {
  override readonly name = 'Stop';
  readonly said: readonly string[];

  constructor(sentence: string, said: readonly string[] = []) {
    super(sentence);
    this.said = said;
  }
}
