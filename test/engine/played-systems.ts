import { seededRandom } from '../../sandbox/kit/random.ts';
import { Sandbox } from '../../sandbox/sandbox.ts';
import { Integration } from '../../src/engine/integration.ts';
import { noLookUps } from '../../src/engine/look-ups.ts';
import { Seal } from '../../src/engine/sealing.ts';
import { Stores } from '../../src/engine/store/stores.ts';
import type { TaskRow } from '../../src/engine/store/tasks.ts';
import { memorySql } from './sqlite.ts';
import { VirtualClock } from './virtual-clock.ts';

/** An integration among the sandbox's systems, all of them on one virtual clock. */
export class PlayedSystems {
  readonly clock = new VirtualClock();
  readonly sandbox: Sandbox;
  readonly sql = memorySql();
  readonly stores = new Stores(this.sql);
  /** Told of every call before it is carried out: `GET magento /V1/orders`. */
  interfere: (call: string) => Promise<void> | void = () => undefined;
  /** What was sent with the calls that had a body. */
  readonly sent: { readonly call: string; readonly body: string }[] = [];
  readonly #hosts: Readonly<Record<string, string>>;
  #integration: Integration | null = null;

  /** Which system is at which host. */
  constructor(hosts: Readonly<Record<string, string>>) {
    const { clock } = this;
    this.#hosts = hosts;
    this.sandbox = new Sandbox(
      { now: () => clock.now(), random: seededRandom(11), sleep: (ms) => clock.sleep(ms) },
      () => Promise.reject(new Error('No webhooks here.')),
    );
    this.sandbox.reset(false);
  }

  async configured(document: unknown): Promise<this> {
    this.#integration = await Integration.open({
      id: 'played',
      sql: this.sql,
      seal: await Seal.fromKeys(btoa('k'.repeat(32)), undefined),
      clock: this.clock,
      fetch: ((request: Request) => this.#fetch(request)) as typeof fetch,
      baseUrls: {},
      log: { info: () => undefined, error: () => undefined },
      lookUps: noLookUps,
      alerts: null,
    });
    await this.#integration.configure(document);
    return this;
  }

  get integration(): Integration {
    if (this.#integration) return this.#integration;
    throw new Error('not configured');
  }

  /** A lever of the sandbox. */
  async control<Answer>(system: string, method: string, path: string, body?: unknown): Promise<Answer> {
    const control = this.sandbox.standIn(system)?.control();
    const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await control?.request(path, init);
    if (!response?.ok) throw new Error(`${method} ${path}: ${response?.status} ${await response?.text()}`);
    return (response.status === 204 ? null : await response.json()) as Answer;
  }

  /** Lets this much time pass, running whenever there is something to do. */
  async live(ms: number, budget = { calls: 45, ms: 60_000 }): Promise<void> {
    const until = this.clock.now() + ms;
    for (let runs = 0; runs < 5_000; runs++) {
      const next = this.integration.nextWakeAt();
      if (next === null || next > until) {
        await this.clock.advance(Math.max(0, until - this.clock.now()));
        return;
      }
      await this.clock.advance(Math.max(0, next - this.clock.now()));
      if (!(await this.clock.settle(this.integration.run(budget)))) await this.clock.advance(1_000);
    }
    throw new Error('It never comes to rest.');
  }

  tasks(): TaskRow[] {
    return this.stores.tasks.list({}, 10_000).reverse();
  }

  async #fetch(request: Request): Promise<Response> {
    const { hostname, pathname } = new URL(request.url);
    const system = this.#hosts[hostname] ?? '';
    const call = `${request.method} ${system} ${pathname}`;
    if (request.body !== null) this.sent.push({ call, body: await request.clone().text() });
    await this.interfere(call);
    return this.sandbox.handle(system, request);
  }
}
