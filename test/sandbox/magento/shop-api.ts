import type { z } from 'zod';
import type { Api, Query } from '../../../src/connectors/contract/api.ts';
import type { Account } from '../../../src/connectors/contract/account.ts';
import { magento } from '../../../src/connectors/magento/index.ts';
import { Problem } from '../../../src/records/problem.ts';
import type { Answer, TestShop } from './shop.ts';

/** The connector's client, straight to the stand-in. */
export class ShopApi implements Api {
  account: Account = {
    name: 'shop.example.com',
    currency: 'EUR',
    timeZone: 'Europe/Amsterdam',
    traits: { country: 'NL', storeId: '1', websiteId: '1', pricesIncludeTax: 'true' },
  };
  writes = 0;

  constructor(readonly shop: TestShop) {}

  now(): Date {
    return new Date(this.shop.world.now());
  }

  async get<T>(path: string, schema: z.ZodType<T>, query: Query = {}): Promise<T> {
    const pairs = Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    );
    const search = pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
    return schema.parse(accepted(await this.shop.get(`${path}${search}`)).json);
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
    this.writes += 1;
    return schema.parse(accepted(await this.shop.call('POST', path, body)).json ?? true);
  }

  async update(path: string, body: unknown): Promise<void> {
    this.writes += 1;
    accepted(await this.shop.call('PUT', path, body));
  }
}

function accepted(answer: Answer): Answer {
  if (answer.status < 300) return answer;
  const code = answer.status === 404 ? 'not_found' : 'refused';
  throw new Problem({
    kind: 'rejected',
    code,
    action: '',
    ...magento.refusal(answer.status, answer.json ?? answer.text),
  });
}
