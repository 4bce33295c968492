import type { z } from 'zod';
import type { Api, Query } from '../../../src/connectors/contract/api.ts';
import { ecwidRefusal } from '../../../src/connectors/ecwid/errors.ts';
import { Problem } from '../../../src/records/problem.ts';
import type { TestShop } from '../../sandbox/ecwid/shop.ts';
import { account } from './fake-api.ts';

/** The engine's client, without its retries and limits, over the stand-in. */
export class ShopApi implements Api {
  readonly account = account;
  writes = 0;

  constructor(private readonly shop: TestShop) {
    shop.standIn.change({ limits: false });
  }

  now(): Date {
    return new Date(this.shop.world.now());
  }

  async get<T>(path: string, schema: z.ZodType<T>, query: Query = {}): Promise<T> {
    const pairs = Object.entries(query).map(([name, value]) => [name, String(value)]);
    return schema.parse(await this.#call('GET', `${path}?${new URLSearchParams(pairs)}`));
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
    const answer = await this.shop.call(method, path, body);
    if (answer.status === 200) return answer.json;
    const code = answer.status === 404 ? 'not_found' : answer.status === 409 ? 'conflict' : 'refused';
    throw new Problem({ kind: 'rejected', code, action: '', ...ecwidRefusal(answer.status, answer.json) });
  }
}
