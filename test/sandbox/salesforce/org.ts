import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Hono } from 'hono';
import { ZodError, z } from 'zod';
import { isObject, type Json, type JsonObject, objectsIn, textIn } from '../../../sandbox/kit/json.ts';
import type { Deliver } from '../../../sandbox/kit/stand-in.ts';
import { SalesforceStandIn } from '../../../sandbox/salesforce/index.ts';
import { consumerKey, consumerSecret, myDomain } from '../../../sandbox/salesforce/settings.ts';
import { FakeWorld } from '../fake-world.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** `{}` where the answer is no object. */
  readonly body: JsonObject;
  readonly json: Json;
}

export const root = '/services/data/v66.0';

/** An org with a clock of its own, spoken to as over HTTP. */
export class TestOrg {
  readonly world: FakeWorld;
  readonly standIn: SalesforceStandIn;
  /** What the org sends by itself: outbound messages. */
  respond: Deliver = async () => new Response(null, { status: 404 });
  #token = '';

  constructor({ seeded = false, settings = {} }: { seeded?: boolean; settings?: JsonObject } = {}) {
    this.world = new FakeWorld();
    this.standIn = new SalesforceStandIn(this.world, (request) => this.respond(request));
    this.standIn.change(settings);
    this.standIn.reset(seeded);
  }

  /** Any address of the org, without a token. */
  async raw(method: string, url: string, init: RequestInit = {}): Promise<Answer> {
    const at = url.startsWith('https://') ? url : `https://${myDomain}${url}`;
    return answerOf(await this.standIn.handle(new Request(at, { ...init, method })));
  }

  async form(
    url: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    return this.raw('POST', url, { body: new URLSearchParams(fields), headers });
  }

  /** Client credentials. */
  async login(): Promise<Answer> {
    const client = { client_id: consumerKey, client_secret: consumerSecret };
    const answer = await this.form('/services/oauth2/token', { grant_type: 'client_credentials', ...client });
    this.#token = textIn(answer.body, 'access_token');
    return answer;
  }

  /** `path` from the version on, or a whole one. Logs in when it has not yet. */
  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    if (this.#token === '') await this.login();
    const at = path.startsWith('/services') ? path : root + path;
    return this.raw(method, at, {
      headers: {
        Authorization: `Bearer ${this.#token}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  get(path: string): Promise<Answer> {
    return this.call('GET', path);
  }

  /** The id of a new record; throws where it is refused. */
  async create(object: string, fields: JsonObject): Promise<string> {
    const { status, body, text } = await this.call('POST', `/sobjects/${object}`, fields);
    if (status !== 201) throw new Error(`${object}: ${status} ${text}`);
    return textIn(body, 'id');
  }

  async query(soql: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.call('GET', `/query?q=${encodeURIComponent(soql)}`, undefined, headers);
  }

  async rows(soql: string): Promise<JsonObject[]> {
    const { status, body, text } = await this.query(soql);
    if (status !== 200) throw new Error(`${status} ${text}`);
    return objectsIn(body.records);
  }

  async row(soql: string): Promise<JsonObject> {
    const [row, ...others] = await this.rows(soql);
    if (row === undefined || others.length > 0) throw new Error(`Not one row: ${soql}`);
    return row;
  }

  /** The first error of a refusal: its status and its code. */
  async refusal(call: Promise<Answer>): Promise<string> {
    const { status, json } = await call;
    const [first] = objectsIn(json);
    return `${status} ${first?.errorCode ?? ''}`;
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
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const json: Json = /^[[{"]/.test(text) ? JSON.parse(text) : null;
  return { status: response.status, headers: response.headers, text, body: isObject(json) ? json : {}, json };
}

/** What an order needs: a buyer, a product with its standard price. */
export interface Goods {
  readonly accountId: string;
  readonly bookId: string;
  readonly productId: string;
  readonly entryId: string;
}

export async function goodsOf(org: TestOrg, more: JsonObject = {}): Promise<Goods> {
  const bookId = textIn(await org.row('SELECT Id FROM Pricebook2 WHERE IsStandard = true'), 'Id');
  const accountId = await org.create('Account', { Name: 'Bakkerij De Molen' });
  const productId = await org.create('Product2', { Name: 'Kaas', ProductCode: 'KAAS', IsActive: true });
  const entryId = await org.create('PricebookEntry', {
    Pricebook2Id: bookId,
    Product2Id: productId,
    UnitPrice: 20,
    IsActive: true,
    ...more,
  });
  return { accountId, bookId, productId, entryId };
}

export function draft({ accountId, bookId }: Goods, more: JsonObject = {}): JsonObject {
  return {
    AccountId: accountId,
    EffectiveDate: '2026-03-10',
    Status: 'Draft',
    Pricebook2Id: bookId,
    ...more,
  };
}

/** The stand-in behind a real socket of this machine, for clients that bring their own way to call. */
export async function served(org: TestOrg): Promise<{ origin: string; close: () => Promise<void> }> {
  const server: Server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const headers = new Headers(
      Object.entries(incoming.headers).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value] as [string, string]] : [],
      ),
    );
    const { port } = server.address() as AddressInfo;
    const url = new URL(incoming.url ?? '/', `http://127.0.0.1:${port}`);
    url.pathname = url.pathname.replace(/^\/salesforce/, '');
    const method = incoming.method ?? 'GET';
    const body = chunks.length === 0 || method === 'GET' ? {} : { body: Buffer.concat(chunks) };
    const answer = await org.standIn.handle(new Request(url, { method, headers, ...body }));
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    outgoing.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
