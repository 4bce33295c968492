import type { z } from 'zod';
import type { Api, Query } from '../../../src/connectors/contract/api.ts';
import { jorttRefusal } from '../../../src/connectors/jortt/errors.ts';
import { Problem } from '../../../src/records/problem.ts';

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT';
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

/** Answers calls from a function, in memory; undefined is a 404. Keeps every call. */
export class FakeApi implements Api {
  readonly calls: Call[] = [];

  constructor(private readonly answer: (call: Call) => unknown) {}

  get account(): never {
    throw new Error('check must not use it');
  }

  now(): Date {
    return new Date('2026-03-02T12:00:00Z');
  }

  async get<T>(path: string, schema: z.ZodType<T>, query: Query = {}): Promise<T> {
    return schema.parse(this.#call({ method: 'GET', path, query, body: undefined }));
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
    return schema.parse(this.#call({ method: 'POST', path, query: {}, body }));
  }

  async update(path: string, body: unknown): Promise<void> {
    this.#call({ method: 'PUT', path, query: {}, body });
  }

  #call(call: Call): unknown {
    this.calls.push(call);
    const answer = this.answer(call) ?? new Refused(404);
    if (!(answer instanceof Refused)) return answer;
    const code = answer.status === 404 ? 'not_found' : 'server_error';
    throw new Problem({ kind: 'rejected', code, action: '', ...jorttRefusal(answer.status, answer.body) });
  }
}

/**
 * A list as Jortt pages it. Its `next` drops every filter but `query`, as recorded (sheet 3.1); following it instead of
 * counting shows here as a path with a query.
 */
export function listOf(pages: readonly (readonly unknown[])[], call: Call) {
  const page = Number(call.query.page);
  const next = page < pages.length ? { href: `https://api.jortt.nl${call.path}?page=${page + 1}` } : null;
  return { data: pages[page - 1] ?? [], _links: { previous: null, next, self: {}, documentation: {} } };
}
