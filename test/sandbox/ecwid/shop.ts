import { Hono } from 'hono';
import { ZodError, z } from 'zod';
import { EcwidStandIn, secretToken, storeId } from '../../../sandbox/ecwid/index.ts';
import type { Json, JsonObject } from '../../../sandbox/kit/json.ts';
import { isObject, objectsIn } from '../../../sandbox/kit/json.ts';
import type { Deliver } from '../../../sandbox/kit/stand-in.ts';
import { FakeWorld } from '../fake-world.ts';

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** `{}` where the answer is no object. */
  readonly body: JsonObject;
  readonly json: Json;
}

/** A stand-in with a clock of its own, spoken to as over HTTP. */
export class TestShop {
  readonly world: FakeWorld;
  readonly standIn: EcwidStandIn;
  /** What was delivered: the request's address, headers and body. */
  readonly received: { url: URL; headers: Headers; body: JsonObject }[] = [];
  respond: Deliver = async () => new Response(null, { status: 204 });

  constructor({ seeded = false, seed = 7 } = {}) {
    this.world = new FakeWorld(seed);
    this.standIn = new EcwidStandIn(this.world, async (request) => {
      // The shop fetches pictures as well.
      if (request.method === 'GET') return this.respond(request);
      const body = JSON.parse(await request.clone().text());
      this.received.push({ url: new URL(request.url), headers: request.headers, body });
      return this.respond(request);
    });
    this.standIn.reset(seeded);
  }

  /** `path` from the store on, or a whole one from `/api` on. */
  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = { Authorization: `Bearer ${secretToken}` },
  ): Promise<Answer> {
    const whole = path.startsWith('/api') ? path : `/api/v3/${storeId}${path}`;
    const json = body === undefined ? {} : { 'Content-Type': 'application/json' };
    const response = await this.standIn.handle(
      new Request(`https://app.ecwid.com${whole}`, {
        method,
        headers: { ...json, ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
    return answerOf(response);
  }

  /** Sends the bytes of a file. */
  async upload(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<Answer> {
    const headers = { Authorization: `Bearer ${secretToken}`, 'Content-Type': 'application/octet-stream' };
    const url = `https://app.ecwid.com/api/v3/${storeId}${path}`;
    return answerOf(await this.standIn.handle(new Request(url, { method: 'POST', headers, body: bytes })));
  }

  /** The bytes of a picture of the shop. */
  async picture(url: string): Promise<Uint8Array> {
    const response = await this.standIn.handle(new Request(url));
    return new Uint8Array(await response.arrayBuffer());
  }

  get(path: string): Promise<Answer> {
    return this.call('GET', path);
  }

  async items(path: string): Promise<JsonObject[]> {
    return objectsIn((await this.get(path)).body.items);
  }

  async ids(path: string): Promise<unknown[]> {
    return (await this.items(path)).map(({ id }) => id);
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
  const json: Json = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : null;
  const body = isObject(json) ? json : {};
  return { status: response.status, headers: response.headers, text, body, json };
}

/** A plain order as an ERP would push it in. */
export function pushedOrder(fields: JsonObject = {}): JsonObject {
  return {
    email: 'ada@example.com',
    paymentStatus: 'PAID',
    fulfillmentStatus: 'AWAITING_PROCESSING',
    pricesIncludeTax: true,
    subtotal: 24.2,
    tax: 4.2,
    total: 24.2,
    items: [
      {
        productId: 500101,
        name: 'Mok',
        sku: 'MOK',
        price: 12.1,
        quantity: 2,
        tax: 4.2,
        taxes: [{ value: 21, total: 4.2 }],
      },
    ],
    ...fields,
  };
}
