import { z } from 'zod';
import { placeSale } from './placing.ts';
import { randomSale, simpleSale } from './random-sale.ts';
import type { Shop } from './shop.ts';

export const arrivalPlan = z.strictObject({
  count: z.number().int().positive().max(100_000),
  /** One each so many milliseconds; all at once when left out. */
  everyMs: z.number().int().positive().optional(),
  profile: z.enum(['realistic', 'simple']).default('realistic'),
  /** How many customers the simple profile has. */
  customers: z.number().int().positive().default(100),
});

type ArrivalPlan = z.infer<typeof arrivalPlan>;

/** Orders that are still to come in. */
interface Stream {
  plan: ArrivalPlan;
  everyMs: number;
  left: number;
  nextAt: number;
}

export interface ArrivalsSnapshot {
  streams: Stream[];
  turn: number;
}

/** Buyers who come by themselves. */
export class Arrivals {
  #streams: Stream[] = [];
  /** Whose turn it is among the simple customers. */
  #turn = 0;
  readonly #shop: Shop;

  constructor(shop: Shop) {
    this.#shop = shop;
  }

  /** The ids of the orders that are placed at once; those that come later are none yet. */
  start(plan: ArrivalPlan): string[] {
    const { count, everyMs } = plan;
    if (everyMs === undefined) return Array.from({ length: count }, () => this.#place(plan));
    this.#streams.push({ plan, everyMs, left: count, nextAt: this.#shop.world.now() + everyMs });
    return [];
  }

  waiting(): number {
    return this.#streams.reduce((total, { left }) => total + left, 0);
  }

  stop(): void {
    this.#streams = [];
  }

  nextDueAt(): number | null {
    return this.#streams.length === 0 ? null : Math.min(...this.#streams.map(({ nextAt }) => nextAt));
  }

  runDue(): void {
    const now = this.#shop.world.now();
    for (const stream of this.#streams) {
      while (stream.left > 0 && stream.nextAt <= now) {
        // Each at its own time, however late this runs.
        this.#shop.asOf(stream.nextAt, false, () => this.#place(stream.plan));
        stream.left -= 1;
        stream.nextAt += stream.everyMs;
      }
    }
    this.#streams = this.#streams.filter(({ left }) => left > 0);
  }

  snapshot(): ArrivalsSnapshot {
    return { streams: structuredClone(this.#streams), turn: this.#turn };
  }

  restore({ streams, turn }: ArrivalsSnapshot): void {
    this.#streams = structuredClone(streams);
    this.#turn = turn;
  }

  clear(): void {
    this.#streams = [];
    this.#turn = 0;
  }

  #place({ profile, customers }: ArrivalPlan): string {
    const random = () => this.#shop.world.random();
    this.#turn += 1;
    const sale = profile === 'simple' ? simpleSale(random, this.#turn, customers) : randomSale(random);
    return String(placeSale(this.#shop, sale).entity_id);
  }
}
