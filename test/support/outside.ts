import { createHmac } from 'node:crypto';
import type { Hook } from '../../src/connectors/contract/connector.ts';
import { item, mugs } from '../connectors/ecwid/order-payload.ts';
import { Refused } from '../connectors/jortt/fake-api.ts';
import { Books } from '../flows/orders/books.ts';
import type { VirtualClock } from './virtual-clock.ts';

export const shop = { storeId: '1003', token: 'secret_token', clientSecret: 'hook-secret' };
export const books = { clientId: 'client', clientSecret: 'books-secret' };

type Fields = Record<string, unknown>;

/** An Ecwid shop and a Jortt administration as `fetch` reaches them: just enough of both, with what can go wrong. */
export class Outside {
  readonly books = new Books();
  readonly orders = new Map<string, Fields>();
  /** Every request, as `GET ecwid /orders/SO-1`. */
  readonly calls: string[] = [];
  shopToken = shop.token;
  /** Which administration the books' credentials open. */
  organization = 'mugs-bv';
  /** Where the shop is. */
  timeZone = 'Europe/Amsterdam';
  /** Whether Jortt gives tokens, and takes those that it gave. */
  trusted = true;
  /** What the list tells of an order. */
  listed: readonly string[] = ['id', 'updateTimestamp'];
  /** Systems that cannot be reached. */
  readonly down = new Set<'ecwid' | 'jortt'>();
  /** Looks at every request before it is answered; may answer instead. */
  interfere: (call: string, request: Request) => Response | Promise<Response> | undefined = () => undefined;
  #tokens = 0;

  constructor(private readonly clock: VirtualClock) {}

  /** An order of another customer each, changed at this moment. */
  sell(id: string, fields: Fields = {}): void {
    const updateTimestamp = Math.floor(this.clock.now() / 1000);
    this.orders.set(id, {
      ...mugs(),
      id,
      items: [item()],
      email: `${id.toLowerCase()}@example.com`,
      createTimestamp: updateTimestamp,
      updateTimestamp,
      ...fields,
    });
  }

  hook(orderId: string, eventId: string = crypto.randomUUID(), secret = shop.clientSecret): Hook {
    const event = {
      eventId,
      eventCreated: Math.floor(this.clock.now() / 1000),
      storeId: Number(shop.storeId),
      entityId: 1,
      eventType: 'order.updated',
      data: { orderId },
    };
    const signature = createHmac('sha256', secret)
      .update(`${event.eventCreated}.${eventId}`)
      .digest('base64');
    return { body: JSON.stringify(event), headers: { 'x-ecwid-webhook-signature': signature }, query: {} };
  }

  /** Requests to this system since the last look. */
  take(system: string): string[] {
    const taken = this.calls.filter((call) => call.includes(` ${system} `));
    this.calls.length = 0;
    return taken;
  }

  readonly fetch = (async (input: Request) => {
    const url = new URL(input.url);
    const system = url.host.endsWith('ecwid.com') ? 'ecwid' : 'jortt';
    const path = url.pathname.replace('/api/v3/1003', '');
    const call = `${input.method} ${system} ${path}`;
    this.calls.push(call);
    if (this.down.has(system)) throw new TypeError('fetch failed');
    return (
      this.interfere(call, input) ??
      (system === 'ecwid' ? this.#ecwid(path, url, input) : this.#jortt(path, url, input))
    );
  }) as typeof fetch;

  #ecwid(path: string, url: URL, request: Request): Response {
    if (request.headers.get('authorization') !== `Bearer ${this.shopToken}`) {
      return Response.json({ errorCode: 'ACCESS_DENIED' }, { status: 403 });
    }
    if (path === '/profile')
      return Response.json({
        ...profile,
        formatsAndUnits: { currency: 'EUR', timezone: this.timeZone },
      });
    if (path === '/orders') return Response.json(this.#list(url.searchParams));
    const order = this.orders.get(decodeURIComponent(path.replace('/orders/', '')));
    return order ? Response.json(order) : Response.json({}, { status: 404 });
  }

  /** Newest first, by an offset. */
  #list(query: URLSearchParams): Fields {
    const number = (name: string) => Number(query.get(name) ?? 0);
    const found = [...this.orders.values()]
      .filter(
        ({ updateTimestamp: at }) => Number(at) >= number('updatedFrom') && Number(at) <= number('updatedTo'),
      )
      .sort(
        (a, b) =>
          Number(b.createTimestamp) - Number(a.createTimestamp) || (String(a.id) < String(b.id) ? -1 : 1),
      );
    const items = found.slice(number('offset'), number('offset') + number('limit'));
    return {
      total: found.length,
      count: items.length,
      offset: number('offset'),
      limit: number('limit'),
      items: items.map((order) => Object.fromEntries(this.listed.map((name) => [name, order[name]]))),
    };
  }

  async #jortt(path: string, url: URL, request: Request): Promise<Response> {
    if (path === '/oauth-provider/oauth/token') return this.#token();
    if (!this.trusted || request.headers.get('authorization') !== `Bearer token-${this.#tokens}`) {
      return Response.json({ error: { key: 'access_token.invalid' } }, { status: 401 });
    }
    if (path === '/v3/organizations/me')
      return Response.json({ data: { id: this.organization, company_name: 'Mugs B.V.' } });
    const text = await request.text();
    const answer = this.books.answer({
      method: request.method as 'GET' | 'POST' | 'PUT',
      path,
      query: Object.fromEntries(url.searchParams),
      body: text === '' ? undefined : JSON.parse(text),
    });
    if (answer instanceof Refused || answer === undefined) return Response.json({}, { status: 404 });
    return Response.json(request.method === 'PUT' ? {} : answer);
  }

  #token(): Response {
    if (!this.trusted) {
      return Response.json(
        { error: 'invalid_client' },
        { status: 401, headers: { 'www-authenticate': 'Bearer realm="Doorkeeper", error="invalid_client"' } },
      );
    }
    this.#tokens++;
    return Response.json({ access_token: `token-${this.#tokens}`, token_type: 'Bearer', expires_in: 7200 });
  }
}

const profile = {
  settings: { storeName: 'Mugs' },
  company: { countryCode: 'NL' },
  taxSettings: { pricesIncludeTax: true },
};
