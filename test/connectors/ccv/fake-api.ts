import { ccv } from '../../../src/connectors/ccv/index.ts';
import type { Account } from '../../../src/connectors/contract/account.ts';
import { type Call, Refused, TestApi } from '../../support/fake-api.ts';

export const account: Account = {
  name: 'Molenwinkel',
  identity: 'molen.example:31',
  currency: 'EUR',
  timeZone: 'Europe/Amsterdam',
  traits: {
    till: 'false',
    pricesIncludeVat: 'true',
    countsStock: 'true',
    languages: 'nl,de',
    country: 'NL',
    tariffs: '{"normal":"21","low a":"9","zero":"0"}',
  },
};

/** Answers by method and path, as patterns; the last that fits. Undefined, and what none fits, is not there. */
export type Routes = Readonly<Record<string, (call: Call) => unknown>>;

/** The shop in memory. */
export class FakeApi extends TestApi {
  constructor(routes: Routes, traits: Record<string, string> = {}) {
    super({
      connector: ccv,
      now: () => new Date('2026-03-02T12:00:00Z'),
      account: { ...account, traits: { ...account.traits, ...traits } },
      answer: (call) => {
        const route = `${call.method} ${call.path}`;
        const found = Object.entries(routes).findLast(([pattern]) => new RegExp(`^${pattern}$`).test(route));
        return found === undefined ? new Refused(404) : found[1](call);
      },
    });
  }
}

/** What was done and is answered with nothing. */
export const nothing = null;

/** One page of a list, as it is asked for. */
export function paged(rows: readonly unknown[], { query: { start = 0, size = 100 } }: Call) {
  const [from, to] = [Number(start), Number(start) + Number(size)];
  const next = to < rows.length ? `https://molen.example/x/?start=${to}&size=${size}` : null;
  return { start: from, size: Number(size), previous: null, next, items: rows.slice(from, to) };
}
