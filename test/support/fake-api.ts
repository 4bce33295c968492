import type { z } from 'zod';
import type { Account } from '../../src/connectors/contract/account.ts';
import type {
  Answered,
  Api,
  CallOptions,
  CallRequest,
  Method,
  Query,
} from '../../src/connectors/contract/api.ts';
import type { Connector } from '../../src/connectors/contract/connector.ts';
import type { Path } from '../../src/connectors/contract/path.ts';
import type { Refusal } from '../../src/connectors/contract/refusal.ts';
import type { ArticleLookup, DocumentTarget, FoundDocument } from '../../src/connectors/contract/target.ts';
import { withWords } from '../../src/records/own-words.ts';
import { Problem } from '../../src/records/problem.ts';
import { requestFaults } from '../vendor/requests.ts';

export interface Call {
  readonly method: Method;
  readonly path: string;
  readonly query: Query;
  readonly body: unknown;
}

/** An answer that is not a success. */
export class Refused {
  constructor(
    readonly status: number,
    readonly body: unknown = null,
  ) {}
}

interface Behind {
  readonly connector: Connector;
  readonly now: () => Date;
  readonly account?: Account;
  /** Gives the body of a success, or what is refused. To a GET undefined is a 404. */
  readonly answer: (call: Call) => unknown;
}

/** The engine's client without its retries, limits and records. It keeps every call. */
export class TestApi implements Api {
  readonly calls: Call[] = [];
  #account: Account | undefined;

  constructor(private readonly behind: Behind) {
    this.#account = behind.account;
  }

  get account(): Account {
    if (this.#account !== undefined) return this.#account;
    throw new Error('account must not use it');
  }

  set account(account: Account) {
    this.#account = account;
  }

  now(): Date {
    return this.behind.now();
  }

  async get<T>(path: Path | string, schema: z.ZodType<T>, query: Query = {}): Promise<T> {
    return schema.parse(await this.#call('GET', path, query, undefined));
  }

  async find<T>(path: Path | string, schema: z.ZodType<T>, query: Query = {}): Promise<T | null> {
    if (textOf(path) === null) return null;
    try {
      return await this.get(path, schema, query);
    } catch (error) {
      if (error instanceof Problem && error.code === 'not_found') return null;
      throw error;
    }
  }

  async create<T>(
    path: Path | string,
    body: unknown,
    schema: z.ZodType<T>,
    { query = {} }: CallOptions = {},
  ): Promise<T> {
    return schema.parse(await this.#call('POST', path, query, body));
  }

  async update(path: Path | string, body: unknown): Promise<void> {
    await this.#call('PUT', path, {}, body);
  }

  async read<T>(path: Path | string, body: unknown, schema: z.ZodType<T>): Promise<T> {
    return schema.parse(await this.#call('POST', path, {}, body));
  }

  async patch(path: Path | string, body: unknown, { query = {} }: CallOptions = {}): Promise<void> {
    await this.#call('PATCH', path, query, body);
  }

  async delete(path: Path | string): Promise<void> {
    await this.#call('DELETE', path, {}, undefined);
  }

  async request<T>(
    { method, path, query = {}, body }: CallRequest,
    schema: z.ZodType<T>,
  ): Promise<Answered<T>> {
    const answer = await this.#call(method, path, query, body);
    return { body: schema.parse(answer ?? null), status: 200, headers: new Headers() };
  }

  get reads(): number {
    return this.calls.length - this.sent.length;
  }

  get writes(): number {
    return this.sent.length;
  }

  /** The bodies of all writes. */
  get sent(): unknown[] {
    return this.calls.filter(({ method }) => method !== 'GET').map(({ body }) => body);
  }

  async #call(method: Call['method'], path: Path | string, query: Query, body: unknown): Promise<unknown> {
    const text = textOf(path);
    if (text === null) throw new Error('the path has an id that cannot be one');
    const call = { method, path: text, query, body };
    this.calls.push(call);
    const faults = requestFaults(this.behind.connector.id, call);
    if (faults.length > 0) throw new Error(faults.join('\n'));
    const given = await this.behind.answer(call);
    const answer = given === undefined && method === 'GET' ? new Refused(404) : given;
    if (!(answer instanceof Refused)) return answer;
    const { status, body: refused } = answer;
    const refusal = this.behind.connector.readError({ status, headers: new Headers(), body: refused });
    const { said, advice, systemCode, fields: _fields, ...verdict } = refusal ?? { said: '' };
    const params = {
      status: answer.status,
      ...(systemCode === undefined ? {} : { systemCode }),
      ...(advice === undefined ? {} : { advice }),
    };
    throw withWords(new Problem({ kind: 'rejected', code: codeOf(answer.status), params, ...verdict }), said);
  }
}

/** What the connector reads of an answer; it must be a refusal that it knows something of. */
export function refusalOf({ readError }: Connector, status: number, body: unknown): Refusal {
  const refusal = readError({ status, headers: new Headers(), body });
  if (refusal === null) throw new Error('it is no refusal');
  return refusal;
}

/** As the engine's client sends it. */
export function address({ path, query }: Call): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`;
}

function textOf(path: Path | string): string | null {
  return typeof path === 'string' ? path : path.text;
}

function codeOf(status: number): string {
  if (status === 404) return 'not_found';
  if (status === 409) return 'conflict';
  return status >= 500 ? 'server_error' : 'refused';
}

/** The only document under one reference; null where there is none. */
export async function findDocument(
  target: DocumentTarget,
  api: Api,
  reference: string,
  notBefore = new Date(0),
): Promise<FoundDocument | null> {
  const [found = null, ...others] = (await target.find(api, [reference], notBefore)).get(reference) ?? [];
  if (others.length > 0) throw new Error('several documents have this reference');
  return found;
}

/** The ids of the articles with these SKUs, of a target that is asked for SKUs; those that are one's alone. */
export async function articleIds(articles: ArticleLookup | undefined, api: Api, skus: readonly string[]) {
  if (articles?.kind !== 'by-search') throw new Error('its articles cannot be searched');
  const found = await articles.find(api, skus);
  return Object.fromEntries([...found].map(([sku, ids]) => [sku, ids.join(' and ')]));
}

interface FindingAll<Found> {
  find(api: Api, keys: readonly string[]): Promise<ReadonlyMap<string, readonly Found[]>>;
}

/** All that a target finds by one address, in its order. */
export async function findAll<Found>(
  target: FindingAll<Found>,
  api: Api,
  email: string,
): Promise<readonly Found[]> {
  return (await target.find(api, [email])).get(email) ?? [];
}

/** The first of them. */
export async function findFirst<Found>(
  target: FindingAll<Found>,
  api: Api,
  email: string,
): Promise<Found | null> {
  return (await findAll(target, api, email))[0] ?? null;
}
