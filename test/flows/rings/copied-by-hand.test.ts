/** A person copies an order that Koppel made, notes of the staff and all. */
import { expect, test } from 'vitest';
import { hourMs } from '../../support/durations.ts';
import { sahin, shopDeeds } from '../../support/shop-deeds.ts';
import { RingWorld } from './ring-world.ts';

const toBooks = { from: 'ecwid', to: 'jortt', settings: { state: 'sent' } } as const;
const toShop = { from: 'jortt', to: 'ecwid' } as const;

test('without the mark the copy is a sale, also under the reference of the first', async () => {
  const world = new RingWorld();
  const both = await world.add('both', [toBooks, toShop]);
  await world.sellIn('jortt');
  await world.live(hourMs);
  const notes = world.documents.ecwid[0]?.privateAdminNotes ?? '';
  const copy = await world.sellInEcwid({ buyer: { ...sahin, name: 'Noor de Wit' } });
  const { merchant } = shopDeeds(world.sandbox.systems);
  await merchant(copy, { privateAdminNotes: notes });
  await world.live(hourMs);
  // Nobody can tell a copy from work of Koppel's: nothing is made, and the page says why.
  expect(world.counts).toEqual({ ecwid: 2, jortt: 1, magento: 0 });
  expect(both.ends().at(-1)).toBe('orders:ecwid:jortt skipped made_by_koppel');
  await merchant(copy, { privateAdminNotes: notes.split('\n').slice(0, 1).join('\n') });
  await world.live(6 * hourMs);
  expect(world.counts).toEqual({ ecwid: 2, jortt: 2, magento: 0 });
  expect(both.tasks().filter(({ problem }) => problem !== null)).toEqual([]);
});
