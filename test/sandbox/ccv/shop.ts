import { createHmac } from 'node:crypto';
import { Hono } from 'hono';
import { expect } from 'vitest';
import { ZodError, z } from 'zod';
import { CcvStandIn } from '../../../sandbox/ccv/index.ts';
import { publicKey, secretKey } from '../../../sandbox/ccv/settings.ts';
import { isObject, type Json, type JsonObject, objectsIn } from '../../../sandbox/kit/json.ts';
import type { Deliver } from '../../../sandbox/kit/stand-in.ts';
import { FakeWorld } from '../fake-world.ts';
import { answered, faultsOf, folder, sent } from './vendor-schemas.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** `{}` where the answer is no object. */
  readonly body: JsonObject;
}

interface Signing {
  readonly key?: string;
  readonly secret?: string;
  readonly date?: string;
  readonly accept?: string;
  readonly headers?: Record<string, string>;
  /** The body as it is sent; else it is made of what is given. */
  readonly raw?: string;
}

export const origin = 'https://theemeester.ccvshop.example';

/** As every client has it (sheet 2.4), with another implementation than the stand-in's. */
export function hashOf(secret: string, ...parts: readonly string[]): string {
  return createHmac('sha512', secret).update(parts.join('|')).digest('hex');
}

/** A stand-in with a clock of its own, spoken to as over HTTP. */
export class TestShop {
  readonly world: FakeWorld;
  readonly standIn: CcvStandIn;
  /** What came to listeners. */
  readonly heard: { readonly url: string; readonly body: JsonObject; readonly hash: string | null }[] = [];
  /** What listeners answer. */
  respond: () => Response = () => new Response(null);

  /** Whether calls are held against the vendor's schemas, where they are there. */
  readonly #validated: boolean;
  readonly #accept: string;

  constructor({ seeded = false, settings = {}, limits = false, validated = true, till = false } = {}) {
    this.#validated = validated && folder !== undefined && folder !== '';
    this.#accept = `application/vnd.verto.${till ? 'salespos' : 'webshop'}+json`;
    this.world = new FakeWorld();
    this.standIn = new CcvStandIn(this.world, (request) => this.#hear(request));
    // The schemas know numbers only.
    this.standIn.change({ limits, orderUserIds: 'number', salespos: till, ...settings });
    this.standIn.reset(seeded);
  }

  /** `path` from `/api/rest/v1` on. */
  async call(method: string, path: string, body?: unknown, signing: Signing = {}): Promise<Answer> {
    const { key = publicKey, secret = secretKey, accept = this.#accept } = signing;
    const date = signing.date ?? this.now();
    const url = new URL(`${origin}/api/rest/v1${path}`);
    const text = signing.raw ?? (body === undefined ? '' : JSON.stringify(body));
    const headers = {
      Accept: accept,
      'x-public': key,
      'x-date': date,
      'x-hash': hashOf(secret, key, method, url.pathname + url.search, text, date),
      ...(text === '' ? {} : { 'Content-Type': 'application/json' }),
      ...signing.headers,
    };
    const init = text === '' ? { method, headers } : { method, headers, body: text };
    const answer = await answerOf(await this.standIn.handle(new Request(url, init)));
    if (this.#validated && answer.status < 300) this.#validate(method, path, body, answer);
    return answer;
  }

  get(path: string): Promise<Answer> {
    return this.call('GET', path);
  }

  async items(path: string): Promise<JsonObject[]> {
    return objectsIn((await this.get(path)).body.items);
  }

  /** All rows, from link to link. */
  async all(path: string): Promise<JsonObject[]> {
    const rows: JsonObject[] = [];
    for (let next: string | null = path; next !== null; ) {
      const { body }: Answer = await this.get(next);
      rows.push(...objectsIn(body.items));
      next = typeof body.next === 'string' ? (body.next.split('/api/rest/v1')[1] ?? null) : null;
    }
    return rows;
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

  /** The one product with that number. It may be found with others that are alike. */
  async product(number: string, expand = ''): Promise<JsonObject> {
    const alike = await this.items(`/products/?productnumber=${encodeURIComponent(number)}${expand}`);
    const found = alike.find((each) => each.productnumber === number);
    if (found === undefined) throw new Error(`There is no product ${number}`);
    return found;
  }

  now(): string {
    return `${new Date(this.world.now()).toISOString().slice(0, 19)}Z`;
  }

  /** Listens to an event; what comes is in `heard`. */
  async listen(...events: readonly string[]): Promise<void> {
    for (const event of events) {
      const made = await this.call('POST', '/webhooks/', {
        event,
        address: `https://koppel.example/ccv/${event}`,
      });
      expect(made.status, made.text).toBe(201);
    }
  }

  /** The events that came since the last time, each by the last part of its address. */
  async told(): Promise<string[]> {
    await this.standIn.runDue();
    return this.heard.splice(0).map(({ url }) => url.split('/').at(-1) ?? '');
  }

  #hear: Deliver = async (request) => {
    const body = JSON.parse(await request.text()) as JsonObject;
    this.heard.push({ url: request.url, body, hash: request.headers.get('x-hash') });
    return this.respond();
  };

  #validate(method: string, path: string, body: unknown, answer: Answer): void {
    const bare = path.split('?')[0] ?? '';
    const [asked, given] = [sent(method, bare), answered(method, bare, answer.body.items !== undefined)];
    if (body !== undefined && asked !== null) expect(faultsOf(asked, body), `${method} ${path}`).toEqual([]);
    if (answer.text === '' || given === null) return;
    expect(faultsOf(given, answer.body), `answer of ${method} ${path}`).toEqual([]);
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const json: Json = /^[[{]/.test(text) ? JSON.parse(text) : null;
  return { status: response.status, headers: response.headers, text, body: isObject(json) ? json : {} };
}

export const address = {
  first_name: 'Jan',
  last_name: 'Smit',
  street: 'Laan',
  housenumber: 4,
  zipcode: '8011AA',
  city: 'Zwolle',
  country_code: 'NL',
};

/** An order as another system sends it. */
export function pushedOrder(fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    customer: { email: 'jan@example.test', customertype: 'b2c', billingaddress: address },
    orderrows: [{ product_name: 'Mok', count: 2, price: 12.1, discount: 0, tax: 21, package_id: 31 }],
    total_shipping: 0,
    paid: true,
    status: 2,
    order_row_taxes_included: true,
    ...fields,
  };
}
