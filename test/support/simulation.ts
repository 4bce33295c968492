import { noIdCache } from '../../src/engine/connection/id-cache.ts';
import { Integration } from '../../src/engine/integration.ts';
import type { Log } from '../../src/engine/log.ts';
import type { AlertChannel } from '../../src/engine/reporting/alerts.ts';
import { Seal } from '../../src/engine/storage/sealing.ts';
import type { Sql } from '../../src/engine/storage/sql.ts';
import { Stores } from '../../src/engine/storage/stores.ts';
import type { TaskRow } from '../../src/engine/storage/tasks.ts';
import { copyOf, memorySql } from './memory-sql.ts';
import { books, Outside, shop } from './outside.ts';
import { VirtualClock } from './virtual-clock.ts';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;

/** A whole integration on a virtual clock, between a shop and books that live in memory. */
export class Simulation {
  readonly clock = new VirtualClock();
  readonly outside = new Outside(this.clock);
  sql: Sql = memorySql();
  stores = new Stores(this.sql);
  readonly logged: string[] = [];
  encryptionKey = btoa('k'.repeat(32));
  previousKey: string | undefined;
  channels: readonly AlertChannel[] | null = null;
  budget = { calls: 45, ms: 60_000 };
  /** At which request of the integration it dies, and whether that is carried out still. */
  death: { readonly request: number; readonly moment: 'before' | 'after' } | null = null;
  isDead = false;
  readonly died: Promise<void>;
  #tellDeath: () => void = () => undefined;
  #requests = 0;
  #life = 0;
  #integration: Integration | null = null;

  constructor() {
    this.died = new Promise((resolve) => {
      this.#tellDeath = resolve;
    });
  }

  /** The integration that is open. */
  get integration(): Integration {
    if (!this.#integration) throw new Error('not open');
    return this.#integration;
  }

  /** Opens what is stored, as after a start or a death. */
  async open(): Promise<this> {
    const { sql, clock } = this;
    const life = ++this.#life;
    this.#integration = await Integration.open({
      id: 'mugs',
      sql,
      seal: await Seal.fromKeys(this.encryptionKey, this.previousKey),
      clock,
      fetch: ((request: Request) => this.#fetch(life, request)) as typeof fetch,
      baseUrls: {},
      log: this.#log(),
      idCache: noIdCache,
      alerts: this.channels,
    });
    return this;
  }

  /** A dead object hears of nothing any more, and what it stores from then on is lost. */
  async #fetch(life: number, request: Request): Promise<Response> {
    if (life !== this.#life) return nothing();
    const dies = this.death?.request === ++this.#requests ? this.death : null;
    if (dies?.moment === 'before') return this.#die();
    const answer = await this.outside.fetch(request);
    return dies ? this.#die() : life === this.#life ? answer : nothing();
  }

  #die(): Promise<Response> {
    this.#life++;
    this.isDead = true;
    this.sql = copyOf(this.sql);
    this.stores = new Stores(this.sql);
    this.#tellDeath();
    return nothing();
  }

  async configured(flow: Record<string, unknown> = {}): Promise<this> {
    await this.open();
    await this.integration.configure(document(flow));
    return this;
  }

  async hook(orderId: string): Promise<void> {
    const outcome = await this.integration.accept('shop', this.outside.hook(orderId));
    if (outcome.kind !== 'stored') throw new Error(outcome.kind);
  }

  /** One run, as one alarm, and what it has to tell. */
  async run(): Promise<boolean> {
    const worked = await this.clock.settle(this.integration.run(this.budget));
    await this.clock.settle(this.integration.tell() ?? Promise.resolve());
    return worked;
  }

  /** Lets this much time pass, running whenever there is something to do. Returns how many runs it took. */
  async live(ms: number, mostRuns = 2_000): Promise<number> {
    const until = this.clock.now() + ms;
    for (let runs = 0; runs < mostRuns; runs++) {
      const next = this.integration.nextWakeAt();
      if (next === null || next > until) {
        await this.clock.advance(Math.max(0, until - this.clock.now()));
        return runs;
      }
      await this.clock.advance(Math.max(0, next - this.clock.now()));
      // As the alarm does: a run that did nothing is not repeated at once.
      if (!(await this.run())) await this.clock.advance(1_000);
    }
    throw new Error(`more than ${mostRuns} runs`);
  }

  tasks(): TaskRow[] {
    return this.stores.tasks.list({}, 1_000).reverse();
  }

  states(): string[] {
    return this.tasks().map(({ key, state }) => `${key} ${state}`);
  }

  #log(): Log {
    const write = (event: string, fields: object) =>
      void this.logged.push(JSON.stringify({ event, ...fields }));
    return {
      info: write,
      error: (event, fields, error) => write(event, { ...fields, error: String(error) }),
    };
  }
}

function nothing(): Promise<Response> {
  return new Promise(() => undefined);
}

export function document(flow: Record<string, unknown> = {}) {
  return {
    name: 'Mugs',
    connections: {
      shop: { connector: 'ecwid', credentials: shop },
      books: { connector: 'jortt', credentials: books },
    },
    flows: [{ flow: 'orders', from: 'shop', to: 'books', ...flow }],
  };
}

/** References of the documents in the books. */
export function invoices({ outside }: Simulation): string[] {
  return outside.books.invoices.map(({ reference }) => String(reference)).sort();
}
