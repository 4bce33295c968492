/** Ecwid by Lightspeed, played. Facts and their marks: the Ecwid sheet, cited by section. */
import type { Hono } from 'hono';
import { masked } from '../kit/http/field-mask.ts';
import { jsonAnswer, Refusal } from '../kit/http/refusal.ts';
import { RouteTable } from '../kit/http/route-table.ts';
import { textIn } from '../kit/json.ts';
import { PlayedSystem } from '../kit/played-system.ts';
import { Arrivals } from '../kit/shop/arrivals.ts';
import { shopShowcase } from '../kit/shop/showcase.ts';
import type { Deliver, Showcase, World } from '../kit/stand-in.ts';
import { Webhooks } from '../kit/webhooks/webhooks.ts';
import { Access } from './access.ts';
import { ecwidControl } from './control.ts';
import { customerEndpoints } from './customers/endpoints.ts';
import { type Endpoint, readBody, readMask, readQuery } from './endpoint.ts';
import { orderEndpoints } from './orders/endpoints.ts';
import { extraFieldEndpoints } from './orders/extra-fields.ts';
import { refundNewest } from './orders/merchant.ts';
import { profileEndpoints } from './profile/endpoints.ts';
import { refusal } from './refusal.ts';
import { expectationsOf } from './sales/expectation.ts';
import { placeSale } from './sales/placing.ts';
import { randomSale, simpleSale } from './sales/random-sale.ts';
import type { Sale } from './sales/sale.ts';
import { seedShop } from './seed/seed.ts';
import { clientSecret, ecwidSettings, storeId } from './settings.ts';
import { Shop } from './shop.ts';
import { type WebhookEvent, webhookRules } from './webhooks/event.ts';
import { Happenings } from './webhooks/happenings.ts';

export { clientSecret, neighbourStoreId, secretToken, storeId } from './settings.ts';

export class EcwidStandIn extends PlayedSystem<typeof ecwidSettings> {
  readonly #webhooks: Webhooks<WebhookEvent>;
  readonly #shop: Shop;
  readonly #arrivals: Arrivals<Sale>;
  readonly #access: Access;
  readonly #routes: RouteTable<Endpoint>;

  constructor(world: World, deliver: Deliver) {
    super(ecwidSettings);
    const settings = () => this.settings();
    this.#webhooks = new Webhooks(world, deliver, settings, webhookRules(settings));
    this.#shop = new Shop(world, new Happenings(world, this.#webhooks), settings);
    this.#arrivals = new Arrivals(world, {
      realistic: randomSale,
      simple: simpleSale,
      place: (sale, at) => textIn(placeSale(this.#shop, sale, at === null ? {} : { placedAt: at }), 'id'),
    });
    this.#access = new Access(world, settings);
    this.#routes = new RouteTable([
      ...orderEndpoints(this.#shop),
      ...extraFieldEndpoints(this.#shop),
      ...customerEndpoints(this.#shop),
      ...profileEndpoints(this.#shop),
    ]);
    this.consistsOf({
      shop: this.#shop,
      arrivals: this.#arrivals,
      webhooks: this.#webhooks,
      access: this.#access,
    });
  }

  template(path: string): string {
    return this.#routes.template(path) ?? 'unknown';
  }

  state(): unknown {
    return {
      orders: this.#shop.orders.all(),
      customers: this.#shop.customers.all(),
      deletedOrders: this.#shop.deletedOrders.value,
      deletedCustomers: this.#shop.deletedCustomers.value,
      expectations: expectationsOf(this.#shop),
      deliveries: this.#webhooks.list(),
      refusedTokens: this.#access.refusedTokens.value,
    };
  }

  control(): Hono {
    return ecwidControl({
      shop: this.#shop,
      arrivals: this.#arrivals,
      access: this.#access,
      webhooks: this.#webhooks,
    });
  }

  showcase(): Showcase {
    const credentials = {
      'Store ID': storeId,
      'Secret token': this.#access.token.value,
      'Client secret': clientSecret,
    };
    return shopShowcase('Ecwid', credentials, this.#arrivals, () => refundNewest(this.#shop));
  }

  protected seed(): void {
    seedShop(this.#shop);
  }

  protected override failed(error: unknown): Response {
    return super.failed(error instanceof Refusal ? error : refusal(500, 'INTERNAL_ERROR', 'Internal error'));
  }

  protected async answer(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const store = /^\/api\/v3\/([^/]+)/.exec(pathname)?.[1];
    if (store === undefined) return new Response(null, { status: 404 });
    this.#access.admit(request, store);
    const found = this.#routes.find(request.method, pathname);
    if (found.kind === 'unknown') return new Response(null, { status: 404 });
    if (found.kind === 'wrong verb') throw refusal(405, 'METHOD_NOT_ALLOWED', 'Method not allowed');
    this.#access.requireScopes(found.handler.need);
    const body = await readBody(request);
    const query = readQuery(searchParams);
    const mask = readMask(query);
    return jsonAnswer(masked(found.handler.answer({ parameters: found.parameters, query, body }), mask));
  }
}
