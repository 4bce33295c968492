/** Magento 2, one shop, REST V1. Facts and their marks: the Magento sheet, cited by section. */
import type { Hono } from 'hono';
import { z } from 'zod';
import { textOf } from '../random.ts';
import { RouteTable } from '../route-table.ts';
import type { StandIn, World } from '../stand-in.ts';
import { Access, type AccessSnapshot, htmlPage } from './access.ts';
import { Arrivals, type ArrivalsSnapshot } from './arrivals.ts';
import { expectations, magentoControl } from './control.ts';
import { customerEndpoints } from './customer-endpoints.ts';
import { documentEndpoints } from './document-endpoints.ts';
import type { Endpoint } from './endpoint.ts';
import { masked, readMask } from './field-mask.ts';
import { orderEndpoints } from './order-endpoints.ts';
import { orderOnWire } from './order-on-wire.ts';
import { internalError, jsonAnswer, noRoute, Refusal } from './refusal.ts';
import { requestBody } from './request-body.ts';
import { scopeOf } from './scope.ts';
import { seedShop } from './seed.ts';
import { type MagentoSettings, magentoSettings } from './settings.ts';
import { Shop, type ShopSnapshot } from './shop.ts';
import { storeEndpoints } from './store-endpoints.ts';
import { handshake, tokenEndpoints } from './token-endpoints.ts';

export {
  accessToken,
  accessTokenSecret,
  adminPassword,
  adminUsername,
  consumerKey,
  consumerSecret,
  oneTimeSecret,
} from './settings.ts';

interface Snapshot {
  settings: MagentoSettings;
  shop: ShopSnapshot;
  access: AccessSnapshot;
  arrivals: ArrivalsSnapshot;
}

export class MagentoStandIn implements StandIn {
  #settings = magentoSettings.parse({});
  readonly #world: World;
  readonly #shop: Shop;
  readonly #access: Access;
  readonly #arrivals: Arrivals;
  readonly #routes: RouteTable<Endpoint>;

  constructor(world: World) {
    const settings = () => this.#settings;
    this.#world = world;
    this.#shop = new Shop(world, settings);
    this.#access = new Access(world, settings);
    this.#arrivals = new Arrivals(this.#shop);
    this.#routes = new RouteTable([
      ...tokenEndpoints(this.#access),
      ...orderEndpoints(this.#shop),
      ...documentEndpoints(this.#shop),
      ...customerEndpoints(this.#shop),
      ...storeEndpoints(this.#shop),
    ]);
  }

  async handle(request: Request): Promise<Response> {
    const { language, developerMode } = this.#settings;
    try {
      return await this.#answer(request);
    } catch (error) {
      const report = () => textOf(() => this.#world.random(), '0123456789abcdef', 13);
      const refusal = error instanceof Refusal ? error : internalError(report());
      return refusal.toResponse({ language, developerMode });
    }
  }

  template(path: string): string {
    if (/^\/oauth\/token\/(request|access)$/.test(path)) return path;
    const scoped = scopeOf(path);
    return (scoped === null ? undefined : this.#routes.template(scoped.path)) ?? 'unknown';
  }

  settings(): MagentoSettings {
    return this.#settings;
  }

  change(settings: unknown): void {
    const changes = z.record(z.string(), z.unknown()).parse(settings);
    this.#settings = magentoSettings.parse({ ...this.#settings, ...changes });
  }

  state(): unknown {
    return {
      orders: this.#shop.orders.all().map((order) => orderOnWire(order, this.#settings)),
      customers: this.#shop.customers.all(),
      invoices: this.#shop.invoices.all(),
      creditmemos: this.#shop.creditmemos.all(),
      shipments: this.#shop.shipments.all(),
      expectations: expectations(this.#shop),
      refused: this.#access.refused,
    };
  }

  control(): Hono {
    return magentoControl(this.#shop, this.#arrivals, this.#access);
  }

  snapshot(): Snapshot {
    return {
      settings: this.#settings,
      shop: this.#shop.snapshot(),
      access: this.#access.snapshot(),
      arrivals: this.#arrivals.snapshot(),
    };
  }

  restore(snapshot: unknown): void {
    // What `snapshot` made. Settings that are newer than it get their defaults.
    const { settings, shop, access, arrivals } = snapshot as Snapshot;
    this.#settings = magentoSettings.parse(settings);
    this.#shop.restore(shop);
    this.#access.restore(access);
    this.#arrivals.restore(arrivals);
  }

  reset(seeded: boolean): void {
    this.#shop.clear();
    this.#access.reset();
    this.#arrivals.clear();
    if (seeded) seedShop(this.#shop);
  }

  nextDueAt(): number | null {
    return this.#arrivals.nextDueAt();
  }

  async runDue(): Promise<void> {
    this.#arrivals.runDue();
  }

  /** What stands in front of the shop comes first; then the route, who calls, and last what is asked. */
  async #answer(request: Request): Promise<Response> {
    const throttled = this.#access.throttled();
    if (throttled !== null) return throttled;
    if (this.#settings.maintenance) return htmlPage(503, 'Service Temporarily Unavailable');
    const { pathname, searchParams } = new URL(request.url);
    const shaken = await handshake(this.#access, request, pathname);
    if (shaken !== null) return shaken;
    const scoped = scopeOf(pathname);
    if (scoped === null) return htmlPage(404, 'Not Found');
    const found = this.#routes.find(request.method, scoped.path);
    // A wrong verb on a known path is no other matter (sheet 5.1).
    if (found.kind !== 'found') throw noRoute();
    requireJson(request.headers.get('Accept'));
    await this.#access.admit(request, found.handler.resource);
    const body = await requestBody(request);
    const { store } = scoped;
    const answer = await found.handler.answer({
      parameters: found.parameters,
      query: searchParams,
      body,
      store,
    });
    const fields = searchParams.get('fields');
    if (fields === null) return jsonAnswer(answer);
    const mask = readMask(fields);
    return jsonAnswer(mask === null ? [] : masked(answer, mask));
  }
}

/** XML is not played. */
function requireJson(accept: string | null): void {
  if (accept === null || accept.trim() === '' || /\*\/\*|application\/(json|\*)/i.test(accept)) return;
  const text = 'Server cannot match any of the given Accept HTTP header media type(s) from the request: "%1"';
  throw new Refusal(406, text, [accept]);
}
