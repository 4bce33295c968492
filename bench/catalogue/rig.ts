import { clientSecret, secretToken, storeId } from '../../sandbox/ecwid/settings.ts';
import * as magento from '../../sandbox/magento/settings.ts';
import { sandboxAddresses } from '../../scripts/demo.ts';
import type { KoppelApi } from '../../scripts/koppel-api.ts';
import { type LocalWorker, startLocalWorker } from '../../scripts/local-worker.ts';
import { startKoppel } from '../koppel.ts';
import type { CallCounts, RecordedCall } from '../recording.ts';
import { startSandbox } from '../sandbox.ts';
import type { BareProgress, BareWork } from '../yardstick.ts';

/** Longer than Koppel lets changes gather, also on a machine that has other work. */
const quietMs = 10_000;

/** No limit of any system but of calls at once. */
export const unlimited = JSON.stringify({ ecwid: 10_000_000, magento: 10_000_000 });

export const connections = {
  shop: { connector: 'ecwid', credentials: { storeId, token: secretToken, clientSecret } },
  store: {
    connector: 'magento',
    credentials: {
      address: 'https://shop.example.com',
      consumerKey: magento.consumerKey,
      consumerSecret: magento.consumerSecret,
      accessToken: magento.accessToken,
      accessTokenSecret: magento.accessTokenSecret,
    },
  },
};

/** Levers of the sandbox. */
export class Levers {
  readonly #sandbox: string;

  constructor(sandbox: string) {
    this.#sandbox = sandbox;
  }

  async pull<Answer>(path: string, body?: unknown, method = 'POST'): Promise<Answer> {
    const response = await fetch(`${this.#sandbox}/control${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  }

  /** Shops get the same products, one SKU each. Ecwid's limit is off; Magento's sandbox has none. */
  async fill(products: number, which: readonly string[] = ['ecwid', 'magento']): Promise<void> {
    await this.pull('/settings', { ecwid: { limits: false } });
    for (const system of which)
      await this.pull(`/${system}/catalogue`, { kind: 'generated', products, variants: 0 });
  }
}

/** Koppel, the sandbox, between them what notes the calls, and a bare consumer that makes the same ones. */
export class Rig {
  readonly api: KoppelApi;
  readonly koppel: LocalWorker;
  readonly levers: Levers;
  readonly #systems: LocalWorker;
  readonly #bare: LocalWorker;
  readonly #sandbox: LocalWorker;

  private constructor(
    workers: Record<'sandbox' | 'systems' | 'bare' | 'koppel', LocalWorker>,
    api: KoppelApi,
    levers: Levers,
  ) {
    this.#sandbox = workers.sandbox;
    this.#systems = workers.systems;
    this.#bare = workers.bare;
    this.koppel = workers.koppel;
    this.api = api;
    this.levers = levers;
  }

  static async start(): Promise<Rig> {
    const sandbox = await startSandbox();
    const yardstick = (vars: Record<string, string>) =>
      startLocalWorker({ config: 'bench/wrangler.toml', bundle: 'dist/bench/yardstick.js', port: 0, vars });
    const systems = await yardstick({ SANDBOX: sandbox.url });
    const bare = await yardstick({});
    const { worker, api } = await startKoppel(systems.url, {
      BASE_URLS: JSON.stringify(sandboxAddresses(systems.url)),
      RATE_LIMITS: unlimited,
      RUN_CALLS: '500',
    });
    const levers = new Levers(sandbox.url);
    // It checks signatures over the address that is called, and pictures are fetched where everything is.
    await levers.pull('/settings', {
      magento: { baseUrl: `${systems.url}/magento/`, bearerAllowed: true },
      ecwid: { picturesAt: `${systems.url}/ecwid` },
    });
    return new Rig({ sandbox, systems, bare, koppel: worker }, api, levers);
  }

  async stop(): Promise<void> {
    for (const each of [this.koppel, this.#systems, this.#bare, this.#sandbox]) await each.stop();
  }

  async forgetCalls(): Promise<void> {
    await fetch(`${this.#systems.url}/calls/forget`);
  }

  async counts(): Promise<CallCounts> {
    return (await fetch(`${this.#systems.url}/calls/counts`)).json() as Promise<CallCounts>;
  }

  /** Until Koppel has made no call for a while, longer than it lets changes gather. */
  async quiet(): Promise<void> {
    let [calls, since] = [-1, 0];
    await until(async () => {
      const now = (await this.counts()).calls;
      if (now !== calls) [calls, since] = [now, Date.now()];
      return Date.now() > since + quietMs;
    });
  }

  async calls(): Promise<RecordedCall[]> {
    return (await fetch(`${this.#systems.url}/calls`)).json() as Promise<RecordedCall[]>;
  }

  /** Seconds that the bare consumer takes for these calls, in so many batches. Throws where they are not answered as they were. */
  async bareSeconds(calls: readonly RecordedCall[], batches: number, atOnce: number): Promise<number> {
    const size = Math.ceil(calls.length / batches);
    const work: BareWork = {
      base: this.#systems.url,
      atOnce,
      batches: Array.from({ length: batches }, (_, batch) =>
        calls.slice(batch * size, (batch + 1) * size).map(unsigned),
      ),
    };
    await fetch(`${this.#bare.url}/bare/work`, { method: 'POST', body: JSON.stringify(work) });
    const started = performance.now();
    await fetch(`${this.#bare.url}/bare/start`);
    let refused = 0;
    await until(async () => {
      const progress = (await (await fetch(`${this.#bare.url}/bare/done`)).json()) as BareProgress;
      refused = progress.refused;
      return progress.batches === batches;
    });
    if (refused > 0) throw new Error(`${refused} calls of the bare consumer were refused.`);
    return (performance.now() - started) / 1000;
  }
}

/** A signature is good for one call: whoever makes it again shows the token itself, which is less work for both sides. */
function unsigned(call: RecordedCall): RecordedCall {
  const headers = call.headers.map(([name, value]): [string, string] => [
    name,
    value.startsWith('OAuth ') ? `Bearer ${magento.accessToken}` : value,
  ]);
  return { ...call, headers };
}

/** Asks often enough for runs of a second. */
export async function until(isDone: () => Promise<boolean>, withinMs = 300_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await isDone())) {
    if (Date.now() > end) throw new Error('It does not come to an end.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
