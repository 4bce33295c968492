import type { z } from 'zod';
import type { Account } from '../../../src/connectors/contract/account.ts';
import type { Api, Query } from '../../../src/connectors/contract/api.ts';
import { rejected } from '../../../src/records/problem.ts';

export const account: Account = {
  name: 'Teetasse',
  currency: 'EUR',
  timeZone: 'Europe/Amsterdam',
  traits: { country: 'NL', pricesIncludeTax: 'true' },
};

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly query: Query;
  readonly body: unknown;
}

/** Answers from `answers`, in memory; undefined is a 404, and what it throws is thrown. Keeps every call. */
export class FakeApi implements Api {
  readonly account = account;
  readonly calls: Call[] = [];

  constructor(private readonly answers: (path: string, query: Query, body?: unknown) => unknown) {}

  now(): Date {
    return new Date('2026-03-01T12:00:00Z');
  }

  async get<T>(path: string, schema: z.ZodType<T>, query: Query = {}): Promise<T> {
    const answer = await this.find(path, schema, query);
    if (answer === null) throw rejected('not_found', 'not found', '');
    return answer;
  }

  async find<T>(path: string, schema: z.ZodType<T>, query: Query = {}): Promise<T | null> {
    this.calls.push({ method: 'GET', path, query, body: undefined });
    const answer = this.answers(path, query);
    return answer === undefined ? null : schema.parse(answer);
  }

  async create<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T> {
    this.calls.push({ method: 'POST', path, query: {}, body });
    return schema.parse(this.answers(path, {}, body));
  }

  async update(path: string, body: unknown): Promise<void> {
    this.calls.push({ method: 'PUT', path, query: {}, body });
    this.answers(path, {}, body);
  }

  get writes(): unknown[] {
    return this.calls.filter(({ method }) => method === 'PUT').map(({ body }) => body);
  }
}
