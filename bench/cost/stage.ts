import { clientSecret, secretToken, storeId } from '../../sandbox/ecwid/settings.ts';
import * as jortt from '../../sandbox/jortt/tokens.ts';
import * as magento from '../../sandbox/magento/settings.ts';
import { sandboxAddresses } from '../../scripts/demo.ts';
import type { KoppelApi } from '../../scripts/koppel-api.ts';
import type { LocalWorker } from '../../scripts/local-worker.ts';
import { startKoppel } from '../koppel.ts';
import { startSandbox } from '../sandbox.ts';
import { Subject } from './subject.ts';

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
  ): Promise<Subject> {
    await this.#api.put(id, {
      name: 'Mugs webshop',
      connections: { shop: connections[shop], books: connections[books] },
      flows: [{ flow: 'orders', from: 'shop', to: 'books' }],
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

  async control<Answer>(path: string, body: unknown): Promise<Answer> {
    const response = await fetch(`${this.#sandbox.url}/control${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer;
  }

  async stop(): Promise<void> {
    await this.worker.stop();
    await this.#sandbox.stop();
  }
}
