import type { Hook } from '../../src/connectors/contract/connector.ts';
import type { Integration } from '../../src/engine/integration.ts';
import type { ActivityView, IntegrationView, TaskView } from '../../src/engine/reporting/views.ts';
import type { ActivityFilter } from '../../src/engine/storage/activity.ts';
import type { Row, SqlValue } from '../../src/engine/storage/sql.ts';
import type { HookOutcome } from '../../src/engine/work/accept-hook.ts';
import { minuteMs } from './durations.ts';
import { type Death, EngineLife } from './engine-life.ts';
import { type DocumentParts, integrationDocument } from './integration-document.ts';
import type { Outgoing } from './outgoing.ts';
import { type HookParts, signedHook } from './signed-hook.ts';
import { hosts } from './systems.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** One integration under test, between the systems of the sandbox. It opens when it is first asked something. */
export class Subject {
  readonly #life: Life;

  constructor(clock: VirtualClock, outside: Outgoing) {
    this.#life = new Life(clock, outside);
  }

  get id(): string {
    return this.#life.id;
  }

  /** Every line that it logs. */
  get logged(): string[] {
    return this.#life.logged;
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

  /** Somebody asks to be forgotten. */
  erase(email: string): Promise<{ links: number; activity: number }> {
    return this.#ask((integration) => integration.erase(email));
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
    return this.accept(await signedHook(orderId, this.#life.clock.now(), parts));
  }

  /** Any webhook of the shop. */
  async accept(hook: Hook): Promise<HookOutcome> {
    return (await this.#open()).integration.accept('shop', hook);
  }

  sql(query: string, ...bindings: SqlValue[]): Row[] {
    return this.#life.sql.exec(query, ...bindings);
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
    return this.runNext(this.#life.clock.now());
  }

  /** Moves time on to what is due next, if that comes until then, and runs it. */
  async runNext(until: number): Promise<boolean> {
    const life = await this.#open();
    const at = life.nextRunAt();
    if (at === null || at > until) return false;
    await life.clock.runUntil(at);
    await life.run();
    return true;
  }

  /** Run after run, until nothing comes for a while. Returns how many there were. */
  async settle(withinMs = 15 * minuteMs, maxRuns = 100): Promise<number> {
    const until = this.#life.clock.now() + withinMs;
    for (let runs = 0; runs < maxRuns; runs++) if (!(await this.runNext(until))) return runs;
    throw new Error('It does not come to rest.');
  }

  /** As a deployment with other keys: they are seen when it is opened next. */
  async deploy(encryptionKey: string, previousKey?: string): Promise<void> {
    this.#life.encryptionKey = encryptionKey;
    this.#life.previousKey = previousKey;
    await this.evict();
  }

  /** It forgets what it has in memory. */
  async evict(): Promise<void> {
    await this.#life.open();
  }

  /**
   * Runs what is due and lets it die at its n-th outgoing call: before the system gets it, or after the system has done
   * it. Returns whether there was such a call.
   */
  async dieAtCall(number: number, moment: Death['moment']): Promise<boolean> {
    const life = await this.#open();
    if ((life.nextRunAt() ?? Number.POSITIVE_INFINITY) > life.clock.now()) return false;
    const died = life.dieAt(number, moment);
    return life.clock.settle(Promise.race([died.then(() => true), life.begin().then(() => false)]));
  }

  async #ask<Answer>(work: (integration: Integration) => Answer | Promise<Answer>): Promise<Answer> {
    const { clock, integration } = await this.#open();
    return clock.settle(Promise.resolve(work(integration)));
  }

  async #open(): Promise<Life> {
    return this.#life.isOpen ? this.#life : this.#life.open();
  }
}

class Life extends EngineLife {
  readonly #outside: Outgoing;

  constructor(clock: VirtualClock, outside: Outgoing) {
    super('tea', clock);
    this.#outside = outside;
  }

  protected carry(request: Request): Promise<Response> {
    const { host } = new URL(request.url);
    const system = Object.entries(hosts).find(([each]) => each === host)?.[1];
    if (system === undefined) throw new Error(`a call to ${request.url}`);
    return this.#outside.answer(system, request);
  }
}
