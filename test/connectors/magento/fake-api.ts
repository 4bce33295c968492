import type { Account } from '../../../src/connectors/contract/account.ts';
import { magento } from '../../../src/connectors/magento/index.ts';
import { type Call, TestApi } from '../../support/fake-api.ts';

export type { Call } from '../../support/fake-api.ts';

export const account: Account = {
  name: 'shop.example.com',
  currency: 'EUR',
  timeZone: 'Europe/Amsterdam',
  traits: { country: 'NL', storeId: '2', websiteId: '3' },
};

/** Answers calls from a function, in memory. */
export class FakeApi extends TestApi {
  constructor(answer: (call: Call) => unknown) {
    super({ connector: magento, now: () => new Date('2026-03-02T12:00:00Z'), account, answer });
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
