import { Hono } from 'hono';
import { ZodError, z } from 'zod';
import { isObject, type Json, type JsonObject, objectsIn } from '../../../sandbox/kit/json.ts';
import type { Deliver } from '../../../sandbox/kit/stand-in.ts';
import {
  accessToken,
  accessTokenSecret,
  consumerKey,
  consumerSecret,
  MagentoStandIn,
} from '../../../sandbox/magento/index.ts';
import { FakeWorld } from '../fake-world.ts';
import { authorization } from './signing.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** `{}` where the answer is no object. */
  readonly body: JsonObject;
  readonly json: Json;
}

export const origin = 'https://shop.example.com';
export const bearer = { Authorization: `Bearer ${accessToken}` };

/** Out there, for a shop that calls nobody. */
export const nobody: Deliver = ({ url }) => Promise.reject(new Error(`Nobody is at ${url}.`));

/** A stand-in with a clock of its own, spoken to as over HTTP. Bearer tokens are allowed unless a test is about them. */
export class TestShop {
  readonly world: FakeWorld;
  readonly standIn: MagentoStandIn;
  /** Whoever the shop calls by itself. */
  outside: Deliver = nobody;
  #nonces = 0;

  constructor({ seeded = false, seed = 7, settings = {} as Record<string, unknown> } = {}) {
    this.world = new FakeWorld(seed);
    this.standIn = new MagentoStandIn(this.world, (request) => this.outside(request));
    this.standIn.change({ bearerAllowed: true, ...settings });
    this.standIn.reset(seeded);
  }

  /** `path` from `/V1` on, or a whole one. */
  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = bearer,
  ): Promise<Answer> {
    const whole = path.startsWith('/V1') ? `/rest${path}` : path;
    const json = body === undefined ? {} : { 'Content-Type': 'application/json' };
    const response = await this.standIn.handle(
      new Request(`${origin}${whole}`, {
        method,
        headers: { ...json, ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
    return answerOf(response);
  }

  get(path: string): Promise<Answer> {
    return this.call('GET', path);
  }

  /** Signed with the integration's four values. */
  async signed(method: string, path: string, change: Partial<Parameters<typeof authorization>[0]> = {}) {
    const url = `${change.url ?? origin}/rest${path}`;
    this.#nonces += 1;
    const header = await authorization({
      method,
      consumerKey,
      consumerSecret,
      token: accessToken,
      tokenSecret: accessTokenSecret,
      nonce: String(this.#nonces).padStart(32, '0'),
      timestamp: Math.floor(this.world.now() / 1000),
      ...change,
      url,
    });
    return this.call(method, `/rest${path}`, undefined, { Authorization: header });
  }

  async items(path: string): Promise<JsonObject[]> {
    return objectsIn((await this.get(path)).body.items);
  }

  async order(id: unknown): Promise<JsonObject> {
    return (await this.get(`/V1/orders/${id}`)).body;
  }

  /** Places a sale; the id of its order. */
  async sell(sale: unknown): Promise<string> {
    const placed = await this.control('POST', '/sales', sale);
    if (placed.status !== 201) throw new Error(`${placed.status} ${placed.text}`);
    return String(placed.body.id);
  }

  async control(method: string, path: string, body?: unknown): Promise<Answer> {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    // The sandbox mounts it and answers for what it does not read.
    const mounted = new Hono().route('/', this.standIn.control());
    mounted.onError((error, context) => {
      if (error instanceof ZodError) return context.json({ error: z.prettifyError(error) }, 400);
      throw error;
    });
    return answerOf(await mounted.request(path, init));
  }

  /** Runs what is due, moving the clock from one date to the next, for so long at most. */
  async run(ms: number): Promise<void> {
    const end = this.world.now() + ms;
    for (;;) {
      const dueAt = this.standIn.nextDueAt();
      if (dueAt === null || dueAt > end) break;
      this.world.pass(Math.max(0, dueAt - this.world.now()));
      await this.standIn.runDue();
    }
    this.world.pass(end - this.world.now());
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json') ?? false;
  const json: Json = isJson && text !== '' ? JSON.parse(text) : null;
  return { status: response.status, headers: response.headers, text, body: isObject(json) ? json : {}, json };
}

/** `searchCriteria` for one filter, sorted by `entity_id` unless told otherwise. */
export function criteria(
  filters: readonly (readonly [field: string, condition: string, value: string])[],
  more = '',
): string {
  const groups = filters.map(([field, condition, value], index) => {
    const prefix = `searchCriteria[filter_groups][${index}][filters][0]`;
    return `${prefix}[field]=${field}&${prefix}[condition_type]=${condition}&${prefix}[value]=${encodeURIComponent(value)}`;
  });
  return `?${[...groups, 'searchCriteria[sortOrders][0][field]=entity_id', 'searchCriteria[sortOrders][0][direction]=ASC'].join('&')}${more}`;
}
