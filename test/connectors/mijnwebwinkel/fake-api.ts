import { expect } from 'vitest';
import type { Account } from '../../../src/connectors/contract/account.ts';
import { mijnwebwinkel } from '../../../src/connectors/mijnwebwinkel/index.ts';
import { type Call, Refused, TestApi } from '../../support/fake-api.ts';
import { requestFaults } from '../../vendor/requests.ts';

export const account: Account = {
  name: 'Molenwinkel',
  identity: '3f0f3c58-0000-4000-8000-00000000aa01',
  currency: 'EUR',
  timeZone: 'Europe/Amsterdam',
  traits: { country: 'NL', pricesIncludeTax: 'true', language: 'nl_NL', businessModels: 'ALL' },
};

/** Answers by method and path, as patterns; the last that fits. Undefined, and what none fits, is not there. */
export type Routes = Readonly<Record<string, (call: Call) => unknown>>;

/** The shop in memory. Every request is held against the vendor's description, where somebody has it. */
export class FakeApi extends TestApi {
  constructor(routes: Routes, traits: Record<string, string> = {}) {
    super({
      connector: mijnwebwinkel,
      now: () => new Date('2026-03-02T12:00:00Z'),
      account: { ...account, traits: { ...account.traits, ...traits } },
      answer: (call) => {
        expect(requestFaults('mijnwebwinkel', call)).toEqual([]);
        const route = `${call.method} ${call.path}`;
        const found = Object.entries(routes).findLast(([pattern]) => new RegExp(`^${pattern}$`).test(route));
        return found === undefined ? new Refused(404) : (found[1](call) ?? new Refused(404));
      },
    });
  }
}

/** One page of a list, as it is asked for. */
export function paged(rows: readonly unknown[], { query: { limit = 10, offset = 0 } }: Call): unknown[] {
  return rows.slice(Number(offset), Number(offset) + Number(limit));
}
