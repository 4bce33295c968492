import type { Account } from '../../../src/connectors/contract/account.ts';
import type { Query } from '../../../src/connectors/contract/api.ts';
import { ecwid } from '../../../src/connectors/ecwid/index.ts';
import { TestApi } from '../../support/fake-api.ts';

export const account: Account = {
  name: 'Teetasse',
  currency: 'EUR',
  timeZone: 'Europe/Amsterdam',
  traits: { country: 'NL', pricesIncludeTax: 'true' },
};

/** Answers from `answers`, in memory; what it throws is thrown. */
export class FakeApi extends TestApi {
  constructor(answers: (path: string, query: Query, body?: unknown) => unknown) {
    const now = () => new Date('2026-03-01T12:00:00Z');
    super({ connector: ecwid, now, account, answer: ({ path, query, body }) => answers(path, query, body) });
  }
}
