/** MijnWebwinkel (MyOnlineStore), played. Facts and their marks: the sheet of MijnWebwinkel, cited by section. */
import type { Hono } from 'hono';
import { jsonAnswer } from '../kit/http/refusal.ts';
import { RouteTable } from '../kit/http/route-table.ts';
import { PlayedSystem } from '../kit/played-system.ts';
import { Arrivals } from '../kit/shop/arrivals.ts';
import { shopShowcase } from '../kit/shop/showcase.ts';
import type { Deliver, Showcase, World } from '../kit/stand-in.ts';
import { Access } from './access.ts';
import { articleEndpoints } from './articles/endpoints.ts';
import { merchandiseOf } from './articles/merchant.ts';
import { articleOnWire } from './articles/on-wire.ts';
import { Pictures } from './articles/pictures.ts';
import { mijnwebwinkelControl } from './control.ts';
import { customerEndpoints } from './customers/endpoints.ts';
import { type Endpoint, readBody, readQuery } from './endpoint.ts';
import { orderEndpoints } from './orders/endpoints.ts';
import { cancelNewest, creditNewest } from './orders/merchant.ts';
import { orderOnWire } from './orders/on-wire.ts';
import { pageEndpoints } from './pages/endpoints.ts';
import { fault } from './refusal.ts';
import { expectationsOf } from './sales/expectation.ts';
import { placeSale } from './sales/placing.ts';
import { randomSale, simpleSale } from './sales/random-sale.ts';
import type { Sale } from './sales/sale.ts';
import { seedShop } from './seed/seed.ts';
import { mijnwebwinkelSettings, partnerToken } from './settings.ts';
import { Shop } from './shop.ts';
import { storeEndpoints } from './store/endpoints.ts';

const imagePath = '/images/{size}/{file}';

export class MijnwebwinkelStandIn extends PlayedSystem<typeof mijnwebwinkelSettings> {
  readonly #shop: Shop;
  readonly #arrivals: Arrivals<Sale>;
  readonly #access: Access;
  readonly #pictures: Pictures;
  /** Where the sandbox was last asked. */
  #origin = 'http://127.0.0.1:8788';
  readonly #routes: RouteTable<Endpoint>;

  constructor(world: World, deliver: Deliver) {
    super(mijnwebwinkelSettings);
    const settings = () => this.settings();
    this.#shop = new Shop(world, settings);
    this.#arrivals = new Arrivals(world, {
      realistic: randomSale,
      simple: simpleSale,
      place: (sale, at) => placeSale(this.#shop, sale, at === null ? {} : { placedAt: at }).number,
    });
    this.#access = new Access(world, settings);
    this.#pictures = new Pictures(deliver, this.#shop.assortment);
    this.#routes = new RouteTable([
      ...orderEndpoints(this.#shop, this.#access),
      ...customerEndpoints(this.#shop),
      ...articleEndpoints(this.#shop.assortment, this.#pictures),
      ...pageEndpoints(this.#shop.assortment),
      ...storeEndpoints(this.#shop),
    ]);
    this.consistsOf({
      shop: this.#shop,
      arrivals: this.#arrivals,
      access: this.#access,
      pictures: this.#pictures,
    });
  }

  template(path: string): string {
    return this.#routes.template(path) ?? (pictureIn(path) === null ? 'unknown' : imagePath);
  }

  state(): unknown {
    const { orders, customers, statuses, assortment } = this.#shop;
    const settings = this.settings();
    return {
      // As the API shows them; a basket that it does not show is not finished.
      orders: orders.all().map((each) => ({ ...orderOnWire(each, settings), finished: each.finished })),
      customers: customers.all(),
      statuses: statuses.value,
      articles: assortment.articles.all().map((each) => articleOnWire(assortment, each, this.#picturesAt())),
      lists: assortment.lists.all(),
      pages: assortment.pages.all(),
      expectations: expectationsOf(this.#shop),
    };
  }

  control(): Hono {
    return mijnwebwinkelControl({
      shop: this.#shop,
      arrivals: this.#arrivals,
      access: this.#access,
      pictures: () => this.#picturesAt(),
    });
  }

  showcase(): Showcase {
    const credentials = { 'Store token': this.#access.token.value, 'Partner token': partnerToken };
    return shopShowcase('MijnWebwinkel', credentials, {
      arrivals: this.#arrivals,
      merchandise: merchandiseOf(this.#shop.assortment, () => this.#picturesAt()),
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
    const found = this.#routes.find(request.method, pathname);
    if (found.kind === 'unknown') throw fault(404, 'Not found');
    if (found.kind === 'wrong verb') throw fault(405, 'Method not allowed');
    const { need, answer } = found.handler;
    this.#access.admit(request, need);
    const query = readQuery(searchParams);
    const body = await readBody(request);
    const call = { parameters: found.parameters, query, body, pictures: this.#picturesAt() };
    const given = await answer(call);
    return given instanceof Response ? given : jsonAnswer(given);
  }

  /** Below the prefix of this system, as the sandbox has it. */
  #picturesAt(): string {
    return this.settings().picturesAt ?? `${this.#origin}/mijnwebwinkel`;
  }

  #picture(file: string): Response {
    const { bytes, mediaType } = this.#pictures.read(file);
    return new Response(bytes, { headers: { 'Content-Type': mediaType } });
  }
}

/** The file that a path names, if it is that of a picture. The sandbox keeps one size only. */
function pictureIn(path: string): string | null {
  return /^\/images\/(?:full|article|thumb)\/([\w.-]+)$/.exec(path)?.[1] ?? null;
}
