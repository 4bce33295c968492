/** Ecwid by Lightspeed, played. Facts and their marks: the Ecwid sheet, cited by section. */
import type { Hono } from 'hono';
import { masked } from '../kit/http/field-mask.ts';
import { jsonAnswer, Refusal } from '../kit/http/refusal.ts';
import { RouteTable } from '../kit/http/route-table.ts';
import { isObject, textIn } from '../kit/json.ts';
import { PlayedSystem } from '../kit/played-system.ts';
import { Arrivals } from '../kit/shop/arrivals.ts';
import { shopShowcase } from '../kit/shop/showcase.ts';
import type { Deliver, Showcase, World } from '../kit/stand-in.ts';
import { Webhooks } from '../kit/webhooks/webhooks.ts';
import { Access } from './access.ts';
import { Batches } from './batch/batches.ts';
import { batchEndpoints } from './batch/endpoints.ts';
import type { BatchRequest } from './batch/request.ts';
import { categoryEndpoints } from './categories/endpoints.ts';
import { classEndpoints } from './classes/endpoints.ts';
import { ecwidControl } from './control.ts';
import { customerEndpoints } from './customers/endpoints.ts';
import { type Endpoint, readBody, readMask, readQuery } from './endpoint.ts';
import { orderEndpoints } from './orders/endpoints.ts';
import { extraFieldEndpoints } from './orders/extra-fields.ts';
import { cancelNewest, refundNewest } from './orders/merchant.ts';
import { pictureEndpoints } from './pictures/endpoints.ts';
import { Pictures } from './pictures/pictures.ts';
import { combinationEndpoints } from './products/combination-endpoints.ts';
import { productEndpoints } from './products/endpoints.ts';
import { merchandiseOf } from './products/merchant.ts';
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
  readonly #pictures: Pictures;
  readonly #batches: Batches;
  /** Where the sandbox was last asked. */
  #origin = 'http://127.0.0.1:8788';
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
    const { assortment } = this.#shop;
    this.#pictures = new Pictures(world, deliver, assortment);
    this.#batches = new Batches(world, settings, (request, pictures) => this.#perform(request, pictures));
    this.#routes = new RouteTable([
      ...orderEndpoints(this.#shop),
      ...extraFieldEndpoints(this.#shop),
      ...customerEndpoints(this.#shop),
      ...profileEndpoints(this.#shop),
      ...productEndpoints(assortment),
      ...combinationEndpoints(assortment),
      ...pictureEndpoints(assortment, this.#pictures),
      ...categoryEndpoints(assortment),
      ...classEndpoints(assortment),
      ...batchEndpoints(this.#batches, this.#access, settings),
    ]);
    this.consistsOf({
      shop: this.#shop,
      arrivals: this.#arrivals,
      webhooks: this.#webhooks,
      access: this.#access,
      pictures: this.#pictures,
      batches: this.#batches,
    });
  }

  template(path: string): string {
    return this.#routes.template(path) ?? (pictureIn(path) === null ? 'unknown' : '/images/{storeId}/{file}');
  }

  state(): unknown {
    return {
      orders: this.#shop.orders.all(),
      customers: this.#shop.customers.all(),
      deletedOrders: this.#shop.deletedOrders.value,
      deletedCustomers: this.#shop.deletedCustomers.value,
      products: this.#shop.assortment.products.all(),
      categories: this.#shop.assortment.categories.all(),
      deletedProducts: this.#shop.assortment.deletedProducts.value,
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
      pictures: () => this.#picturesAt(),
    });
  }

  showcase(): Showcase {
    const credentials = {
      'Store number': storeId,
      'Secret token': this.#access.token.value,
      'Client secret of the app': clientSecret,
    };
    return shopShowcase('Ecwid', credentials, {
      arrivals: this.#arrivals,
      merchandise: merchandiseOf(this.#shop.assortment, () => this.#picturesAt()),
      refundNewest: () => refundNewest(this.#shop),
      cancelNewest: () => cancelNewest(this.#shop),
      webhook: {
        entered: this.settings().webhookUrl,
        enter: (webhookUrl) => this.change({ webhookUrl }),
      },
    });
  }

  protected seed(): void {
    seedShop(this.#shop);
  }

  protected override failed(error: unknown): Response {
    return super.failed(error instanceof Refusal ? error : refusal(500, 'INTERNAL_ERROR', 'Internal error'));
  }

  protected async answer(request: Request): Promise<Response> {
    const { pathname, origin } = new URL(request.url);
    this.#origin = origin;
    const picture = pictureIn(pathname);
    if (picture !== null) return this.#picture(picture);
    const store = /^\/api\/v3\/([^/]+)/.exec(pathname)?.[1];
    if (store === undefined) return new Response(null, { status: 404 });
    this.#access.admit(request, store);
    return this.#respond(request, this.#picturesAt());
  }

  /** An admitted request: it came by itself, or in a batch. */
  async #respond(request: Request, pictures: string): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const found = this.#routes.find(request.method, pathname);
    if (found.kind === 'unknown') return new Response(null, { status: 404 });
    if (found.kind === 'wrong verb') throw refusal(405, 'METHOD_NOT_ALLOWED', 'Method not allowed');
    const { need, answer } = found.handler;
    this.#access.requireScopes(need.scopes);
    const sent = await readBody(request, need.takes);
    const query = readQuery(searchParams);
    const mask = readMask(query);
    const given = await answer({ parameters: found.parameters, query, pictures, ...sent });
    if (given instanceof Response) return given;
    // What a write counts is told in any case (sheet 4.6).
    const counted =
      isObject(given) && given.updateCount !== undefined ? { updateCount: given.updateCount } : {};
    const shown = masked(given, mask);
    return jsonAnswer(isObject(shown) ? { ...counted, ...shown } : shown);
  }

  async #perform({ method, path, body }: BatchRequest, pictures: string): Promise<Response> {
    const init = body === null ? {} : { body: JSON.stringify(body) };
    const headers = { 'Content-Type': 'application/json' };
    try {
      const url = `${this.#origin}/api/v3/${storeId}${path}`;
      return await this.#respond(new Request(url, { method, headers, ...init }), pictures);
    } catch (error) {
      return this.failed(error);
    }
  }

  /** Below the prefix of this system, as the sandbox has it. */
  #picturesAt(): string {
    return this.settings().picturesAt ?? `${this.#origin}/ecwid`;
  }

  #picture(file: string): Response {
    const { bytes, mediaType } = this.#pictures.read(file);
    return new Response(bytes, { headers: { 'Content-Type': mediaType } });
  }
}

/** The file that a path names, if it is that of a picture. */
function pictureIn(path: string): string | null {
  const file = new RegExp(`/images/${storeId}/([\\w.-]+)$`).exec(path)?.[1];
  return file ?? null;
}
