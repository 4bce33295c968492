/** Ecwid by Lightspeed, played. Facts and their marks: the Ecwid sheet, cited by section. */
import type { Hono } from 'hono';
import { z } from 'zod';
import { RouteTable } from '../route-table.ts';
import type { Deliver, StandIn, World } from '../stand-in.ts';
import { Access, type AccessSnapshot } from './access.ts';
import { Arrivals, type ArrivalsSnapshot } from './arrivals.ts';
import { ecwidControl, expectations } from './control.ts';
import { customerEndpoints } from './customer-endpoints.ts';
import type { Endpoint } from './endpoint.ts';
import { extraFieldEndpoints } from './extra-field-endpoints.ts';
import { orderEndpoints } from './order-endpoints.ts';
import { profileEndpoints } from './profile-endpoints.ts';
import { Query } from './query.ts';
import { jsonAnswer, Refusal } from './refusal.ts';
import { requestBody } from './request-body.ts';
import { masked, readMask } from './response-fields.ts';
import { seedShop } from './seed.ts';
import { type EcwidSettings, ecwidSettings } from './settings.ts';
import { Shop, type ShopSnapshot } from './shop.ts';
import { Webhooks, type WebhooksSnapshot } from './webhooks.ts';

export { clientSecret, neighbourStoreId, secretToken, storeId } from './settings.ts';

interface Snapshot {
  settings: EcwidSettings;
  shop: ShopSnapshot;
  webhooks: WebhooksSnapshot;
  arrivals: ArrivalsSnapshot;
  access: AccessSnapshot;
}

export class EcwidStandIn implements StandIn {
  #settings = ecwidSettings.parse({});
  readonly #webhooks: Webhooks;
  readonly #shop: Shop;
  readonly #arrivals: Arrivals;
  readonly #access: Access;
  readonly #routes: RouteTable<Endpoint>;

  constructor(world: World, deliver: Deliver) {
    const settings = () => this.#settings;
    this.#webhooks = new Webhooks(world, deliver, settings);
    this.#shop = new Shop(world, this.#webhooks, settings);
    this.#arrivals = new Arrivals(this.#shop);
    this.#access = new Access(world, settings);
    this.#routes = new RouteTable([
      ...orderEndpoints(this.#shop),
      ...extraFieldEndpoints(this.#shop),
      ...customerEndpoints(this.#shop),
      ...profileEndpoints(this.#shop),
    ]);
  }

  async handle(request: Request): Promise<Response> {
    try {
      return await this.#answer(request);
    } catch (error) {
      if (error instanceof Refusal) return error.toResponse();
      return new Refusal(500, 'INTERNAL_ERROR', 'Internal error').toResponse();
    }
  }

  template(path: string): string {
    return this.#routes.template(path) ?? 'unknown';
  }

  settings(): EcwidSettings {
    return this.#settings;
  }

  change(settings: unknown): void {
    const changes = z.record(z.string(), z.unknown()).parse(settings);
    this.#settings = ecwidSettings.parse({ ...this.#settings, ...changes });
  }

  state(): unknown {
    return {
      orders: this.#shop.orders.all(),
      customers: this.#shop.customers.all(),
      deletedOrders: this.#shop.deletedOrders,
      deletedCustomers: this.#shop.deletedCustomers,
      expectations: expectations(this.#shop),
      deliveries: this.#webhooks.list(),
      refusedTokens: this.#access.refusedTokens,
    };
  }

  control(): Hono {
    return ecwidControl(this.#shop, this.#arrivals, this.#access);
  }

  snapshot(): Snapshot {
    return {
      settings: this.#settings,
      shop: this.#shop.snapshot(),
      webhooks: this.#webhooks.snapshot(),
      arrivals: this.#arrivals.snapshot(),
      access: this.#access.snapshot(),
    };
  }

  restore(snapshot: unknown): void {
    // What `snapshot` made.
    const { settings, shop, webhooks, arrivals, access } = snapshot as Snapshot;
    this.#settings = ecwidSettings.parse(settings);
    this.#shop.restore(shop);
    this.#webhooks.restore(webhooks);
    this.#arrivals.restore(arrivals);
    this.#access.restore(access);
  }

  reset(seeded: boolean): void {
    this.#shop.clear();
    this.#webhooks.clear();
    this.#arrivals.clear();
    this.#access.reset();
    if (seeded) seedShop(this.#shop);
  }

  nextDueAt(): number | null {
    const dates = [this.#webhooks.nextDueAt(), this.#arrivals.nextDueAt()].filter((date) => date !== null);
    return dates.length === 0 ? null : Math.min(...dates);
  }

  async runDue(): Promise<void> {
    this.#arrivals.runDue();
    await this.#webhooks.runDue();
  }

  async #answer(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const store = /^\/api\/v3\/([^/]+)/.exec(pathname)?.[1];
    if (store === undefined) return new Response(null, { status: 404 });
    this.#access.admit(request, store);
    const found = this.#routes.find(request.method, pathname);
    if (found.kind === 'unknown') return new Response(null, { status: 404 });
    if (found.kind === 'wrong verb') throw new Refusal(405, 'METHOD_NOT_ALLOWED', 'Method not allowed');
    this.#access.requireScopes(found.handler.scopes);
    const body = await requestBody(request);
    const query = new Query(searchParams);
    const fields = query.text('responseFields');
    const mask = fields === undefined ? null : readMask(fields);
    const answer = found.handler.answer({ parameters: found.parameters, query, body });
    return jsonAnswer(masked(answer, mask));
  }
}
