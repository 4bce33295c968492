import { noIdCache } from '../../src/engine/connection/id-cache.ts';
import { Integration } from '../../src/engine/integration.ts';
import type { Log } from '../../src/engine/log.ts';
import type { ActivityView, IntegrationView, TaskView } from '../../src/engine/reporting/views.ts';
import type { ActivityFilter } from '../../src/engine/storage/activity.ts';
import { Seal } from '../../src/engine/storage/sealing.ts';
import type { Row, SqlValue } from '../../src/engine/storage/sql.ts';
import type { HookOutcome } from '../../src/engine/work/accept-hook.ts';
import { minuteMs } from './durations.ts';
import { type DocumentParts, integrationDocument } from './integration-document.ts';
import { copyOf, memorySql } from './memory-sql.ts';
import type { Outgoing } from './outgoing.ts';
import { type HookParts, signedHook } from './signed-hook.ts';
import type { VirtualClock } from './virtual-clock.ts';

interface SubjectParts {
  readonly clock: VirtualClock;
  readonly outside: Outgoing;
  /** Takes every line that it logs. */
  readonly logged: string[];
}

/** Which system is at which host. */
const systems: Readonly<Record<string, string>> = {
  'app.ecwid.com': 'ecwid',
  'api.jortt.nl': 'jortt',
  'app.jortt.nl': 'jortt',
};

const budget = { calls: 45, ms: 60_000 };
/** A run that did nothing is not repeated at once, as the object's alarm has it. */
const idleMs = 1_000;

/**
 * One integration under test: the engine over SQLite in memory and a virtual clock. It may be closed and opened again, and
 * it may die at any call: then it hears of nothing any more, and what it stores from then on is lost.
 */
export class Subject {
  readonly id = 'tea';
  encryptionKey = btoa('k'.repeat(32));
  previousKey: string | undefined;
  #storage = memorySql();
  #integration: Promise<Integration> | null = null;
  #life = 0;
  #restsUntil = 0;
  readonly #parts: SubjectParts;

  constructor(parts: SubjectParts) {
    this.#parts = parts;
  }

  /** What is stored is opened when it is first asked for, as an object is. */
  get integration(): Promise<Integration> {
    this.#integration ??= this.#open(++this.#life);
    return this.#integration;
  }

  async configure(parts: DocumentParts = {}): Promise<IntegrationView> {
    return this.#ask((integration) => integration.configure(integrationDocument(parts)));
  }

  view(): Promise<IntegrationView> {
    return this.#ask(({ reports }) => reports.view());
  }

  async sync(...keys: string[]): Promise<void> {
    await this.#ask((integration) => integration.sync('orders', { keys }));
  }

  /** Newest first. */
  async tasks(): Promise<TaskView[]> {
    return (await this.#ask(({ reports }) => reports.tasks({}, 200))).items;
  }

  async task(key: string): Promise<TaskView> {
    const task = (await this.tasks()).find((each) => each.key === key);
    if (task === undefined) throw new Error(`There is no task of ${key}.`);
    return task;
  }

  /** A person has the task of this record tried again. */
  async retry(key: string): Promise<TaskView> {
    const { id } = await this.task(key);
    return this.#ask((integration) => integration.retry(Number(id)));
  }

  /** A person has the task of this record left alone. */
  async skip(key: string): Promise<TaskView> {
    const { id } = await this.task(key);
    return this.#ask((integration) => integration.skip(Number(id)));
  }

  retryParked(): Promise<{ retried: number }> {
    return this.#ask((integration) => integration.retryParked());
  }

  /** Whatever else is asked of the engine. */
  do<Answer>(work: (integration: Integration) => Answer | Promise<Answer>): Promise<Answer> {
    return this.#ask(work);
  }

  /** Newest first. */
  async activity(filter: ActivityFilter = {}): Promise<ActivityView[]> {
    return (await this.#ask(({ reports }) => reports.activity(filter, 200))).items;
  }

  /** A webhook of the shop about an order. */
  async hook(orderId: string, parts: HookParts = {}): Promise<HookOutcome> {
    const hook = await signedHook(orderId, this.#parts.clock.now(), parts);
    return (await this.integration).accept('shop', hook);
  }

  sql(query: string, ...bindings: SqlValue[]): Row[] {
    return this.#storage.exec(query, ...bindings);
  }

  /** Everything that it stores, by table. */
  tables(): Record<string, Row[]> {
    const names = this.sql("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
    return Object.fromEntries(names.map(({ name }) => [String(name), this.sql(`SELECT * FROM "${name}"`)]));
  }

  rowCounts(): Record<string, number> {
    return Object.fromEntries(Object.entries(this.tables()).map(([name, rows]) => [name, rows.length]));
  }

  /** One run, if something is due. */
  run(): Promise<boolean> {
    return this.runNext(this.#parts.clock.now());
  }

  /** Moves time on to what is due next, if that comes until then, and runs it. */
  async runNext(until: number): Promise<boolean> {
    const run = await this.#begin(until);
    if (run === null) return false;
    await this.#parts.clock.settle(run.ended);
    return true;
  }

  /** Begins the next run at its moment; null when that is later. Who calls it lets time pass until the run has ended. */
  async #begin(until: number): Promise<{ readonly ended: Promise<void> } | null> {
    const { clock } = this.#parts;
    const integration = await this.integration;
    const next = integration.nextWakeAt();
    const at = next === null ? null : Math.max(next, this.#restsUntil);
    if (at === null || at > until) return null;
    await clock.advance(Math.max(0, at - clock.now()));
    const ended = integration.run(budget).then((worked) => {
      this.#restsUntil = worked ? 0 : clock.now() + idleMs;
    });
    return { ended };
  }

  /** Run after run, until nothing comes for a while. Returns how many there were. */
  async settle(withinMs = 10 * minuteMs, maxRuns = 100): Promise<number> {
    const until = this.#parts.clock.now() + withinMs;
    for (let runs = 0; runs < maxRuns; runs++) if (!(await this.runNext(until))) return runs;
    throw new Error('It does not come to rest.');
  }

  /** As a deployment with other keys: they are seen when it is opened next. */
  async deploy(encryptionKey: string, previousKey?: string): Promise<void> {
    this.encryptionKey = encryptionKey;
    this.previousKey = previousKey;
    await this.evict();
  }

  /** It forgets what it has in memory. */
  async evict(): Promise<void> {
    this.#integration = null;
    await this.integration;
  }

  /** It ends at once, whatever it is doing. */
  die(): void {
    this.#life++;
    this.#storage = copyOf(this.#storage);
    this.#integration = null;
    this.#restsUntil = 0;
  }

  /**
   * Runs what is due and lets it die at its n-th outgoing call: before the system gets it, or after the system has done
   * it. Returns whether there was such a call.
   */
  async dieAtCall(number: number, when: 'before' | 'after'): Promise<boolean> {
    const { clock, outside } = this.#parts;
    outside.clear();
    const death = new Promise<true>((resolve) => {
      outside.intercept = async (call, answer) => {
        if (call.number < number) return answer();
        if (when === 'after' && call.number === number) await answer();
        resolve(true);
        return new Promise<Response>(() => undefined);
      };
    });
    const run = await this.#begin(clock.now());
    const reached = run !== null && (await clock.settle(Promise.race([death, run.ended.then(() => false)])));
    if (reached) this.die();
    outside.passOn();
    return reached;
  }

  async #ask<Answer>(work: (integration: Integration) => Answer | Promise<Answer>): Promise<Answer> {
    const integration = await this.integration;
    return this.#parts.clock.settle(Promise.resolve(work(integration)));
  }

  async #open(life: number): Promise<Integration> {
    const { clock, outside } = this.#parts;
    return Integration.open({
      id: this.id,
      sql: this.#storage,
      seal: await Seal.fromKeys(this.encryptionKey, this.previousKey),
      clock,
      fetch: (async (request: Request) => {
        const system = systems[new URL(request.url).host];
        if (system === undefined) throw new Error(`a call to ${request.url}`);
        const answer = await outside.answer(system, request);
        return life === this.#life ? answer : new Promise<Response>(() => undefined);
      }) as typeof fetch,
      baseUrls: {},
      log: this.#log(),
      idCache: noIdCache,
      alerts: null,
    });
  }

  #log(): Log {
    const write = (event: string, fields: object) =>
      void this.#parts.logged.push(JSON.stringify({ event, ...fields }));
    return {
      info: write,
      error: (event, fields, error) => write(event, { ...fields, error: String(error) }),
    };
  }
}
