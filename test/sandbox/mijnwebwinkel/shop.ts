import { Hono } from 'hono';
import { expect } from 'vitest';
import { ZodError, z } from 'zod';
import { isObject, type Json, type JsonObject, objectsIn } from '../../../sandbox/kit/json.ts';
import type { Deliver } from '../../../sandbox/kit/stand-in.ts';
import { MijnwebwinkelStandIn } from '../../../sandbox/mijnwebwinkel/index.ts';
import { partnerToken, storeToken } from '../../../sandbox/mijnwebwinkel/settings.ts';
import { FakeWorld } from '../fake-world.ts';
import { faultsOf, folder } from './vendor-description.ts';

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** `{}` where the answer is no object. */
  readonly body: JsonObject;
  readonly json: Json;
}

export const tokens = `token=${storeToken}&partner_token=${partnerToken}`;

/** A stand-in with a clock of its own, spoken to as over HTTP. */
export class TestShop {
  readonly world: FakeWorld;
  readonly standIn: MijnwebwinkelStandIn;
  /** What the shop fetches: pictures. */
  respond: Deliver = async () => new Response(null, { status: 404 });

  /** Whether calls are held against the vendor's description, where there is one. */
  readonly #validated: boolean;

  constructor({ seeded = false, settings = {}, limits = false, validated = true } = {}) {
    this.#validated = validated && folder !== undefined && folder !== '';
    this.world = new FakeWorld();
    this.standIn = new MijnwebwinkelStandIn(this.world, (request) => this.respond(request));
    this.standIn.change({ limits, ...settings });
    this.standIn.reset(seeded);
  }

  /** `path` from `/v1` on; the tokens are added. */
  async call(method: string, path: string, body?: unknown, query = tokens): Promise<Answer> {
    const url = `https://api.myonlinestore.com/v1${path}${path.includes('?') ? '&' : '?'}${query}`;
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const headers = body === undefined ? {} : { headers: { 'Content-Type': 'application/json' } };
    const answer = await answerOf(await this.standIn.handle(new Request(url, { ...init, ...headers })));
    if (this.#validated && answer.text !== '' && this.standIn.settings().shapes === 'live') {
      const faults = faultsOf(method, new URL(url).pathname, body, answer);
      // A call that nobody describes is refused.
      if (answer.status < 300 || answer.status === 422) expect(faults, `${method} ${path}`).toEqual([]);
    }
    return answer;
  }

  get(path: string): Promise<Answer> {
    return this.call('GET', path);
  }

  /** The rows of a bare list. */
  async rows(path: string): Promise<JsonObject[]> {
    return objectsIn((await this.get(path)).json);
  }

  /** All rows, page by page. */
  async all(path: string): Promise<JsonObject[]> {
    const rows: JsonObject[] = [];
    for (;;) {
      const more = await this.rows(`${path}${path.includes('?') ? '&' : '?'}limit=100&offset=${rows.length}`);
      rows.push(...more);
      if (more.length < 100) return rows;
    }
  }

  async control(method: string, path: string, body?: unknown): Promise<Answer> {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    // The sandbox mounts it and answers for its own refusals.
    const mounted = new Hono().route('/', this.standIn.control());
    mounted.onError((error, context) => {
      if (error instanceof ZodError) return context.json({ error: z.prettifyError(error) }, 400);
      throw error;
    });
    return answerOf(await mounted.request(path, init));
  }

  /** The one article with that SKU. */
  async article(sku: string): Promise<JsonObject> {
    const found = (await this.all('/articles')).find((each) => each.sku === sku);
    if (found === undefined) throw new Error(`There is no article ${sku}`);
    return found;
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const json: Json = /^[[{"]/.test(text) ? JSON.parse(text) : null;
  return { status: response.status, headers: response.headers, text, body: isObject(json) ? json : {}, json };
}

/** An order as a till or another shop sends it. */
export function pushedOrder(fields: JsonObject = {}): JsonObject {
  return {
    payment: { gateway_name: 'basic', method_name: 'cash', status: { id: 1 } },
    debtor: {
      email: 'ada@example.com',
      address: {
        invoice: {
          name: 'Ada Vis',
          street: 'Kade',
          number: '1',
          zipcode: '9711AA',
          city: 'Groningen',
          country_code: 'NL',
        },
      },
    },
    orderlines: [
      {
        type: 'custom',
        quantity: 2,
        description: 'Mok',
        unit_price: { amount_including_tax: '12.10', rate: '21.00' },
        unit_weight: '0.3',
      },
    ],
    ...fields,
  };
}
