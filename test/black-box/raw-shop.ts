import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Wire = Readonly<Record<string, unknown>>;

/** What the shop is, as its account tells. */
export interface RawShopTraits {
  readonly timeZone: string;
  readonly country: string;
  readonly currency: string;
  readonly pricesIncludeTax?: boolean;
}

/**
 * A shop that answers with orders exactly as they were written down: what the sandbox's own arithmetic would never make.
 * Reads only; a write is answered 404.
 */
export class RawShop {
  readonly url: string;
  readonly #server: Server;
  readonly #orders = new Map<string, Wire>();
  #traits: RawShopTraits | null = null;

  private constructor(server: Server, url: string) {
    this.#server = server;
    this.url = url;
  }

  static async open(connector: 'ecwid' | 'magento'): Promise<RawShop> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const shop = new RawShop(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const answer = { ecwid, magento }[connector];
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const url = new URL(request.url ?? '/', shop.url);
      const body = request.method === 'GET' && shop.#traits ? answer(shop.#traits)(url, shop) : null;
      response.writeHead(body === null ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body ?? { message: 'Not found' }));
    });
    return shop;
  }

  /** Another shop from now on, without orders. */
  begin(traits: RawShopTraits): void {
    this.#traits = traits;
    this.#orders.clear();
  }

  put(id: string, order: Wire): void {
    this.#orders.set(id, order);
  }

  order(id: string): Wire | null {
    return this.#orders.get(id) ?? null;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

type Answer = (url: URL, shop: RawShop) => unknown;

function magento({ timeZone, country, currency }: RawShopTraits): Answer {
  const config = {
    id: 2,
    code: 'default',
    website_id: 1,
    locale: `nl_${country}`,
    base_currency_code: currency,
    default_display_currency_code: currency,
    timezone: timeZone,
    base_url: 'https://shop.example.com/',
    secure_base_url: 'https://shop.example.com/',
  };
  return ({ pathname }, shop) => {
    const path = /\/V1\/(.*)$/.exec(pathname)?.[1] ?? '';
    const id = /^orders\/(\d+)$/.exec(path)?.[1];
    if (id !== undefined) return shop.order(id);
    if (path === 'store/storeConfigs') return [config];
    return { items: [], total_count: 0 };
  };
}

function ecwid({ timeZone, country, currency, pricesIncludeTax = true }: RawShopTraits): Answer {
  const profile = {
    generalInfo: { storeId: 1003 },
    settings: { storeName: 'Raw' },
    company: { companyName: 'Raw', countryCode: country },
    formatsAndUnits: { currency, timezone: timeZone },
    taxSettings: { pricesIncludeTax },
  };
  return ({ pathname }, shop) => {
    const path = /^\/api\/v3\/\d+\/(.*)$/.exec(pathname)?.[1] ?? '';
    const id = /^orders\/([^/]+)$/.exec(path)?.[1];
    if (id !== undefined) return shop.order(id);
    return path === 'profile' ? profile : { items: [], total: 0, count: 0, offset: 0, limit: 100 };
  };
}
