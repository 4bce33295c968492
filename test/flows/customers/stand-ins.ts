import { EcwidStandIn } from '../../../sandbox/ecwid/index.ts';
import * as shopSettings from '../../../sandbox/ecwid/settings.ts';
import { JorttStandIn } from '../../../sandbox/jortt/index.ts';
import { clientId, clientSecret } from '../../../sandbox/jortt/tokens.ts';
import { seededRandom } from '../../../sandbox/kit/random.ts';
import type { World } from '../../../sandbox/kit/stand-in.ts';
import { Integration } from '../../../src/engine/integration.ts';
import { noLookUps } from '../../../src/engine/look-ups.ts';
import { Seal } from '../../../src/engine/sealing.ts';
import { Stores } from '../../../src/engine/store/stores.ts';
import { memorySql } from '../../engine/sqlite.ts';
import { VirtualClock } from '../../engine/virtual-clock.ts';

type Row = Record<string, unknown>;

const shopPath = `/api/v3/${shopSettings.storeId}`;
export const hourMs = 3_600_000;

/** A whole integration over the stand-ins of a shop and of books, whose customers are kept in step both ways. */
export class StandIns {
  readonly clock = new VirtualClock();
  readonly sql = memorySql();
  readonly stores = new Stores(this.sql);
  readonly logged: string[] = [];
  /** What the integration wrote: `POST ecwid /customers`. */
  readonly writes: string[] = [];
  readonly shop: EcwidStandIn;
  readonly office: JorttStandIn;
  #integration: Integration | null = null;

  constructor() {
    const world: World = {
      now: () => this.clock.now(),
      random: seededRandom(7),
      sleep: (ms) => this.clock.sleep(ms),
    };
    this.shop = new EcwidStandIn(world, async (hook) => {
      const headers = Object.fromEntries(hook.headers);
      await this.integration.accept('shop', { body: await hook.text(), headers, query: {} });
      return new Response(null);
    });
    this.office = new JorttStandIn(world);
    this.shop.change({ limits: false, webhookUrl: 'https://koppel.example/hooks/mugs/shop' });
    this.office.change({ limits: false });
    this.shop.reset(false);
    this.office.reset(false);
  }

  get integration(): Integration {
    if (!this.#integration) throw new Error('not open');
    return this.#integration;
  }

  static async open(flows: Row[] = bothWays()): Promise<StandIns> {
    const all = new StandIns();
    all.#integration = await Integration.open({
      id: 'mugs',
      sql: all.sql,
      seal: await Seal.fromKeys(btoa('k'.repeat(32))),
      clock: all.clock,
      fetch: ((request: Request) => all.#fetch(request)) as typeof fetch,
      baseUrls: {},
      log: {
        info: (event, fields) => void all.logged.push(JSON.stringify({ event, ...fields })),
        error: (event, fields, error) =>
          void all.logged.push(JSON.stringify({ event, ...fields, error: String(error) })),
      },
      lookUps: noLookUps,
      alerts: null,
    });
    await all.integration.configure(document(flows));
    await all.live(hourMs);
    return all;
  }

  async #fetch(request: Request): Promise<Response> {
    const { host, pathname } = new URL(request.url);
    const isShop = host === 'app.ecwid.com';
    if (request.method !== 'GET' && !pathname.endsWith('/token')) {
      this.writes.push(
        `${request.method} ${pathname.replace(shopPath, '').replace(/customers\/.*/, 'customers/id')}`,
      );
    }
    return isShop ? this.shop.handle(request) : this.office.handle(request);
  }

  /** Lets so much time pass; webhooks and alarms come when they are due. */
  async live(ms: number): Promise<void> {
    const until = this.clock.now() + ms;
    for (let turn = 0; turn < 2_000; turn++) {
      const moments = [this.integration.nextWakeAt(), this.shop.nextDueAt()].filter((at) => at !== null);
      const next = Math.min(...moments);
      if (next > until) return this.clock.advance(Math.max(0, until - this.clock.now()));
      await this.clock.advance(Math.max(0, next - this.clock.now()));
      await this.clock.settle(this.shop.runDue());
      if (!(await this.clock.settle(this.integration.run({ calls: 45, ms: 60_000 })))) {
        await this.clock.advance(1_000);
      }
    }
    throw new Error('never at rest');
  }

  async inShop(method: string, path: string, body?: unknown): Promise<Row> {
    const request = new Request(`https://app.ecwid.com${shopPath}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${shopSettings.secretToken}`,
        'Content-Type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return this.#json(await this.shop.handle(request));
  }

  async inOffice(method: string, path: string, body?: unknown): Promise<Row> {
    const request = new Request(`https://api.jortt.nl${path}`, {
      method,
      headers: { Authorization: `Bearer ${await this.#login()}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return this.#json(await this.office.handle(request));
  }

  async shopCustomers(): Promise<Row[]> {
    return (await this.inShop('GET', '/customers')).items as Row[];
  }

  async officeCustomers(): Promise<Row[]> {
    return (await this.inOffice('GET', '/v3/customers')).data as Row[];
  }

  async #login(): Promise<string> {
    const request = new Request('https://app.jortt.nl/oauth-provider/oauth/token', {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        scope: 'customers:read customers:write',
      }),
    });
    return String((await this.#json(await this.office.handle(request))).access_token);
  }

  async #json(response: Response): Promise<Row> {
    const text = await response.text();
    if (response.status >= 300) throw new Error(`${response.status} ${text}`);
    return text === '' ? {} : JSON.parse(text);
  }
}

export function bothWays(settings: Row = {}, back: Row = {}): Row[] {
  return [
    { flow: 'customers', from: 'shop', to: 'books', settings },
    { flow: 'customers', from: 'books', to: 'shop', every: '5m', settings: back },
  ];
}

function document(flows: Row[]) {
  const { storeId, secretToken, clientSecret: hookSecret } = shopSettings;
  return {
    name: 'Mugs',
    connections: {
      shop: {
        connector: 'ecwid',
        credentials: { storeId, token: secretToken, clientSecret: hookSecret },
      },
      books: { connector: 'jortt', credentials: { clientId, clientSecret } },
    },
    flows,
  };
}
