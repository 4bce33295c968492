/** CCV Shop and CCV SalesPOS, played. Facts and their marks: the sheet of CCV, cited by section. */
import type { Hono } from 'hono';
import { RouteTable } from '../kit/http/route-table.ts';
import { PlayedSystem } from '../kit/played-system.ts';
import { Arrivals } from '../kit/shop/arrivals.ts';
import { shopShowcase } from '../kit/shop/showcase.ts';
import type { Deliver, Showcase, World } from '../kit/stand-in.ts';
import { Webhooks } from '../kit/webhooks/webhooks.ts';
import { Access } from './access/access.ts';
import { asksForTill } from './access/media-type.ts';
import { attributeEndpoints } from './attributes/endpoints.ts';
import { type Call, type Endpoint, type Routes, readBody, readQuery } from './call/call.ts';
import { apiPath, Links } from './call/links.ts';
import { categoryEndpoints } from './categories/endpoints.ts';
import { ccvControl } from './control.ts';
import { customerEndpoints } from './customers/endpoints.ts';
import { invoiceEndpoints } from './invoices/endpoints.ts';
import { orderEndpoints } from './orders/endpoints.ts';
import { cancelNewest, creditNewest } from './orders/merchant.ts';
import { orderOnWire } from './orders/on-wire.ts';
import { rowOnWire } from './orders/row-on-wire.ts';
import { productEndpoints } from './products/endpoints.ts';
import { merchandiseOf } from './products/merchant.ts';
import { productExpands, productOnWire } from './products/on-wire.ts';
import { photoEndpoints } from './products/photos.ts';
import { propertyEndpoints } from './properties/endpoints.ts';
import { coded, fault } from './refusal.ts';
import { returnEndpoints } from './returns/endpoints.ts';
import { expectationsOf } from './sales/expectation.ts';
import { placeSale } from './sales/placing.ts';
import { randomReceipt, randomSale, simpleSale } from './sales/random-sale.ts';
import type { Sale } from './sales/sale.ts';
import { seedShop } from './seed/seed.ts';
import { ccvSettings, shopDomain } from './settings.ts';
import { Shop } from './shop.ts';
import { ShopFront, shopEndpoints } from './shop-info/endpoints.ts';
import { nameEndpoints } from './shop-info/names.ts';
import { tillEndpoints } from './till/endpoints.ts';
import { type WebhookEvent, webhookRules } from './webhooks/event.ts';
import { Happenings } from './webhooks/happenings.ts';
import { type Registration, webhookEndpoints } from './webhooks/registration.ts';

const picturePath = '/img/{file}';

export class CcvStandIn extends PlayedSystem<typeof ccvSettings> {
  readonly #shop: Shop;
  readonly #front: ShopFront;
  readonly #arrivals: Arrivals<Sale>;
  readonly #access: Access;
  readonly #webhooks: Webhooks<WebhookEvent>;
  /** Where the sandbox was last asked. */
  #origin = 'http://127.0.0.1:8788';
  readonly #routes: RouteTable<Endpoint>;

  constructor(world: World, deliver: Deliver) {
    super(ccvSettings);
    const settings = () => this.settings();
    const links = () => new Links(settings().root ?? `${this.#origin}/ccv`, settings().slashes);
    const rules = webhookRules(() => this.#listening(), settings);
    this.#webhooks = new Webhooks(world, deliver, settings, rules);
    this.#shop = new Shop(world, settings, new Happenings(world, this.#webhooks, settings, links), links);
    this.#front = new ShopFront(world);
    this.#access = new Access(world, settings);
    this.#arrivals = new Arrivals(world, {
      realistic: (random) =>
        settings().salespos && random() < 0.7 ? randomReceipt(random) : randomSale(random),
      simple: simpleSale,
      place: (sale, at) => String(placeSale(this.#shop, sale, at === null ? {} : { placedAt: at }).id),
    });
    const routes = this.#endpoints();
    this.#routes = new RouteTable(routes);
    this.consistsOf({
      shop: this.#shop,
      front: this.#front,
      arrivals: this.#arrivals,
      webhooks: this.#webhooks,
      access: this.#access,
    });
  }

  template(path: string): string {
    return this.#routes.template(path) ?? (pictureIn(path) === null ? 'unknown' : picturePath);
  }

  state(): unknown {
    const { orders, users, invoices, returns, registrations, cashups, receipts, assortment, links } =
      this.#shop;
    const [settings, at] = [this.settings(), links()];
    const expanded = new Set(productExpands);
    return {
      // As the API shows them, with their rows and notes.
      orders: orders.all().map((each) => ({
        ...orderOnWire(each, at, settings),
        rows: each.rows.map((row) => rowOnWire(row, each.id, assortment.packageName(row.packageId), at)),
        notes: each.notes,
        notifications: each.notifications,
      })),
      users: users.all(),
      invoices: invoices.all(),
      returns: returns.all(),
      registrations: registrations.all(),
      cashups: cashups.all(),
      receipts: receipts.all(),
      products: assortment.products
        .all()
        .map((each) => productOnWire(each, { assortment, links: at, expanded })),
      categories: assortment.categories.all(),
      attributes: assortment.attributes.all(),
      expectations: expectationsOf(this.#shop),
      deliveries: this.#webhooks.list(),
    };
  }

  control(): Hono {
    return ccvControl({
      shop: this.#shop,
      front: this.#front,
      arrivals: this.#arrivals,
      access: this.#access,
      webhooks: this.#webhooks,
    });
  }

  showcase(): Showcase {
    const own = this.#access.credential.value;
    const credentials = {
      'Address of the shop': `https://${shopDomain}`,
      'Public key': own?.publicKey ?? '',
      'Secret key': own?.secret ?? '',
    };
    return shopShowcase('CCV Shop', credentials, {
      arrivals: this.#arrivals,
      merchandise: merchandiseOf(this.#shop.assortment, this.#shop.links),
      refundNewest: () => creditNewest(this.#shop),
      cancelNewest: () => cancelNewest(this.#shop),
    });
  }

  protected seed(): void {
    seedShop(this.#shop);
  }

  protected async answer(request: Request): Promise<Response> {
    const { pathname, origin, searchParams } = new URL(request.url);
    this.#origin = origin;
    const picture = pictureIn(pathname);
    if (picture !== null) return this.#picture(picture);
    const settings = this.settings();
    const text = await request.text();
    const admitted = await this.#access.admit(request, text);
    const asTill = asksForTill(request, settings.salespos);
    const found = this.#routes.find(request.method, pathname);
    if (found.kind === 'unknown') throw coded('404.20', 'The resource does not exist');
    if (found.kind === 'wrong verb') throw coded('405.10', 'The method is not allowed');
    const { need, answer } = found.handler;
    // With the schemas of a webshop there are no resources of a till.
    if (need === 'till' && !asTill) throw coded('404.20', 'The resource does not exist');
    this.#access.count(request.method, this.template(pathname));
    const call: Call = {
      parameters: found.parameters,
      query: readQuery(searchParams),
      search: searchParams,
      path: pathname,
      body: readBody(request, text, settings),
      links: this.#shop.links(),
      credentialId: admitted.credential.id,
      settings,
    };
    const given = answer(call);
    const isEmpty = request.method === 'POST' && settings.postAnswers === 'empty';
    const body = given === undefined || isEmpty ? '' : JSON.stringify(given);
    const signed = await this.#access.signs(admitted, request.method, body);
    const status = request.method === 'GET' ? 200 : request.method === 'POST' ? 201 : 204;
    const headers = { ...signed, ...(body === '' ? {} : { 'Content-Type': 'application/json' }) };
    return new Response(status === 204 ? null : body, { status, headers });
  }

  /** A key that is gone takes its webhooks along. */
  #listening(): Registration[] {
    const own = this.#access.credential.value?.id;
    return this.#shop.registrations.all().filter(({ credentialId }) => credentialId === own);
  }

  #endpoints(): Routes {
    const { assortment } = this.#shop;
    const routes = [
      ...orderEndpoints(this.#shop),
      ...invoiceEndpoints(this.#shop),
      ...returnEndpoints(this.#shop),
      ...customerEndpoints(this.#shop),
      ...productEndpoints(assortment),
      ...photoEndpoints(assortment),
      ...attributeEndpoints(assortment),
      ...categoryEndpoints(assortment),
      ...propertyEndpoints(assortment),
      ...nameEndpoints(assortment),
      ...webhookEndpoints(this.#shop),
      ...tillEndpoints(this.#shop),
    ];
    const names = routes.flatMap(({ template }) => template.slice(apiPath.length + 1).split('/')[0] ?? []);
    const resources = [...new Set(names)];
    return [...routes, ...shopEndpoints(this.#shop, this.#front, this.#access, () => resources)];
  }

  #picture(file: string): Response {
    if (!/\.(png|jpe?g|gif|webp)$/i.test(file)) throw fault(404, 'There is no such picture');
    const { bytes, mediaType } = this.#shop.assortment.files.read(file);
    return new Response(bytes, { headers: { 'Content-Type': mediaType } });
  }
}

/** The file that a path names, if it is that of a picture. */
function pictureIn(path: string): string | null {
  return /^\/img\/([\w.-]+)$/.exec(path)?.[1] ?? null;
}
