/** Where levels are read and written (S7). */
import { describe, expect, test } from 'vitest';
import { faultRule } from '../../../sandbox/kit/faults/faults.ts';
import { accessToken } from '../../../sandbox/magento/settings.ts';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { before, StockPair } from '../bulk/stock-pair.ts';
import { shelfOf } from './shelves.ts';

const places = Array.from({ length: 62 }, (_, index) => `winkel-${index + 1}`);

/** Two SKUs, and Magento with 63 places, of which the website sells from the default one. */
async function manyPlaces(targetLocation: string): Promise<StockPair> {
  const pair = new StockPair({ settings: { targetLocation } });
  await pair.has('MOK', 13);
  await pair.has('BORD', 4);
  for (const code of places) await magentoApi(pair, 'POST', '/V1/inventory/sources', sourceOf(code));
  await pair.configured(pair.document());
  return pair;
}

function sourceOf(code: string) {
  return {
    source: {
      source_code: code,
      name: `Winkel ${code}`,
      country_id: 'NL',
      postcode: '8011 AB',
      enabled: true,
    },
  };
}

/** As another tool of the merchant does, which has an access token of its own. */
async function magentoApi(pair: StockPair, method: string, path: string, body: unknown): Promise<void> {
  const magento = pair.sandbox.standIn('magento');
  magento?.change({ bearerAllowed: true });
  const response = await magento?.handle(
    new Request(`https://shop.example.com/rest${path}`, {
      method,
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
  if (!response?.ok) throw new Error(`${method} ${path}: ${response?.status} ${await response?.text()}`);
}

describe('a target with 63 places (S7)', () => {
  test('has its level at the 57th, and no other is touched', async () => {
    const pair = await manyPlaces('winkel-57');
    await pair.live(22 * minuteMs);
    expect(shelfOf(pair, 'MOK', 'winkel-57').source).toBe(13);
    expect(shelfOf(pair, 'BORD', 'winkel-57').source).toBe(4);
    expect(shelfOf(pair, 'MOK').source).toBe(before);
  });

  test('takes no settings that name another', async () => {
    await expect(manyPlaces('gesloten')).rejects.toMatchObject({ name: 'ConfigurationError' });
  });
});

test('of two places of the source of which one cannot be read no sum is written (S3)', async () => {
  const pair = new StockPair({
    from: 'magento',
    settings: { quantity: 'onHand', sourceLocations: ['default', 'winkel-1'] },
  });
  await pair.has('MOK', 4);
  await magentoApi(pair, 'POST', '/V1/inventory/sources', sourceOf('winkel-1'));
  const row = { sku: 'MOK', source_code: 'winkel-1', quantity: 9, status: 1 };
  await magentoApi(pair, 'POST', '/V1/inventory/source-items', { sourceItems: [row] });
  const away = {
    system: 'magento',
    path: '/inventory/source-items',
    kind: 'status',
    status: 503,
    times: null,
  };
  pair.sandbox.faults.add(faultRule.parse({ ...away, forMs: hourMs }));
  await pair.configured(pair.document());
  await pair.live(50 * minuteMs);
  expect(pair.written).toEqual([]);
  await pair.live(2 * hourMs);
  expect(await pair.pieces('MOK')).toBe(13);
});
