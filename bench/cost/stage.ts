import { clientSecret, secretToken, storeId } from '../../sandbox/ecwid/settings.ts';
import * as jortt from '../../sandbox/jortt/tokens.ts';
import * as magento from '../../sandbox/magento/settings.ts';
import { sandboxAddresses } from '../../scripts/demo.ts';
import type { KoppelApi } from '../../scripts/koppel-api.ts';
import type { LocalWorker } from '../../scripts/local-worker.ts';
import { hookAbout, productHook, startKoppel } from '../koppel.ts';
import { startSandbox } from '../sandbox.ts';
import type { Rest } from './counting-worker.ts';
import type { Counts } from './tally.ts';

const connections = {
  ecwid: { connector: 'ecwid', credentials: { storeId, token: secretToken, clientSecret } },
  jortt: {
    connector: 'jortt',
    credentials: { clientId: jortt.clientId, clientSecret: jortt.clientSecret },
  },
  magento: {
    connector: 'magento',
    credentials: {
      address: 'https://shop.example.com',
      consumerKey: magento.consumerKey,
      consumerSecret: magento.consumerSecret,
      accessToken: magento.accessToken,
      accessTokenSecret: magento.accessTokenSecret,
    },
  },
} as const;

/** The counting Worker, with the budget of the deployed one, and the sandbox behind it. */
export class Stage {
  readonly worker: LocalWorker;
  readonly #sandbox: LocalWorker;
  readonly #api: KoppelApi;

  private constructor(sandbox: LocalWorker, worker: LocalWorker, api: KoppelApi) {
    this.#sandbox = sandbox;
    this.worker = worker;
    this.#api = api;
  }

  static async start(): Promise<Stage> {
    const sandbox = await startSandbox();
    const vars = { RUN_CALLS: '45', BASE_URLS: JSON.stringify(sandboxAddresses(sandbox.url)) };
    const { worker, api } = await startKoppel(sandbox.url, vars, { bundle: 'dist/cost/counting-worker.js' });
    return new Stage(sandbox, worker, api);
  }

  /** An integration from shop to books, its accounts read and its first poll done. */
  async integration(
    id: string,
    shop: keyof typeof connections,
    books: keyof typeof connections,
    flows: readonly object[] = [{ flow: 'orders', from: 'shop', to: 'books' }],
  ): Promise<Subject> {
    await this.#api.put(id, {
      name: 'Mugs webshop',
      connections: { shop: connections[shop], books: connections[books] },
      flows,
    });
    const subject = new Subject(this.worker, id, clientSecret);
    await subject.settled();
    return subject;
  }

  /** Somebody buys something; the order's id. */
  async sell(shop: 'ecwid' | 'magento', customers: number): Promise<string> {
    const plan = { count: 1, profile: 'simple', customers };
    const { ids } = await this.control<{ ids: string[] }>(`/${shop}/orders`, plan);
    const [id] = ids;
    if (id === undefined) throw new Error('Nothing was sold.');
    return id;
  }

  /** Asks a flow for its changes now, as its next poll would. */
  async look(id: string, flow: string): Promise<void> {
    await this.#api.sync(id, flow, {});
  }

  async control<Answer>(path: string, body?: unknown, method = 'POST'): Promise<Answer> {
    const response = await fetch(`${this.#sandbox.url}/control${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer;
  }

  async stop(): Promise<void> {
    await this.worker.stop();
    await this.#sandbox.stop();
  }
}

/** One integration in the counting Worker. */
export class Subject {
  readonly #worker: LocalWorker;
  readonly #id: string;
  readonly #secret: string;

  constructor(worker: LocalWorker, id: string, secret: string) {
    this.#worker = worker;
    this.#id = id;
    this.#secret = secret;
  }

  /** What was counted since it was last asked. */
  async counts(): Promise<Counts> {
    return (await this.#ask('counts')).json() as Promise<Counts>;
  }

  async rest(): Promise<Rest> {
    return (await this.#ask(`rest?integration=${this.#id}`)).json() as Promise<Rest>;
  }

  /** When nothing is under way or waiting. An alarm that goes off is seen nowhere for a moment: it is looked at twice. */
  async settled(withinMs = 60_000): Promise<void> {
    const until = Date.now() + withinMs;
    for (let quiet = 0; quiet < 2; ) {
      const { open, still } = await this.rest();
      quiet = open === 0 && still ? quiet + 1 : 0;
      if (Date.now() > until) throw new Error(`${this.#id} does not come to rest.`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async hook(orderId: string, eventId: string): Promise<void> {
    await this.#notify(hookAbout(orderId, eventId, this.#secret));
  }

  async productHook(productId: string): Promise<void> {
    await this.#notify(productHook(productId, crypto.randomUUID(), this.#secret));
  }

  async #notify(hook: ReturnType<typeof hookAbout>): Promise<void> {
    const url = `${this.#worker.url}/hooks/${this.#id}/shop`;
    const response = await fetch(url, { method: 'POST', ...hook });
    if (!response.ok) throw new Error(`A hook was answered ${response.status}: ${await response.text()}`);
  }

  /** Moves Koppel's clock on. */
  async pass(ms: number): Promise<void> {
    await this.#ask(`pass?ms=${ms}`);
  }

  async alarm(): Promise<void> {
    await this.#ask(`alarm?integration=${this.#id}`);
  }

  async evict(): Promise<void> {
    await this.#ask(`evict?integration=${this.#id}`);
  }

  async #ask(what: string): Promise<Response> {
    const response = await fetch(`${this.#worker.url}/cost/${what}`);
    if (!response.ok) throw new Error(`/cost/${what} was answered ${response.status}`);
    return response;
  }
}
