/** Magento 2, one shop, REST V1. Facts and their marks: the Magento sheet, cited by section. */
import type { Hono } from 'hono';
import { jsonAnswer } from '../kit/http/refusal.ts';
import { type Route, RouteTable } from '../kit/http/route-table.ts';
import type { Json, JsonObject } from '../kit/json.ts';
import { PlayedSystem } from '../kit/played-system.ts';
import { textOf } from '../kit/random.ts';
import { Arrivals } from '../kit/shop/arrivals.ts';
import type { AppIntegrations } from '../kit/shop/integrations.ts';
import { shopShowcase } from '../kit/shop/showcase.ts';
import type { Deliver, Showcase, World } from '../kit/stand-in.ts';
import { Access } from './access/access.ts';
import { integrationsOf } from './access/activation.ts';
import { handshake, handshakeStep, tokenEndpoints } from './access/endpoints.ts';
import { Bulks, type Message } from './async/bulks.ts';
import { asyncRoute, bulkEndpoints } from './async/endpoints.ts';
import { attributeEndpoints } from './attributes/endpoints.ts';
import { catalogueState } from './catalogue/state.ts';
import { categoryEndpoints } from './categories/endpoints.ts';
import { magentoControl } from './control.ts';
import { customerEndpoints } from './customers/endpoints.ts';
import { documentEndpoints } from './documents/endpoints.ts';
import { type Endpoint, readBody, readMessages, withFields } from './endpoint.ts';
import { inventoryEndpoints } from './inventory/endpoints.ts';
import { oldStockEndpoints } from './inventory/old-endpoints.ts';
import { merchandiseOf } from './merchandise/merchandise.ts';
import { orderEndpoints } from './orders/endpoints.ts';
import { cancelNewest, refundNewest } from './orders/merchant.ts';
import { orderOnWire } from './orders/on-wire.ts';
import { mediaEndpoints, pictureFile } from './pictures/endpoints.ts';
import { priceEndpoints } from './prices/endpoints.ts';
import { productEndpoints } from './products/endpoints.ts';
import { errorAnswer, htmlPage, internalError, noRoute, Refusal, refusal } from './refusal.ts';
import { expectationsOf } from './sales/expectation.ts';
import { fromTheShelves } from './sales/from-the-shelves.ts';
import { placeAt } from './sales/placing.ts';
import { randomSale, simpleSale } from './sales/random-sale.ts';
import type { Sale } from './sales/sale.ts';
import { seedShop } from './seed/seed.ts';
import { accessToken, accessTokenSecret, consumerKey, consumerSecret, magentoSettings } from './settings.ts';
import { Shop } from './shop.ts';
import { storeEndpoints } from './stores/endpoints.ts';
import { type Scoped, scopeOf } from './stores/scope.ts';
import { defaultView, viewById } from './stores/stores.ts';

export {
  accessToken,
  accessTokenSecret,
  adminPassword,
  adminUsername,
  consumerKey,
  consumerSecret,
  oneTimeSecret,
} from './settings.ts';

export class MagentoStandIn extends PlayedSystem<typeof magentoSettings> {
  readonly #world: World;
  readonly #shop: Shop;
  readonly #access: Access;
  readonly #integrations: AppIntegrations;
  readonly #arrivals: Arrivals<Sale>;
  readonly #bulks: Bulks;
  readonly #all: readonly Route<Endpoint>[];
  readonly #routes: RouteTable<Endpoint>;

  constructor(world: World, deliver: Deliver) {
    super(magentoSettings);
    const settings = () => this.settings();
    this.#world = world;
    this.#shop = new Shop(world, settings);
    this.#access = new Access(world, settings);
    const { integrations } = this.#access.oauth;
    this.#integrations = integrationsOf({ world, deliver, settings, integrations });
    this.#arrivals = new Arrivals(world, {
      realistic: (random) => fromTheShelves(this.#shop, randomSale(random), random),
      simple: simpleSale,
      place: (sale, at) => placeAt(this.#shop, sale, at),
    });
    this.#bulks = new Bulks(world, settings, (message) => this.#perform(message));
    this.#all = [
      ...bulkEndpoints(this.#shop, this.#bulks),
      ...tokenEndpoints(this.#access),
      ...orderEndpoints(this.#shop),
      ...documentEndpoints(this.#shop),
      ...customerEndpoints(this.#shop),
      ...storeEndpoints(this.#shop),
      ...attributeEndpoints(this.#shop),
      ...priceEndpoints(this.#shop),
      ...oldStockEndpoints(this.#shop),
      ...mediaEndpoints(this.#shop),
      ...productEndpoints(this.#shop),
      ...categoryEndpoints(this.#shop),
      ...inventoryEndpoints(this.#shop),
    ];
    this.#routes = new RouteTable(this.#all);
    this.consistsOf({
      shop: this.#shop,
      access: this.#access,
      arrivals: this.#arrivals,
      bulks: this.#bulks,
    });
  }

  template(path: string): string {
    const step = handshakeStep(path);
    if (step !== null) return `/oauth/token/${step}`;
    const scoped = scopeOf(path);
    return (scoped === null ? undefined : this.#routes.template(scoped.path)) ?? 'unknown';
  }

  state(): unknown {
    return {
      orders: this.#shop.orders.all().map((order) => orderOnWire(order, this.settings())),
      customers: this.#shop.customers.all(),
      invoices: this.#shop.invoices.all(),
      creditmemos: this.#shop.creditmemos.all(),
      shipments: this.#shop.shipments.all(),
      mails: this.#shop.mails.all(),
      expectations: expectationsOf(this.#shop),
      ...catalogueState(this.#shop),
      refused: this.#access.refused.value,
    };
  }

  control(): Hono {
    return magentoControl(this.#shop, this.#arrivals, this.#integrations);
  }

  showcase(): Showcase {
    const credentials = {
      'Address of the shop': this.settings().baseUrl,
      'Consumer key': consumerKey,
      'Consumer secret': consumerSecret,
      'Access token': accessToken,
      'Access token secret': accessTokenSecret,
    };
    return shopShowcase('Magento 2', credentials, {
      arrivals: this.#arrivals,
      merchandise: merchandiseOf(this.#shop),
      refundNewest: () => refundNewest(this.#shop),
      cancelNewest: () => cancelNewest(this.#shop),
      integrations: this.#integrations,
    });
  }

  protected seed(): void {
    seedShop(this.#shop);
  }

  protected override failed(error: unknown): Response {
    const report = () => textOf(() => this.#world.random(), '0123456789abcdef', 13);
    return errorAnswer(error instanceof Refusal ? error : internalError(report()), this.settings());
  }

  /** Checks the proxy in front of the shop first, then the route, then the caller, and last the request. */
  protected async answer(request: Request): Promise<Response> {
    const throttled = this.#access.throttled();
    if (throttled !== null) return throttled;
    if (this.settings().maintenance) return htmlPage(503, 'Service Temporarily Unavailable');
    const { pathname, searchParams: query } = new URL(request.url);
    const picture = pictureFile(this.#shop.catalogue, pathname);
    if (picture !== null) return picture;
    const handshaken = await handshake(this.#access, request, pathname, this.settings());
    if (handshaken !== null) return handshaken;
    const scoped = scopeOf(pathname);
    const isStopped = !this.settings().encodedSlashes && /%2f/i.test(pathname);
    if (scoped === null || isStopped) return htmlPage(404, 'Not Found');
    if (scoped.mode !== 'now') return jsonAnswer(await this.#takenIn(request, scoped), 202);
    const found = this.#routes.find(request.method, scoped.path);
    // A wrong verb on a known path gets the same answer as an unknown path (sheet 5.1).
    if (found.kind !== 'found') throw noRoute();
    requireJson(request.headers.get('Accept'));
    const { need, answer } = found.handler;
    await this.#access.admit(request, need);
    const body = await readBody(request);
    const { store, names } = scoped;
    const call = { parameters: found.parameters, query, body, store, names };
    return jsonAnswer(withFields(await answer(call), query));
  }

  /** Checks who asks, as for a call that is done at once; what is asked is looked at later. */
  async #takenIn(request: Request, scoped: Scoped): Promise<JsonObject> {
    if (request.method === 'GET') throw refusal(400, 'Specified request cannot be processed.');
    const route = asyncRoute(this.#all, request.method, scoped);
    if (route === null) throw noRoute();
    await this.#access.admit(request, route.need);
    const bodies = scoped.mode === 'later' ? [await readBody(request)] : await readMessages(request);
    const messages = bodies.map((body) => (body === null ? null : route.message(body)));
    return this.#bulks.accept(route.topic, messages);
  }

  /** A message, as a call that is made now. The caller was admitted when it came in. */
  async #perform({ method, path, storeId, names, body }: Message): Promise<Json> {
    const found = this.#routes.find(method, path);
    if (found.kind !== 'found') throw noRoute();
    const store = viewById(storeId) ?? defaultView;
    const call = { parameters: found.parameters, query: new URLSearchParams(), body, store, names };
    return found.handler.answer(call);
  }
}

/** The stand-in does not speak XML. */
function requireJson(accept: string | null): void {
  if (accept === null || accept.trim() === '' || /\*\/\*|application\/(json|\*)/i.test(accept)) return;
  const text = 'Server cannot match any of the given Accept HTTP header media type(s) from the request: "%1"';
  throw refusal(406, text, [accept]);
}
