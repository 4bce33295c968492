import { EcwidStandIn } from '../../../sandbox/ecwid/index.ts';
import * as shopSettings from '../../../sandbox/ecwid/settings.ts';
import { JorttStandIn } from '../../../sandbox/jortt/index.ts';
import { clientId, clientSecret } from '../../../sandbox/jortt/tokens.ts';
import { seededRandom } from '../../../sandbox/kit/random.ts';
import { hourMs } from '../../support/durations.ts';
import { EngineLife } from '../../support/engine-life.ts';
import { hookOf } from '../../support/hook-of.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

type Row = Record<string, unknown>;

const shopPath = `/api/v3/${shopSettings.storeId}`;

/** A whole integration over the stand-ins of a shop and of books, whose customers are kept in step both ways. */
export class StandIns extends EngineLife {
  /** What the integration wrote: `POST ecwid /customers`. */
  readonly writes: string[] = [];
  readonly shop: EcwidStandIn;
  readonly office: JorttStandIn;

  constructor() {
    super('mugs', new VirtualClock(undefined, seededRandom(7)));
    this.shop = new EcwidStandIn(this.clock, async (hook) => {
      await this.integration.accept('shop', await hookOf(hook));
      return new Response(null);
    });
    this.office = new JorttStandIn(this.clock);
    this.shop.change({ limits: false, webhookUrl: 'https://koppel.example/hooks/mugs/shop' });
    this.office.change({ limits: false });
    this.shop.reset(false);
    this.office.reset(false);
  }

  static async open(flows: Row[] = bothWays()): Promise<StandIns> {
    const all = await new StandIns().open();
    await all.integration.configure(document(flows));
    await all.live(hourMs);
    return all;
  }

  protected async carry(request: Request): Promise<Response> {
    const { host, pathname } = new URL(request.url);
    const isShop = host === 'app.ecwid.com';
    if (request.method !== 'GET' && !pathname.endsWith('/token')) {
      this.writes.push(
        `${request.method} ${pathname.replace(shopPath, '').replace(/customers\/.*/, 'customers/id')}`,
      );
    }
    return isShop ? this.shop.handle(request) : this.office.handle(request);
  }

  protected override nextOutsideAt(): number | null {
    return this.shop.nextDueAt();
  }

  protected override runOutside(): Promise<void> {
    return this.shop.runDue();
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
