import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoIntegration, sandboxAddresses } from '../../scripts/demo.ts';
import { Sandbox } from './sandbox.ts';
import { VendorProxy } from './vendor-proxy.ts';
import { WorkerProcess } from './worker-process.ts';

export interface Task {
  readonly flow: string;
  readonly id: string;
  /** Names of connections. */
  readonly from: string;
  readonly to: string;
  readonly key: string;
  readonly state: string;
  readonly problem: { readonly code: string; readonly message: string } | null;
}

interface Progress {
  readonly reading: boolean;
  readonly nextPollAt: string | null;
}

interface StackOptions {
  /** Settings of the stand-ins, over their defaults. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly seeded: boolean;
  /** Variables of Koppel, over its usual ones. */
  readonly vars?: Readonly<Record<string, string>>;
  /** Addresses of systems that the sandbox does not play, by connector. */
  readonly elsewhere?: Readonly<Record<string, string>>;
  /** Whether time can be moved on, for Koppel and the sandbox alike. */
  readonly movesClock?: boolean;
}

const minuteMs = 60_000;
/** Longer than a lease, and than the time between two polls. */
const passesMs = 6 * minuteMs;
/** Longer than changes of one key are waited for. */
const lingersMs = 2_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const movingClock = ['entry', 'moving-clock'].map((name) => `test/black-box/clock/${name}.js`);

/** The built Worker and the sandbox, each in its own process, over real HTTP and with state on disk. */
export class Stack {
  readonly sandbox: Sandbox;
  readonly folder: string;
  readonly token = randomBytes(16).toString('hex');
  readonly #key = randomBytes(32).toString('base64');
  readonly #port: number;
  readonly #vars: Readonly<Record<string, string>>;
  readonly #proxy: VendorProxy;
  readonly #before: readonly string[];
  #movedMs = 0;
  #logs = '';
  #koppel: WorkerProcess | null = null;
  #played: WorkerProcess | null = null;

  private constructor(
    { port, sandboxUrl }: { readonly port: number; readonly sandboxUrl: string },
    proxy: VendorProxy,
    { vars = {}, movesClock = false }: StackOptions,
  ) {
    this.folder = mkdtempSync(join(tmpdir(), 'koppel-'));
    this.#port = port;
    this.#vars = vars;
    this.#proxy = proxy;
    this.#before = movesClock ? movingClock : [];
    this.sandbox = new Sandbox(sandboxUrl);
  }

  /** Both start at once: that a Worker is there takes its process a second or more. */
  static async start(options: StackOptions): Promise<Stack> {
    const [port = 0, sandboxPort = 0] = await freePorts(2);
    const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;
    const proxy = await VendorProxy.open({ ...sandboxAddresses(sandboxUrl), ...options.elsewhere });
    const stack = new Stack({ port, sandboxUrl }, proxy, options);
    await Promise.all([stack.#startSandbox(sandboxPort, options), stack.startKoppel()]);
    return stack;
  }

  async #startSandbox(port: number, { settings = {}, seeded }: StackOptions): Promise<void> {
    this.#played = await WorkerProcess.start({
      config: 'sandbox/wrangler.toml',
      bundle: 'dist/sandbox/index.js',
      before: this.#before,
      port,
      state: join(this.folder, 'sandbox'),
      vars: { SETTINGS: JSON.stringify(settings), SEED: String(seeded) },
    });
  }

  async startKoppel(): Promise<void> {
    this.#koppel = await WorkerProcess.start({
      config: 'wrangler.toml',
      bundle: 'dist/koppel/index.js',
      before: this.#before,
      // The same after a restart: the shop knows the address.
      port: this.#port,
      state: join(this.folder, 'koppel'),
      vars: {
        ADMIN_TOKEN: this.token,
        ENCRYPTION_KEY: this.#key,
        JURISDICTION: '',
        BASE_URLS: JSON.stringify(this.#proxy.addresses),
        // The stand-ins do not work on when nobody listens any more: else a death over a create would cost ten minutes.
        COMMIT_DELAYS: JSON.stringify(
          Object.fromEntries(Object.keys(this.#proxy.addresses).map((system) => [system, 0])),
        ),
        ...this.#vars,
      },
    });
    if (this.#movedMs > 0) await moveClockOf(this.koppel.url, this.#movedMs);
  }

  get koppel(): WorkerProcess {
    if (this.#koppel) return this.#koppel;
    throw new Error('Koppel is not running.');
  }

  /** Moves time on, for both Workers, and does what the cron does then. */
  async moveClock(ms: number): Promise<void> {
    this.#movedMs += ms;
    for (const { url } of [this.sandbox, this.koppel]) await moveClockOf(url, ms);
    await this.koppel.cron();
  }

  /** Lets time go by, with all that is due in it. Whoever works on a batch needs real time for it. */
  async pass(integration: string): Promise<void> {
    await this.moveClock(passesMs);
    for (let looks = 1; looks <= 4; looks++) {
      await this.atRest(integration);
      await pause(150);
      await this.moveClock(lingersMs);
    }
  }

  /** By the Workers' clock. */
  get now(): number {
    return Date.now() + this.#movedMs;
  }

  async killKoppel(): Promise<void> {
    this.#logs += this.koppel.log;
    await this.koppel.kill();
  }

  get logs(): string {
    return this.#logs + this.koppel.log + (this.#played?.log ?? '');
  }

  /** Throws where a request was not as its vendor describes it. */
  async stop(): Promise<void> {
    await this.#koppel?.kill();
    await this.#played?.kill();
    this.#proxy.close();
    rmSync(this.folder, { recursive: true, force: true });
    if (this.#proxy.faults.size > 0) throw new Error([...this.#proxy.faults].join('\n'));
  }

  /** An Ecwid shop whose orders become invoices in Jortt; the shop sends its webhooks here. */
  async connect(integration: string, flow: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const [orders] = demoIntegration.flows;
    const flows = [{ ...orders, settings: {}, mapping: {}, ...flow }];
    await this.api('PUT', `/integrations/${integration}`, { ...demoIntegration, flows });
    const webhookUrl = `${this.koppel.url}/hooks/${integration}/shop`;
    await this.sandbox.control('POST', '/settings', { ecwid: { webhookUrl } });
  }

  async api<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${this.koppel.url}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  }

  async tasks(integration: string): Promise<Task[]> {
    const items: Task[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page: { items: Task[]; cursor: string | null } = await this.api(
        'GET',
        `/integrations/${integration}/tasks?limit=200${query}`,
      );
      items.push(...page.items);
      cursor = page.cursor;
    }
    return items;
  }

  /** Waits until everything that was asked for with `since` has been read. */
  async swept(integration: string, withinMs = 60_000): Promise<void> {
    const until = Date.now() + withinMs;
    for (;;) {
      const { progress } = await this.api<{ progress: Progress[] }>('GET', `/integrations/${integration}`);
      if (progress.every(({ reading, nextPollAt }) => !reading && this.#isLater(nextPollAt))) return;
      if (Date.now() > until) throw new Error(`still reading: ${JSON.stringify(progress)}`);
      await pause(100);
    }
  }

  /** Null when the flow is not polled. */
  #isLater(nextPollAt: string | null): boolean {
    return nextPollAt === null || Date.parse(nextPollAt) > this.now;
  }

  /** Waits until the shop's webhooks have arrived. */
  async notified(withinMs = 30_000): Promise<void> {
    const until = Date.now() + withinMs;
    while ((await this.sandbox.waitingDeliveries()) > 0) {
      if (Date.now() > until) throw new Error('Webhooks are still on their way.');
      await pause(100);
    }
  }

  /** Waits until nothing of what is due now is left to be done: no task, no poll, no webhook. */
  async atRest(integration: string, withinMs = 60_000): Promise<void> {
    const until = Date.now() + withinMs;
    for (;;) {
      await this.notified();
      const { progress, counts } = await this.api<{ progress: Progress[]; counts: Record<string, number> }>(
        'GET',
        `/integrations/${integration}`,
      );
      const isDue = (at: string | null) => at !== null && Date.parse(at) <= this.now - minuteMs;
      const works = (counts.queued ?? 0) + (counts.running ?? 0) > 0;
      if (!works && progress.every(({ reading, nextPollAt }) => !reading && !isDue(nextPollAt))) return;
      if (Date.now() > until) throw new Error(`never at rest: ${JSON.stringify({ counts, progress })}`);
      await pause(20);
    }
  }

  /** Waits until as many tasks have been made and every one of them has ended or is parked. */
  async settled(integration: string, atLeast: number, withinMs = 60_000): Promise<Task[]> {
    const until = Date.now() + withinMs;
    for (;;) {
      const tasks = await this.tasks(integration);
      const open = tasks.filter(({ state }) => !['done', 'skipped', 'parked'].includes(state));
      if (tasks.length >= atLeast && open.length === 0) return tasks;
      if (Date.now() > until) {
        throw new Error(`not settled: ${tasks.length} tasks, open: ${JSON.stringify(open.slice(0, 5))}`);
      }
      await pause(100);
    }
  }
}

async function moveClockOf(url: string, ms: number): Promise<void> {
  const moved = await fetch(`${url}/__clock`, { method: 'POST', body: String(ms) });
  if (!moved.ok) throw new Error(`The clock of ${url} stands still.`);
}

/** So many at once, so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
