import { z } from 'zod';
import type { World } from '../stand-in.ts';
import { earliest, type Part } from '../store/kept.ts';

export const arrivalPlan = z.strictObject({
  count: z.number().int().positive().max(100_000),
  /** One each so many milliseconds; all at once when left out. */
  everyMs: z.number().int().positive().optional(),
  profile: z.enum(['realistic', 'simple']).default('realistic'),
  /** How many customers the simple profile has. */
  customers: z.number().int().positive().default(100),
});

export type ArrivalPlan = z.infer<typeof arrivalPlan>;

/** Orders that will still arrive. */
interface Stream {
  plan: ArrivalPlan;
  everyMs: number;
  left: number;
  nextAt: number;
}

interface Snapshot {
  streams: Stream[];
  turn: number;
}

/** How a shop makes up sales and places them. */
interface Buyers<Sale> {
  /** A random sale: usually plain, sometimes with everything. */
  readonly realistic: (random: () => number) => Sale;
  /** A cheap, uniform sale. Customers take turns: 1, 2, 3 and so on. */
  readonly simple: (random: () => number, customer: number) => Sale;
  /** Places a sale at the given time, or now. Returns the order's id. */
  readonly place: (sale: Sale, at: number | null) => string;
}

/** Places orders by itself, as buyers do. */
export class Arrivals<Sale> implements Part {
  #streams: Stream[] = [];
  /** Whose turn it is among the simple customers. */
  #turn = 0;
  readonly #world: World;
  readonly #buyers: Buyers<Sale>;

  constructor(world: World, buyers: Buyers<Sale>) {
    this.#world = world;
    this.#buyers = buyers;
  }

  /** Starts a plan. Returns the ids of the orders that it places immediately; later orders have none yet. */
  start(plan: ArrivalPlan): string[] {
    const { count, everyMs } = plan;
    if (everyMs === undefined) return Array.from({ length: count }, () => this.#placeNext(plan, null));
    this.#streams.push({ plan, everyMs, left: count, nextAt: this.#world.now() + everyMs });
    return [];
  }

  /** Places one simple sale and returns its id. */
  sellOne(): string {
    return this.#placeNext(arrivalPlan.parse({ count: 1, profile: 'simple' }), null);
  }

  waiting(): number {
    return this.#streams.reduce((total, { left }) => total + left, 0);
  }

  stop(): void {
    this.#streams = [];
  }

  nextDueAt(): number | null {
    return earliest(this.#streams.map(({ nextAt }) => nextAt));
  }

  runDue(): void {
    const now = this.#world.now();
    for (const stream of this.#streams) {
      while (stream.left > 0 && stream.nextAt <= now) {
        // Each order gets its own time, however late this runs.
        this.#placeNext(stream.plan, stream.nextAt);
        stream.left -= 1;
        stream.nextAt += stream.everyMs;
      }
    }
    this.#streams = this.#streams.filter(({ left }) => left > 0);
  }

  snapshot(): Snapshot {
    return { streams: structuredClone(this.#streams), turn: this.#turn };
  }

  restore({ streams, turn }: Snapshot): void {
    this.#streams = structuredClone(streams);
    this.#turn = turn;
  }

  clear(): void {
    this.#streams = [];
    this.#turn = 0;
  }

  #placeNext({ profile, customers }: ArrivalPlan, at: number | null): string {
    this.#turn += 1;
    const { realistic, simple, place } = this.#buyers;
    const random = () => this.#world.random();
    return place(profile === 'simple' ? simple(random, (this.#turn % customers) + 1) : realistic(random), at);
  }
}
