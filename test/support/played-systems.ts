import { seededRandom } from '../../sandbox/kit/random.ts';
import { Sandbox } from '../../sandbox/sandbox.ts';
import type { TaskRow } from '../../src/engine/storage/task-row.ts';
import { EngineLife } from './engine-life.ts';
import { hookOf } from './hook-of.ts';

/** An integration among the sandbox's systems, all of them on one virtual clock. */
export class PlayedSystems extends EngineLife {
  readonly sandbox: Sandbox;
  /** Told of every call before it is carried out: `GET magento /V1/orders`. */
  interfere: (call: string) => Promise<void> | void = () => undefined;
  /** Told of every call after it was carried out, before its answer is. */
  answered: (call: string) => Promise<void> | void = () => undefined;
  /** What was sent with the calls that had a body. */
  readonly sent: { readonly call: string; readonly body: string }[] = [];
  readonly #hosts: Readonly<Record<string, string>>;

  /** Which system is at which host. */
  constructor(hosts: Readonly<Record<string, string>>) {
    super('played');
    this.#hosts = hosts;
    const { clock } = this;
    this.sandbox = new Sandbox(
      { now: () => clock.now(), random: seededRandom(11), sleep: (ms) => clock.sleep(ms) },
      (request) => this.#fetched(request),
    );
    this.sandbox.reset(false);
  }

  async configured(document: unknown): Promise<this> {
    await this.open();
    await this.integration.configure(document);
    return this;
  }

  /** A lever of the sandbox. */
  async control<Answer>(system: string, method: string, path: string, body?: unknown): Promise<Answer> {
    const control = this.sandbox.standIn(system)?.control();
    const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await control?.request(path, init);
    if (!response?.ok) throw new Error(`${method} ${path}: ${response?.status} ${await response?.text()}`);
    return (response.status === 204 ? null : await response.json()) as Answer;
  }

  tasks(): TaskRow[] {
    return this.stores.tasks.list({}, 10_000).reverse();
  }

  /** Webhooks come where the integration has an address for them. */
  protected override nextOutsideAt(): number | null {
    return this.publicUrl === undefined ? null : this.sandbox.nextDueAt();
  }

  protected override async runOutside(): Promise<void> {
    await this.sandbox.runDue();
  }

  /** What a system sends by itself: webhooks, and questions for pictures of another one. */
  async #fetched(request: Request): Promise<Response> {
    if (this.publicUrl !== undefined && request.url.startsWith(this.publicUrl)) return this.#told(request);
    const system = this.#hosts[new URL(request.url).hostname];
    if (system === undefined) throw new Error(`Nobody is at ${request.url}.`);
    return this.sandbox.handle(system, request);
  }

  /** What came of webhooks, in their order. */
  readonly hooks: { readonly topic: string | null; readonly outcome: string }[] = [];

  async #told(request: Request): Promise<Response> {
    const [, , connection = ''] = new URL(request.url).pathname.slice(1).split('/');
    const hook = await hookOf(request);
    const { kind } = await this.integration.accept(connection, hook);
    this.hooks.push({ topic: request.headers.get('x-shopify-topic'), outcome: kind });
    return new Response(null, { status: kind === 'stored' || kind === 'seen' ? 200 : 404 });
  }

  protected async carry(request: Request): Promise<Response> {
    const { hostname, pathname } = new URL(request.url);
    const system = this.#hosts[hostname] ?? '';
    const call = `${request.method} ${system} ${pathname}`;
    if (request.body !== null) this.sent.push({ call, body: await request.clone().text() });
    await this.interfere(call);
    const response = await this.sandbox.handle(system, request);
    await this.answered(call);
    return response;
  }
}
