/** What is certain not to have been made is made at once; what may have been is waited for. */

import { describe, expect, test } from 'vitest';
import { secretToken, storeId } from '../../../sandbox/ecwid/settings.ts';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

const products = /^POST magento \/rest\/all\/V1\/products$/;
const newValue = /^POST magento .*\/attributes\/\w+\/options$/;

/** A jumper of a brand that Magento does not know yet. */
async function jumper() {
  const played = new PlayedSystems(hosts);
  played.sandbox.standIn('ecwid')?.change({ fetchesPictures: false });
  const { id } = await played.control<{ id: string }>('ecwid', 'POST', '/products', {
    name: 'Trui',
    sku: 'TRUI',
    price: '12.10',
    pieces: 3,
  });
  const brand = { attributes: [{ alias: 'BRAND', value: 'Nieuwmerk' }] };
  const answer = await played.sandbox.handle(
    'ecwid',
    new Request(`https://app.ecwid.com/api/v3/${storeId}/products/${id}`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${secretToken}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(brand),
    }),
  );
  if (!answer.ok) throw new Error(await answer.text());
  const settings = { price: { pricesIncludeVat: { target: true } } };
  await played.configured({
    name: 'Products',
    connections: {
      shop: { connector: 'ecwid', credentials: credentials.ecwid },
      other: { connector: 'magento', credentials: credentials.magento },
    },
    flows: [{ flow: 'products', from: 'shop', to: 'other', every: '5m', settings }],
  });
  const idsOf = async (sku: string) =>
    (await played.control<{ ids: string[] }>('magento', 'GET', `/products?sku=${sku}`)).ids;
  return { played, idsOf };
}

describe('a create of a product', () => {
  test('that came only as far as the value of an attribute is tried again within a minute', async () => {
    const { played, idsOf } = await jumper();
    let isAway = false;
    let values = 0;
    played.interfere = (call) => {
      if (isAway && products.test(call)) throw new Error(`nothing was to be made: ${call}`);
      if (isAway) throw new TypeError('fetch failed');
      if (newValue.test(call)) {
        values += 1;
        isAway = true;
      }
    };
    await played.live(10_000);
    expect(values).toBe(1);
    played.interfere = () => undefined;
    await played.live(2 * minuteMs);
    expect(await idsOf('TRUI')).toHaveLength(1);
  });

  test('that was not answered is made anew only when it is sure that it was not done', async () => {
    const { played, idsOf } = await jumper();
    const at: number[] = [];
    const begin = played.clock.now();
    played.interfere = (call) => {
      if (!products.test(call)) return;
      at.push(played.clock.now() - begin);
      if (at.length === 1) throw new TypeError('fetch failed');
    };
    await played.live(9 * minuteMs);
    expect(at).toHaveLength(1);
    await played.live(10 * minuteMs);
    expect(at[1]).toBeGreaterThanOrEqual(10 * minuteMs);
    expect(await idsOf('TRUI')).toHaveLength(1);
  });

  test('is found under the SKU that it was begun with, though the source corrects it before that is known', async () => {
    const { played, idsOf } = await jumper();
    played.consumer.dieAt(/^POST .*\/V1\/products$/, 'after');
    await played.live(30_000);
    expect(played.consumer.deaths).toBe(1);
    const [id] = await idsOf('TRUI');
    const [source] = (await played.control<{ ids: string[] }>('ecwid', 'GET', '/products?sku=TRUI')).ids;
    await played.control('ecwid', 'PATCH', `/products/${source}`, { sku: 'TRUI-N' });
    await played.live(hourMs);
    expect([await idsOf('TRUI'), await idsOf('TRUI-N')]).toEqual([[], [id]]);
  });
});
