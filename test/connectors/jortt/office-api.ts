import type { z } from 'zod';
import type { Account } from '../../../src/connectors/contract/account.ts';
import type { Api, Query } from '../../../src/connectors/contract/api.ts';
import { jorttRefusal } from '../../../src/connectors/jortt/errors.ts';
import { Problem } from '../../../src/records/problem.ts';
import type { Office } from '../../sandbox/jortt/office.ts';

/** The engine's client, without its retries and limits, over the stand-in. */
export class OfficeApi implements Api {
  readonly account: Account = { name: 'Zandbak', currency: 'EUR', timeZone: 'Europe/Amsterdam', traits: {} };
  reads = 0;
  writes = 0;
  /** What happens in the office after each read. */
  meanwhile: () => Promise<unknown> = async () => undefined;

  constructor(private readonly office: Office) {}

  now(): Date {
    return new Date(this.office.world.now());
  }

  async get<T>(path: string, schema: z.ZodType<T>, query: Query = {}): Promise<T> {
    this.reads++;
    const pairs = Object.entries(query).map(([name, value]) => [name, String(value)]);
    const body = await this.#call('GET', `${path}?${new URLSearchParams(pairs)}`);
    await this.meanwhile();
    return schema.parse(body);
  }

  async find<T>(path: string, schema: z.ZodType<T>, query: Query = {}): Promise<T | null> {
    try {
      return await this.get(path, schema, query);
    } catch (error) {
      if (error instanceof Problem && error.code === 'not_found') return null;
      throw error;
    }
  }

  async create<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T> {
    this.writes++;
    return schema.parse(await this.#call('POST', path, body));
  }

  async update(path: string, body: unknown): Promise<void> {
    this.writes++;
    await this.#call('PUT', path, body);
  }

  async #call(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await this.office.call(method, path, body);
    if (answer.status < 300) return answer.body;
    const code = answer.status === 404 ? 'not_found' : 'server_error';
    throw new Problem({ kind: 'rejected', code, action: '', ...jorttRefusal(answer.status, answer.body) });
  }
}
