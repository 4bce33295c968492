/** A product whose SKU is still another one's in the target: it comes as soon as that one has let it go. */
import { expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { CaseShops } from './case-shops.ts';

const flow = 'products:shop:other';

test('goes on with the one it waits for, though both have been parked for a day by then', async () => {
  const both = new CaseShops('ecwid');
  const first = await both.add('ecwid', 'A', { name: 'First' });
  await both.start({ products: {} });
  // The merchant has the SKU that the source is to have from now on.
  const own = await both.add('magento', 'B', { name: 'Own' });
  await both.edit('ecwid', first, { sku: 'B' });
  await both.pass();
  await both.add('ecwid', 'A', { name: 'Second' });
  await both.played.live(30 * hourMs);
  const task = both.played.tasks().find(({ key, state }) => key === first && state === 'parked');
  expect(task).toMatchObject({ flow, problem: { code: 'sku_taken' } });
  expect(both.problems).toEqual(['sku_taken', 'sku_linked']);
  await both.edit('magento', own, { sku: 'C' });
  both.played.integration.retry(task?.id ?? 0);
  await both.played.live(minuteMs);
  expect([await both.there('A'), await both.there('B')]).toMatchObject([
    { name: 'Second' },
    { name: 'First' },
  ]);
  expect(both.problems).toEqual([]);
});
