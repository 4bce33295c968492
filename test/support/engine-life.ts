import { type IdCache, noIdCache } from '../../src/engine/connection/id-cache.ts';
import type { BaseUrls } from '../../src/engine/http/base-url.ts';
import { Integration } from '../../src/engine/integration.ts';
import type { Log } from '../../src/engine/log.ts';
import { Seal } from '../../src/engine/privacy/sealing.ts';
import type { AlertChannel } from '../../src/engine/reporting/alerts.ts';
import type { Siblings } from '../../src/engine/siblings.ts';
import type { Sql } from '../../src/engine/storage/sql.ts';
import { Stores } from '../../src/engine/storage/stores.ts';
import { Consumer } from './consumer.ts';
import { copyOf, memorySql } from './memory-sql.ts';
import { VirtualClock } from './virtual-clock.ts';

/** A run that did nothing is not repeated at once, as the object's alarm has it. */
const idleMs = 1_000;

/** At which request of the integration it dies, and whether that is carried out still. */
export interface Death {
  readonly request: number;
  readonly moment: 'before' | 'after';
}

/**
 * What the Durable Object is to the engine: storage, time, a way out, and an end. The engine may be opened again over what
 * it stored, and it may die at any request: then it hears of nothing any more, and what it stores from then on is lost.
 */
export abstract class EngineLife {
  sql: Sql = memorySql();
  stores = new Stores(this.sql);
  readonly logged: string[] = [];
  encryptionKey = btoa('k'.repeat(32));
  previousKey: string | undefined;
  channels: readonly AlertChannel[] | null = null;
  budget = { calls: 45, ms: 60_000 };
  siblings: Siblings | undefined;
  baseUrls: BaseUrls = {};
  idCache: IdCache = noIdCache;
  publicUrl: string | undefined;
  #death: Death | null = null;
  isDead = false;
  #died = Promise.withResolvers<void>();
  #requests = 0;
  #life = 0;
  #integration: Integration | null = null;
  readonly consumer: Consumer;
  #restsUntil = 0;

  constructor(
    readonly id: string,
    readonly clock = new VirtualClock(),
  ) {
    this.consumer = new Consumer({
      integration: id,
      clock,
      fetch: ((request: Request) => this.#fetch(this.#life, request)) as typeof fetch,
      baseUrls: {},
      idCache: {
        get: (place, keys) => this.idCache.get(place, keys),
        put: (place, ids) => this.idCache.put(place, ids),
        forget: (place, keys) => this.idCache.forget(place, keys),
      },
      object: () => this.integration,
    });
  }

  /** Carries a request of the engine to its system. */
  protected abstract carry(request: Request): Promise<Response>;

  /** When a system has something to do by itself. */
  protected nextOutsideAt(): number | null {
    return null;
  }

  protected async runOutside(): Promise<void> {}

  /** The integration that is open. */
  get integration(): Integration {
    if (!this.#integration) throw new Error('not open');
    return this.#integration;
  }

  get isOpen(): boolean {
    return this.#integration !== null;
  }

  /** Opens what is stored, as after a start or a death. */
  async open(): Promise<this> {
    const life = ++this.#life;
    this.isDead = false;
    this.#integration = await Integration.open({
      id: this.id,
      sql: this.sql,
      seal: await Seal.fromKeys(this.encryptionKey, this.previousKey),
      clock: this.clock,
      fetch: ((request: Request) => this.#fetch(life, request)) as typeof fetch,
      baseUrls: this.baseUrls,
      log: this.#log(),
      idCache: this.idCache,
      publicUrl: this.publicUrl,
      batches: this.consumer,
      alerts: this.channels,
      siblings: this.siblings,
    });
    return this;
  }

  /** It ends at once, whatever it is doing. */
  die(): void {
    this.#life++;
    this.isDead = true;
    this.#integration = null;
    this.#restsUntil = 0;
    this.sql = copyOf(this.sql);
    this.stores = new Stores(this.sql);
    this.#death = null;
    this.#died.resolve();
    this.#died = Promise.withResolvers<void>();
  }

  /** Lets it die at its n-th request from now on. Resolves when it has. */
  dieAt(request: number, moment: Death['moment']): Promise<void> {
    this.#requests = 0;
    this.#death = { request, moment };
    return this.#died.promise;
  }

  /** When there is something to do; null for what was never configured. */
  nextRunAt(): number | null {
    const next = this.integration.nextWakeAt();
    return next === null ? null : Math.max(next, this.#restsUntil);
  }

  /** One run, as one alarm. Who calls it lets time pass until the run has ended. Tells whether anything was done. */
  async begin(): Promise<boolean> {
    const worked = await this.integration.run(this.budget);
    this.#restsUntil = worked ? 0 : this.clock.now() + idleMs;
    return worked;
  }

  /** One run, and what it has to tell. Ends when it dies over it, too. */
  async run(): Promise<boolean> {
    const { promise: died } = this.#died;
    const worked = await this.clock.settle(Promise.race([this.begin(), died.then(() => false)]));
    if (!this.isDead) await this.clock.settle(Promise.race([this.consumer.work(), this.#died.promise]));
    if (!this.isDead) await this.clock.settle(this.integration.tell() ?? Promise.resolve());
    return worked;
  }

  /** Lets this much time pass, or until it dies, running whenever there is something to do. Returns how many runs it took. */
  async live(ms: number, maxRuns = 5_000): Promise<number> {
    const until = this.clock.now() + ms;
    for (let runs = 0; runs < maxRuns; runs++) {
      const moments = [this.nextRunAt(), this.nextOutsideAt()].filter((at) => at !== null);
      const next = Math.min(...moments);
      if (next > until) {
        await this.clock.runUntil(until);
        return runs;
      }
      await this.clock.runUntil(next);
      await this.clock.settle(this.runOutside());
      // Over a consumer that outlived the object before it.
      if (this.isDead) return runs;
      if ((this.nextRunAt() ?? Number.POSITIVE_INFINITY) <= this.clock.now()) await this.run();
      if (this.isDead) return runs;
    }
    throw new Error(`more than ${maxRuns} runs`);
  }

  async #fetch(life: number, request: Request): Promise<Response> {
    if (life !== this.#life) return never();
    const dies = this.#death?.request === ++this.#requests ? this.#death : null;
    if (dies?.moment === 'before') return this.#dieOver();
    const answer = await this.carry(request);
    return dies ? this.#dieOver() : life === this.#life ? answer : never();
  }

  #dieOver(): Promise<never> {
    this.die();
    return never();
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

function never(): Promise<never> {
  return new Promise(() => undefined);
}
