import { createAdminApiClient } from '@shopify/admin-api-client';
import { isObject, type JsonObject, objectsIn } from '../../../sandbox/kit/json.ts';
import type { Deliver } from '../../../sandbox/kit/stand-in.ts';
import { ShopifyStandIn } from '../../../sandbox/shopify/index.ts';
import { accessToken, shopDomain } from '../../../sandbox/shopify/settings.ts';
import { FakeWorld } from '../fake-world.ts';

export const version = '2026-10';

interface Received {
  readonly headers: Headers;
  readonly body: string;
}

/** A stand-in with a clock of its own, spoken to as over HTTP. */
export class TestShop {
  readonly world: FakeWorld;
  readonly standIn: ShopifyStandIn;
  /** What was delivered. */
  readonly received: Received[] = [];
  respond: Deliver = async () => new Response(null, { status: 200 });

  constructor({ seeded = false, seed = 7 } = {}) {
    this.world = new FakeWorld(seed);
    this.standIn = new ShopifyStandIn(this.world, async (request) => {
      this.received.push({ headers: request.headers, body: await request.clone().text() });
      return this.respond(request);
    });
    this.standIn.reset(seeded);
  }

  async post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const token = { 'X-Shopify-Access-Token': accessToken, 'Content-Type': 'application/json', ...headers };
    const url = `https://${shopDomain}${path}`;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return this.standIn.handle(new Request(url, { method: 'POST', headers: token, body: text }));
  }

  /** The whole answer of a GraphQL request. */
  async ask(query: string, variables: object = {}, asked = version): Promise<JsonObject> {
    const response = await this.post(`/admin/api/${asked}/graphql.json`, { query, variables });
    return response.json();
  }

  /** `data` of a query that must succeed. */
  async data(query: string, variables: object = {}): Promise<JsonObject> {
    const answer = await this.ask(query, variables);
    if (answer.errors !== undefined || !isObject(answer.data)) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  }

  /** The payload of a mutation that must succeed. */
  async done(query: string, variables: object = {}): Promise<JsonObject> {
    const [payload] = Object.values(await this.data(query, variables));
    const whole = isObject(payload) ? payload : {};
    const errors = objectsIn(whole.userErrors ?? whole.orderCancelUserErrors);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return whole;
  }

  /** The user errors of a mutation that must fail. */
  async refused(query: string, variables: object = {}): Promise<JsonObject[]> {
    const [payload] = Object.values(await this.data(query, variables));
    const whole = isObject(payload) ? payload : {};
    return objectsIn(whole.userErrors ?? whole.orderCancelUserErrors);
  }

  /** A lever. */
  async control(method: string, path: string, body?: unknown): Promise<JsonObject> {
    const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await this.standIn.control().request(path, init);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.status === 204 ? {} : response.json();
  }

  /** Shopify's own client, which speaks to this stand-in. */
  client(retries = 0) {
    return createAdminApiClient({
      storeDomain: shopDomain,
      apiVersion: version,
      accessToken,
      retries,
      customFetchApi: async (url, init) => this.standIn.handle(new Request(url, init)),
    });
  }
}

export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key],
    value,
  );
}
