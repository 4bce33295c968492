import { describe, expect, test } from 'vitest';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

async function warnings(
  settings: object,
  { prices, enabled = true }: { prices?: string; enabled?: boolean } = {},
) {
  const org = { ...credentials.salesforce, ...(prices === undefined ? {} : { prices }) };
  const played = await new PlayedSystems(hosts).configured({
    name: 'Tea',
    connections: {
      shop: { connector: 'ecwid', credentials: credentials.ecwid },
      crm: { connector: 'salesforce', credentials: org },
    },
    flows: [
      { flow: 'products', from: 'shop', to: 'crm', enabled, settings: { variants: 'split', ...settings } },
      { flow: 'products', from: 'crm', to: 'shop', enabled, settings },
    ],
  });
  await played.integration.check();
  return played.integration.reports.view().warnings;
}

const both = [
  ['prices_unsaid', expect.stringContaining('price.pricesIncludeVat.target')],
  ['prices_unsaid', expect.stringContaining('price.pricesIncludeVat.source')],
];

describe('a products flow of which nobody tells whether prices include VAT', () => {
  test('is warned of, naming the system and the end', async () => {
    const told = await warnings({});
    expect(told.map(({ code, action }) => [code, action])).toEqual(both);
    expect(told.map(({ message }) => message)).toEqual(Array(2).fill(expect.stringContaining('Salesforce')));
  });

  test.each([
    ['the connection says it', {}, { prices: 'net' }],
    ['the flow says it', { price: { pricesIncludeVat: { source: false, target: false } } }, {}],
    ['prices go as the source states them', { price: { basis: 'asSource' } }, {}],
    ['no prices go', { fields: { price: 'never', listPrice: 'never' } }, {}],
    ['the flow is off', {}, { enabled: false }],
  ])('is not where %s', async (_why, settings, connection) => {
    expect(await warnings(settings, connection)).toEqual([]);
  });
});
