import { DurableObject } from 'cloudflare:workers';
import { alertChannels, alertObjection } from '../src/alerts/channels.ts';
import type { Hook } from '../src/connectors/contract/connector.ts';
import { systemClock } from '../src/engine/clock.ts';
import type { IntegrationState } from '../src/engine/configuration/configuration.ts';
import type { ConfigureOptions } from '../src/engine/configuration/store-configuration.ts';
import { parseRateLimits } from '../src/engine/connection/limits/overrides.ts';
import type { PortCall } from '../src/engine/connection/remote-ports.ts';
import { parseBaseUrls } from '../src/engine/http/base-url.ts';
import { Integration } from '../src/engine/integration.ts';
import { consoleLog, type Log } from '../src/engine/log.ts';
import type { NamedFilter } from '../src/engine/reporting/views.ts';
import type { ActivityFilter } from '../src/engine/storage/activity.ts';
import { Seal } from '../src/engine/storage/sealing.ts';
import type { Skipper, TaskFilter } from '../src/engine/storage/tasks.ts';
import { runCalls } from '../src/engine/work/run-budget.ts';
import type { SyncRequest } from '../src/engine/work/sync.ts';
import type { Env } from '../src/env.ts';
import { AlarmClock } from './alarm-clock.ts';
import { answer } from './answer.ts';
import { directory } from './directory-client.ts';
import { kvIdCache } from './kv-id-cache.ts';
import { sqliteOf } from './sqlite.ts';

/** One run: well within an alarm's 15 minutes. Its calls are set by RUN_CALLS. */
const runMs = 60_000;

/**
 * One integration as a Durable Object: gives the engine its storage, its alarm and its name, and nothing else. Every
 * method may be called over RPC; errors come back as data.
 */
export class IntegrationObject extends DurableObject<Env> {
  readonly #log: Log;
  readonly #alarm: AlarmClock;
  /** Set before anything else runs. */
  #integration!: Integration;
  #reported = '';

  constructor(context: DurableObjectState, env: Env) {
    super(context, env);
    this.#log = consoleLog(this.#id);
    this.#alarm = new AlarmClock(context.storage);
    context.blockConcurrencyWhile(async () => {
      await this.#open();
      await this.#alarm.read();
    });
  }

  get #id(): string {
    return this.ctx.id.name ?? '';
  }

  async #open(): Promise<void> {
    const { ENCRYPTION_KEY, ENCRYPTION_KEY_PREVIOUS, BASE_URLS, RATE_LIMITS } = this.env;
    const send: typeof fetch = (input, init) => fetch(input, init);
    // Orders go on without alerts.
    const objection = alertObjection(this.env);
    if (objection !== null) this.#log.error('alerts_unusable', { detail: objection }, null);
    this.#integration = await Integration.open({
      id: this.#id,
      sql: sqliteOf(this.ctx.storage),
      seal: await Seal.fromKeys(ENCRYPTION_KEY, ENCRYPTION_KEY_PREVIOUS),
      clock: systemClock,
      fetch: send,
      baseUrls: parseBaseUrls(BASE_URLS),
      rateLimits: parseRateLimits(RATE_LIMITS),
      log: this.#log,
      idCache: kvIdCache(this.env.SKUS),
      alerts: alertChannels(this.env, { clock: systemClock, fetch: send }),
    });
  }

  /** Runs what is due. Whatever happens, there is a next alarm: after six failures Cloudflare would give up. */
  override async alarm(): Promise<void> {
    let worked = false;
    this.#alarm.started();
    try {
      worked = await this.#integration.run({ calls: runCalls(this.env.RUN_CALLS), ms: runMs });
    } catch (error) {
      this.#log.error('run_failed', {}, error);
    } finally {
      this.#tell();
      await this.#alarm.ended(this.#integration.nextWakeAt(), worked);
      await this.#report();
    }
  }

  /** Called by the cron: sets an alarm that was lost, and tells the directory of this integration. */
  async wake(): Promise<void> {
    const stalled = await this.#alarm.watch(this.#integration.nextWakeAt());
    if (stalled) {
      this.#integration.noteStall();
      this.#tell();
      await this.#arm();
    }
    await this.#report('always');
  }

  /** Sends alerts in the background, so that a slow channel delays nothing. */
  #tell(): void {
    const telling = this.#integration.tell();
    if (telling !== null) this.ctx.waitUntil(telling.then(() => this.#arm()));
  }

  async accept(connection: string, hook: Hook) {
    return answer(async () => {
      const outcome = await this.#integration.accept(connection, hook);
      // Arms the alarm at once. Computing the next due moment would cost more than storing the notice did.
      if (outcome.kind === 'stored' && !this.#integration.isPaused) await this.#alarm.arm(Date.now());
      return outcome;
    });
  }

  async configure(document: unknown, options: ConfigureOptions = {}) {
    return this.#change(() => this.#integration.configure(document, options));
  }

  /** Errors as `configure` would give them. Stores nothing. */
  async checkDocument(document: unknown, options: ConfigureOptions = {}) {
    return answer(() => this.#integration.checkDocument(document, options));
  }

  async renameConnection(from: string, to: string) {
    return this.#change(() => this.#integration.renameConnection(from, to));
  }

  async acceptAccount(connection: string, account: 'another' | 'same') {
    return this.#change(() => this.#integration.acceptAccount(connection, account));
  }

  async setState(state: IntegrationState) {
    return this.#change(async () => {
      await this.#integration.setState(state);
      return this.#integration.reports.view();
    });
  }

  async destroy() {
    return answer(async () => {
      await this.#integration.close();
      await this.#alarm.clear();
      await this.ctx.storage.deleteAll();
      this.#reported = '';
      await this.#open();
      await directory(this.env).remove(this.#id);
    });
  }

  async view() {
    return answer(() => this.#integration.reports.view());
  }

  async check() {
    return this.#change(() => this.#integration.check());
  }

  /** For sessions in the queue's consumer. It gives credentials: no route may lead here. */
  async port(connection: string, call: PortCall) {
    const work = () => this.#integration.port(connection, call);
    return call.port === 'report' ? this.#change(work) : answer(work);
  }

  async preview(flow: string, key: string) {
    return answer(() => this.#integration.preview(flow, key));
  }

  async sync(
    flow: string,
    { numbers = [], ...request }: SyncRequest & { numbers?: readonly string[] | undefined },
  ) {
    return this.#change(async () => {
      const found = await this.#integration.keysOf(flow, numbers);
      const keys = [...(request.keys ?? []), ...found];
      return this.#integration.sync(flow, { ...request, ...(keys.length > 0 ? { keys } : {}) });
    });
  }

  async tasks(filter: NamedFilter<TaskFilter>, limit: number) {
    return answer(() => this.#integration.reports.tasks(filter, limit));
  }

  async retry(task: number) {
    return this.#change(() => this.#integration.retry(task));
  }

  async task(task: number) {
    return answer(() => this.#integration.reports.taskById(task));
  }

  async skip(task: number, by: Skipper, why: string) {
    return this.#change(async () => {
      const sealed = await this.#integration.sealWhy(task, why);
      return this.#integration.skip(task, by, sealed);
    });
  }

  async unskip(task: number, by: Skipper) {
    return this.#change(() => this.#integration.unskip(task, by));
  }

  async retryParked() {
    return this.#change(() => this.#integration.retryParked());
  }

  async activity(filter: NamedFilter<ActivityFilter>, limit: number) {
    return answer(() => this.#integration.reports.activity(filter, limit));
  }

  async transfer(id: number) {
    return answer(() => this.#integration.reports.transfer(id));
  }

  async erase(email: string) {
    return answer(() => this.#integration.erase(email));
  }

  /** Runs a change that may create work or alter what the directory shows. */
  async #change<Value>(work: () => Value | Promise<Value>) {
    return answer(async () => {
      const value = await work();
      await this.#arm();
      await this.#report();
      return value;
    });
  }

  async #arm(): Promise<void> {
    await this.#alarm.arm(this.#integration.nextWakeAt());
  }

  /** Reports to the directory. If it cannot be reached, the next wake-up reports again. */
  async #report(when: 'changed' | 'always' = 'changed'): Promise<void> {
    if (this.#integration.nextWakeAt() === null) return;
    const summary = this.#integration.reports.summary();
    const { updatedAt: _, counts: __, ...telling } = summary;
    const text = JSON.stringify(telling);
    if (when === 'changed' && text === this.#reported) return;
    try {
      await directory(this.env).put(summary);
      this.#reported = text;
    } catch (error) {
      this.#log.error('report_failed', {}, error);
    }
  }
}
