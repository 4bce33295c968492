/** A shop works on after the consumer of a batch has died: what it does minutes later must not stand over what the next batch wrote. */
import { describe, expect, test } from 'vitest';
import { faultRule } from '../../../sandbox/kit/faults/faults.ts';
import { minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

type Shop = 'ecwid' | 'magento';

/** Magento takes the whole product also where it stands already. */
const updates = {
  magento: { method: 'POST', path: '/V1/products$' },
  ecwid: { method: 'PUT', path: '/products/[0-9]+$' },
};

interface View {
  readonly id: string;
  readonly name: string;
}

async function pairFrom(from: Shop) {
  const to: Shop = from === 'ecwid' ? 'magento' : 'ecwid';
  const played = new PlayedSystems(hosts);
  const { id } = await played.control<View>(from, 'POST', '/products', {
    ...{ name: 'Mok', sku: 'MOK', price: '12.10', pieces: 3 },
  });
  const magento = from === 'magento' ? 'source' : 'target';
  const settings = { price: { pricesIncludeVat: { [magento]: true } } };
  await played.configured({
    name: 'Products',
    connections: {
      shop: { connector: from, credentials: credentials[from] },
      other: { connector: to, credentials: credentials[to] },
    },
    flows: [{ flow: 'products', from: 'shop', to: 'other', every: '1m', settings }],
  });
  await played.live(15 * minuteMs);
  const rename = (name: string) => played.control(from, 'PATCH', `/products/${id}`, { name });
  const nameIn = async (shop: Shop) =>
    (await played.control<{ items: View[] }>(shop, 'GET', '/catalogue')).items.map(({ name }) => name);
  return { played, to, rename, nameIn };
}

describe.each(['ecwid', 'magento'] as const)('products from %s', (from) => {
  test.each([
    ['Laatst', 7],
    // The source has taken it back.
    ['Mok', 7],
    ['Mok', 2],
  ] as const)(
    'an update that a consumer died over is mended: then %s, done after %i minutes',
    async (then, minutes) => {
      const { played, to, rename, nameIn } = await pairFrom(from);
      const { method, path } = updates[to];
      const late = { kind: 'late', afterMs: minutes * minuteMs, times: 1 };
      played.sandbox.faults.add(faultRule.parse({ system: to, method, path, ...late }));
      played.consumer.dieAt(new RegExp(`^${method} .*${path}`), 'during');
      await rename('Laat');
      await played.live(90_000);
      expect(played.consumer.deaths).toBe(1);
      await rename(then);
      await played.live(40 * minuteMs);
      expect(await nameIn(to)).toEqual([then]);
      expect(played.tasks().filter(({ state }) => state !== 'done' && state !== 'skipped')).toEqual([]);
    },
  );
});
