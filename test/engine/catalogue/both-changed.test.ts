/** Products that two shops keep in step both ways, and of which both merchants change one field in the same minutes. */
import { expect, test } from 'vitest';
import { credentials } from '../../support/systems.ts';
import { CaseShops } from './case-shops.ts';

async function keptBothWays() {
  const both = new CaseShops('ecwid');
  const id = await both.add('ecwid', 'MOK', { name: 'Mok', price: '12.10' });
  const way = (from: string, to: string, inPrices: 'source' | 'target') => ({
    ...{ flow: 'products', from, to, every: '5m' },
    settings: { price: { pricesIncludeVat: { [inPrices]: true } } },
  });
  await both.played.configured({
    name: 'Both',
    connections: {
      shop: { connector: 'ecwid', credentials: credentials.ecwid },
      other: { connector: 'magento', credentials: credentials.magento },
    },
    flows: [way('shop', 'other', 'target'), way('other', 'shop', 'source')],
  });
  await both.pass();
  const there = await both.there('MOK');
  await both.edit('ecwid', id, { name: 'Mok rood', price: '13.10' });
  await both.edit('magento', there.id, { name: 'Mok groot' });
  await both.pass();
  const names = async () => [(await both.see('ecwid', id)).name, (await both.there('MOK')).name];
  return { both, id, there, names };
}

test('it waits for a person on both sides while all else is carried, and goes on when both are equal', async () => {
  const { both, id, there, names } = await keptBothWays();
  expect(await names()).toEqual(['Mok rood', 'Mok groot']);
  expect((await both.there('MOK')).price).toBe('13.10');
  expect(both.problems).toEqual(['product_conflict', 'product_conflict']);
  await both.edit('magento', there.id, { name: 'Mok rood' });
  await both.pass();
  expect(both.problems).toEqual([]);
  await both.edit('ecwid', id, { name: 'Mok rood en groot' });
  await both.pass();
  expect(await names()).toEqual(['Mok rood en groot', 'Mok rood en groot']);
});

test('a person who leaves both out leaves them different, until one is changed again', async () => {
  const { both, id, names } = await keptBothWays();
  for (const task of both.played.tasks().filter(({ state }) => state === 'parked'))
    both.played.integration.skip(Number(task.id));
  for (const flow of ['products:shop:other', 'products:other:shop']) {
    both.played.integration.sync(flow, { since: '2000-01-01' });
    await both.pass();
  }
  expect(both.problems).toEqual([]);
  expect(await names()).toEqual(['Mok rood', 'Mok groot']);
  await both.edit('ecwid', id, { name: 'Mok geel' });
  await both.pass();
  expect(await names()).toEqual(['Mok geel', 'Mok geel']);
});
