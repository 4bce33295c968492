import { jortt } from '../../../src/connectors/jortt/index.ts';
import { type Call, TestApi } from '../../support/fake-api.ts';

export { type Call, Refused } from '../../support/fake-api.ts';

/** Answers calls from a function, in memory. */
export class FakeApi extends TestApi {
  constructor(answer: (call: Call) => unknown) {
    super({ connector: jortt, now: () => new Date('2026-03-02T12:00:00Z'), answer });
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
