/** Shopify, played: its Admin GraphQL API of 2026-10. Facts and their marks: the Shopify sheet, cited by section. */
import type { Hono } from 'hono';
import { pictureOf } from '../kit/catalogue/pictures.ts';
import { readJsonBody } from '../kit/http/json-body.ts';
import { jsonAnswer, Refusal } from '../kit/http/refusal.ts';
import { isObject } from '../kit/json.ts';
import { PlayedSystem } from '../kit/played-system.ts';
import { uuid } from '../kit/random.ts';
import { Arrivals } from '../kit/shop/arrivals.ts';
import { shopShowcase } from '../kit/shop/showcase.ts';
import type { Deliver, Showcase, World } from '../kit/stand-in.ts';
import { Webhooks } from '../kit/webhooks/webhooks.ts';
import { Access } from './access/access.ts';
import { shopifyControl } from './control.ts';
import { customerMutations } from './customers/writes.ts';
import { Bucket } from './graphql/bucket.ts';
import { carryOut } from './graphql/execute.ts';
import { operationIn } from './graphql/operation.ts';
import { metafieldMutations } from './metafields/mutations.ts';
import { orderCreateMutation } from './orders/create.ts';
import { figuresOf } from './orders/figures.ts';
import { fulfillmentMutations } from './orders/fulfilling.ts';
import { cancelNewest, refundNewest } from './orders/merchant.ts';
import { orderMutations } from './orders/writes.ts';
import { collectionMutations } from './products/collections.ts';
import { fetchedFrom } from './products/media.ts';
import { merchandiseOf } from './products/merchant.ts';
import { optionMutations } from './products/options.ts';
import { productSetMutation } from './products/set.ts';
import { stockMutations } from './products/stock-writes.ts';
import { productMutations } from './products/writes.ts';
import { queries } from './queries.ts';
import { expectationsOf } from './sales/expectation.ts';
import { placeSale } from './sales/placing.ts';
import { randomSale, simpleSale } from './sales/random-sale.ts';
import type { Sale } from './sales/sale.ts';
import { seedShop } from './seed/seed.ts';
import { accessToken, clientId, clientSecret, shopDomain, shopifySettings } from './settings.ts';
import { Shop } from './shop.ts';
import { type WebhookEvent, webhookRules } from './webhooks/event.ts';
import { Happenings } from './webhooks/happenings.ts';
import { subscriptionMutations } from './webhooks/subscription.ts';

const apiPath = /^\/admin\/api\/([^/]+)\/graphql\.json$/;

export class ShopifyStandIn extends PlayedSystem<typeof shopifySettings> {
  readonly #webhooks: Webhooks<WebhookEvent>;
  readonly #shop: Shop;
  readonly #arrivals: Arrivals<Sale>;
  readonly #access: Access;
  readonly #bucket: Bucket;
  readonly #root: Parameters<typeof carryOut>[1];
  readonly #world: World;
  readonly #deliver: Deliver;
  /** Where the sandbox was last asked. */
  #origin = 'http://127.0.0.1:8788';

  constructor(world: World, deliver: Deliver) {
    super(shopifySettings);
    const settings = () => this.settings();
    this.#world = world;
    this.#deliver = deliver;
    const rules = webhookRules({
      subscriptions: () => this.#shop.subscriptions.all(),
      remove: (id) => {
        this.#shop.subscriptions.delete(id);
      },
      newId: () => uuid(() => world.random()),
      settings,
    });
    this.#webhooks = new Webhooks(world, deliver, settings, rules);
    const happenings = new Happenings(world, this.#webhooks, settings);
    const shop = new Shop(
      world,
      happenings,
      settings,
      () => settings().picturesAt ?? `${this.#origin}/shopify`,
    );
    this.#shop = shop;
    this.#arrivals = new Arrivals(world, {
      realistic: randomSale,
      simple: simpleSale,
      place: (sale, at) => placeSale(shop, sale, at === null ? {} : { placedAt: at }).id,
    });
    this.#access = new Access(world, settings);
    this.#bucket = new Bucket(world, settings);
    const asked = queries(shop);
    this.#root = {
      ...asked,
      ...orderMutations(shop),
      ...orderCreateMutation(shop),
      ...fulfillmentMutations(shop),
      ...metafieldMutations(shop, asked.node),
      ...customerMutations(shop),
      ...productSetMutation(shop),
      ...productMutations(shop),
      ...optionMutations(shop),
      ...collectionMutations(shop),
      ...stockMutations(shop),
      ...subscriptionMutations(shop),
    };
    this.consistsOf({
      shop,
      arrivals: this.#arrivals,
      webhooks: this.#webhooks,
      access: this.#access,
      bucket: this.#bucket,
    });
  }

  template(path: string): string {
    if (apiPath.test(path)) return '/admin/api/{version}/graphql.json';
    if (path.startsWith('/admin/oauth/')) return path;
    return path.includes('/cdn/') ? '/cdn/{id}/{file}' : 'unknown';
  }

  async operation(request: Request): Promise<string> {
    if (request.method !== 'POST' || !apiPath.test(new URL(request.url).pathname)) return '';
    const { query } = (await request.json().catch(() => ({}))) as { query?: unknown };
    return typeof query === 'string' ? operationIn(query) : '';
  }

  state(): unknown {
    const {
      orders,
      customers,
      companies,
      products,
      collections,
      subscriptions,
      metafields,
      deletedProducts,
    } = this.#shop;
    return {
      orders: orders.all().map((each) => {
        const { total, tax } = figuresOf(each);
        return { ...each, total: total.toFixed(2), tax: tax.toFixed(2) };
      }),
      customers: customers.all(),
      companies: companies.all(),
      products: products.all(),
      collections: collections.all(),
      subscriptions: subscriptions.all(),
      metafields: Object.fromEntries(metafields.entries()),
      deletedProducts: deletedProducts.value,
      expectations: expectationsOf(this.#shop),
      deliveries: this.#webhooks.list(),
    };
  }

  control(): Hono {
    return shopifyControl({
      shop: this.#shop,
      arrivals: this.#arrivals,
      access: this.#access,
      webhooks: this.#webhooks,
    });
  }

  showcase(): Showcase {
    const credentials = {
      Shop: shopDomain,
      'Admin API access token': accessToken,
      'Client id': clientId,
      'Client secret': clientSecret,
    };
    return shopShowcase('Shopify', credentials, {
      arrivals: this.#arrivals,
      merchandise: merchandiseOf(this.#shop),
      refundNewest: () => refundNewest(this.#shop),
      cancelNewest: () => cancelNewest(this.#shop),
    });
  }

  protected seed(): void {
    seedShop(this.#shop);
  }

  protected async answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    this.#origin = url.origin;
    if (url.pathname === '/admin/oauth/access_token' && request.method === 'POST')
      return this.#access.exchange(request);
    if (url.pathname === '/admin/oauth/authorize' && request.method === 'GET')
      return this.#access.authorize(url);
    const [, media, file] = /\/cdn\/(\d+)\/([^/]+)$/.exec(url.pathname) ?? [];
    if (media !== undefined && file !== undefined) return this.#picture(media, decodeURIComponent(file));
    const version = apiPath.exec(url.pathname)?.[1];
    if (version === undefined || request.method !== 'POST') throw notFound();
    this.#access.admit(request);
    return this.#graphql(request, this.#served(version));
  }

  /** What the shop fetched shows what lies there; everything else is made of its name. */
  async #picture(id: string, file: string): Promise<Response> {
    const source = fetchedFrom(this.#shop, id);
    if (source === null) return new Response(pictureOf(file), { headers: { 'Content-Type': 'image/png' } });
    const found = await this.#deliver(new Request(source)).catch(() => null);
    if (!found?.ok) throw notFound();
    return found;
  }

  async #graphql(request: Request, version: string): Promise<Response> {
    const { json } = await readJsonBody(request);
    if (!isObject(json) || typeof json.query !== 'string') {
      const errors = { query: 'Required parameter missing or invalid' };
      throw new Refusal(400, 'Bad Request', { errors });
    }
    const { query, variables, operationName } = json;
    const asked = {
      query,
      variables: isObject(variables) ? variables : {},
      operationName: typeof operationName === 'string' ? operationName : null,
    };
    const call = { idempotencyKey: null, settings: this.settings(), version };
    const answer = await carryOut(asked, this.#root, call, this.#bucket);
    return jsonAnswer(answer, 200, {
      'X-Shopify-API-Version': version,
      'X-Request-Id': uuid(() => this.#world.random()),
    });
  }

  /** A version that has expired falls forward to the oldest that is supported (sheet 1). */
  #served(asked: string): string {
    const { versions } = this.settings();
    if (versions.includes(asked)) return asked;
    const [oldest] = [...versions].sort();
    if (oldest !== undefined && /^\d{4}-(01|04|07|10)$/.test(asked) && asked < oldest) return oldest;
    throw notFound();
  }
}

function notFound(): Refusal {
  return new Refusal(404, 'Not Found', { errors: 'Not Found' });
}
