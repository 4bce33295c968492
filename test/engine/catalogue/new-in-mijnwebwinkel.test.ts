/** What new products cost in a shop that must be walked through for every look-up. */
import { expect, test } from 'vitest';
import { minuteMs } from '../../support/durations.ts';
import { credentials } from '../../support/systems.ts';
import { TwoCatalogues } from './two-catalogues.ts';

test('sixty new products are looked for with a few walks through all articles, and each is made once', async () => {
  const shops = new TwoCatalogues('ecwid', 'mijnwebwinkel');
  const { played } = shops;
  for (let nth = 0; nth < 60; nth++) {
    const product = { sku: `MOK-${nth}`, name: `Mok ${nth}`, price: '12.10', pieces: 3 };
    await played.control('ecwid', 'POST', '/products', product);
  }
  const calls: string[] = [];
  played.interfere = (call) => void calls.push(call);
  await played.configured({
    name: 'New products',
    connections: {
      shop: { connector: 'ecwid', credentials: credentials.ecwid },
      other: { connector: 'mijnwebwinkel', credentials: credentials.mijnwebwinkel },
    },
    flows: [{ flow: 'products', from: 'shop', to: 'other', settings: { price: { basis: 'asSource' } } }],
  });
  played.integration.sync('products', { since: '2000-01-01' });
  await played.live(30 * minuteMs);
  const times = (call: string) =>
    calls.filter((each) => each.replace(/\?.*/, '') === `${call} mijnwebwinkel /v1/articles`).length;
  expect(times('POST')).toBe(60);
  // A run has 45 calls; by ten it took six.
  expect(times('GET')).toBeLessThanOrEqual(3);
});
