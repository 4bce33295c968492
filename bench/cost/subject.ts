import type { LocalWorker } from '../../scripts/local-worker.ts';
import { hookAbout } from '../koppel.ts';
import type { Rest } from './counting-worker.ts';
import type { Counts } from './tally.ts';

/** One integration in the counting Worker. */
export class Subject {
  readonly #worker: LocalWorker;
  readonly #id: string;
  readonly #secret: string;

  constructor(worker: LocalWorker, id: string, secret: string) {
    this.#worker = worker;
    this.#id = id;
    this.#secret = secret;
  }

  /** What was counted since it was last asked. */
  async counts(): Promise<Counts> {
    return (await this.#ask('counts')).json() as Promise<Counts>;
  }

  async rest(): Promise<Rest> {
    return (await this.#ask(`rest?integration=${this.#id}`)).json() as Promise<Rest>;
  }

  /** When nothing is under way or waiting. An alarm that goes off is seen nowhere for a moment: it is looked at twice. */
  async settled(withinMs = 60_000): Promise<void> {
    const until = Date.now() + withinMs;
    for (let quiet = 0; quiet < 2; ) {
      const { open, still } = await this.rest();
      quiet = open === 0 && still ? quiet + 1 : 0;
      if (Date.now() > until) throw new Error(`${this.#id} does not come to rest.`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async hook(orderId: string, eventId: string): Promise<void> {
    const response = await fetch(`${this.#worker.url}/hooks/${this.#id}/shop`, {
      method: 'POST',
      ...hookAbout(orderId, eventId, this.#secret),
    });
    if (!response.ok) throw new Error(`A hook was answered ${response.status}: ${await response.text()}`);
  }

  /** Moves Koppel's clock on. */
  async pass(ms: number): Promise<void> {
    await this.#ask(`pass?ms=${ms}`);
  }

  async alarm(): Promise<void> {
    await this.#ask(`alarm?integration=${this.#id}`);
  }

  async evict(): Promise<void> {
    await this.#ask(`evict?integration=${this.#id}`);
  }

  async #ask(what: string): Promise<Response> {
    const response = await fetch(`${this.#worker.url}/cost/${what}`);
    if (!response.ok) throw new Error(`/cost/${what} was answered ${response.status}`);
    return response;
  }
}
