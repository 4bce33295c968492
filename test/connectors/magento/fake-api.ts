import type { z } from 'zod';
import type { Account } from '../../../src/connectors/contract/account.ts';
import type { Api, Query } from '../../../src/connectors/contract/api.ts';
import { rejected } from '../../../src/records/problem.ts';

export const account: Account = {
  name: 'shop.example.com',
  currency: 'EUR',
  timeZone: 'Europe/Amsterdam',
  traits: { country: 'NL', storeId: '2', websiteId: '3' },
};

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly query: Query;
  readonly body: unknown;
}

/** Answers calls from a function, in memory; undefined is a 404. Keeps every call. */
export class FakeApi implements Api {
  account = account;
  readonly calls: Call[] = [];

  constructor(private readonly answer: (call: Call) => unknown) {}

  now(): Date {
    return new Date('2026-03-02T12:00:00Z');
  }

  async get<T>(path: string, schema: z.ZodType<T>, query: Query = {}): Promise<T> {
    const found = await this.find(path, schema, query);
    if (found === null) throw rejected('not_found', 'not found', '');
    return found;
  }

  async find<T>(path: string, schema: z.ZodType<T>, query: Query = {}): Promise<T | null> {
    const answer = this.#call({ method: 'GET', path, query, body: undefined });
    return answer === undefined ? null : schema.parse(answer);
  }

  async create<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T> {
    return schema.parse(this.#call({ method: 'POST', path, query: {}, body }));
  }

  async update(path: string, body: unknown): Promise<void> {
    this.#call({ method: 'PUT', path, query: {}, body });
  }

  get writes(): unknown[] {
    return this.calls.filter(({ method }) => method !== 'GET').map(({ body }) => body);
  }

  #call(call: Call): unknown {
    this.calls.push(call);
    return this.answer(call);
  }
}

/** The filters of a search, group by group: `updated_at gteq 2026-03-01 00:00:00`. */
export function filtersOf({ query }: Call): string[][] {
  const groups: string[][] = [];
  for (const [name, value] of Object.entries(query)) {
    const match = /^searchCriteria\[filter_groups\]\[(\d)\]\[filters\]\[(\d)\]\[field\]$/.exec(name);
    if (match === null) continue;
    const [, group = '', filter = ''] = match;
    const of = (what: string) =>
      query[`searchCriteria[filter_groups][${group}][filters][${filter}][${what}]`];
    groups[Number(group)] ??= [];
    groups[Number(group)]?.push(`${value} ${of('condition_type')} ${of('value')}`);
  }
  return groups;
}
