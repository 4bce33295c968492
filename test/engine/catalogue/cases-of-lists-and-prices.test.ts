/** Cases of the field about pictures, prices and categories, through the whole engine, with the real connectors and stand-ins. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { minuteMs } from '../../support/durations.ts';
import { CaseShops } from './case-shops.ts';

const shops = ['ecwid', 'magento'] as const;

const upload = /^POST .*\/(image|gallery|media)$/;

describe.each(shops)('pictures from %s', (from) => {
  test('I1: are there once after five runs, one of which dies over an upload, and the merchant’s own stays', async () => {
    const both = new CaseShops(from);
    const id = await both.add(from, 'MOK');
    for (const name of ['voor.png', 'achter.png']) await both.addPicture(from, id, name);
    await both.start({ products: {} });
    const { id: there, pictures } = await both.there('MOK');
    expect(pictures).toHaveLength(2);
    await both.addPicture(both.to, there, 'eigen.png');
    const stood = (await both.there('MOK')).pictures;
    for (let run = 1; run <= 5; run++) {
      await both.edit(from, id, { name: `Mok ${run}` });
      if (run === 3) {
        both.played.consumer.dieAt(upload, 'after');
        await both.addPicture(from, id, 'zij.png');
      }
      await both.pass();
    }
    expect(both.played.consumer.deaths).toBe(1);
    const after = await both.there('MOK');
    expect(after.name).toBe('Mok 5');
    expect(after.pictures).toHaveLength(4);
    expect(after.pictures).toEqual(expect.arrayContaining(stood));
  });

  test.each([
    ['a product that is made', true],
    ['one that stands there without any', false],
  ])('I1: the first of %s is there once, though a run dies over it', async (_, isNew) => {
    const both = new CaseShops(from);
    const id = await both.add(from, 'MOK');
    if (!isNew) await both.start({ products: {} });
    for (const name of ['voor.png', 'achter.png']) await both.addPicture(from, id, name);
    both.played.consumer.dieAt(upload, 'after');
    if (isNew) await both.start({ products: {} });
    else await both.pass();
    expect(both.played.consumer.deaths).toBe(1);
    await both.pass();
    expect((await both.there('MOK')).pictures).toHaveLength(2);
  });

  test('I2: one that is replaced twice is one, and stays the main one', async () => {
    const both = new CaseShops(from);
    const id = await both.add(from, 'MOK');
    for (const name of ['a.png', 'z.png']) await both.addPicture(from, id, name);
    await both.start({ products: {} });
    const [, second] = (await both.there('MOK')).pictures;
    for (const name of ['b.png', 'c.png']) {
      await both.addPicture(from, id, name, { replaces: 0 });
      await both.pass();
    }
    const { pictures } = await both.there('MOK');
    expect(pictures).toHaveLength(2);
    expect(pictures[1]).toBe(second);
    if (both.to === 'ecwid') return;
    const media = z.array(z.object({ types: z.array(z.string()) }));
    const [main, other] = await both.magento.ask('GET', '/products/MOK/media', media);
    expect([...(main?.types ?? []), ...(other?.types ?? [])].toSorted()).toEqual([
      'image',
      'small_image',
      'thumbnail',
    ]);
  });
});

test('I1: one that Ecwid takes in minutes after nobody answered is there once', async () => {
  const both = new CaseShops('magento');
  const id = await both.add('magento', 'MOK');
  await both.addPicture('magento', id, 'voor.png');
  await both.start({ products: {} });
  let uploads = 0;
  both.played.interfere = (call) => {
    if (!/^POST ecwid .*\/gallery/.test(call)) return;
    uploads += 1;
    throw new TypeError('fetch failed');
  };
  await both.addPicture('magento', id, 'achter.png');
  await both.played.live(7 * minuteMs);
  const { id: there, pictures } = await both.there('MOK');
  expect(pictures).toHaveLength(1);
  await both.addPicture('ecwid', there, 'te-laat.png');
  await both.pass();
  expect(uploads).toBe(1);
  expect((await both.there('MOK')).pictures).toHaveLength(2);
});

test('V1: prices with VAT come to the same cent in a catalogue without, and no further run writes', async () => {
  const both = new CaseShops('ecwid');
  both.played.sandbox.standIn('magento')?.change({ catalogIncludesTax: false });
  await both.add('ecwid', 'EEN', { price: '29.99' });
  await both.add('ecwid', 'TWEE', { price: '14.95' });
  await both.start({
    products: { price: { pricesIncludeVat: { target: false } }, vat: { map: { 21: '2' } } },
  });
  for (const [sku, net, shown] of [
    ['EEN', 24.7851, '29.99'],
    ['TWEE', 12.3554, '14.95'],
  ] as const) {
    const { price } = await both.magento.ask('GET', `/products/${sku}`, z.object({ price: z.number() }));
    expect(price).toBe(net);
    expect((price * 1.21).toFixed(2)).toBe(shown);
  }
  both.writes();
  for (let run = 0; run < 5; run++) {
    both.played.integration.sync('products', { since: '2000-01-01' });
    await both.pass();
  }
  expect(both.writes()).toBe(0);
});

test.each(shops)('V2: a sale from %s begins, and ends with nothing left of it', async (from) => {
  const both = new CaseShops(from);
  const id = await both.add(from, 'JAS', { price: '40.00' });
  await both.start({ products: {} });
  await both.edit(from, id, { price: '29.95', listPrice: '40.00' });
  await both.pass();
  expect(await both.there('JAS')).toMatchObject({ price: '29.95', listPrice: '40.00' });
  await both.edit(from, id, { price: '40.00', listPrice: null });
  await both.pass();
  expect(await both.there('JAS')).toMatchObject({ price: '40.00', listPrice: null });
});

test('V2: a list price that is none of Koppel’s stays through every change of the price', async () => {
  const both = new CaseShops('magento');
  const id = await both.add('magento', 'JAS', { price: '20.00' });
  await both.start({ products: { fields: { listPrice: 'never' } } });
  await both.edit('ecwid', (await both.there('JAS')).id, { listPrice: '35.00' });
  for (const price of ['21.00', '22.00']) {
    await both.edit('magento', id, { price });
    await both.pass();
  }
  expect(await both.there('JAS')).toMatchObject({ price: '22.00', listPrice: '35.00' });
});

describe.each(shops)('categories from %s', (from) => {
  test('C1: a tree that stands there is met, renamed under its ids, and never made again', async () => {
    const both = new CaseShops(from);
    const trees: Record<string, Record<string, string>> = {};
    for (const shop of shops) {
      const kitchen = await both.addCategory(shop, 'Keuken');
      const gifts = await both.addCategory(shop, 'Cadeaus');
      const tea = await both.addCategory(shop, 'Thee', kitchen);
      const other = await both.addCategory(shop, 'Thee', gifts);
      trees[shop] = { kitchen, gifts, tea, other };
    }
    const count = (await both.categories(both.to)).length;
    await both.start({ categories: {} });
    const [own, there] = [trees[from], trees[both.to]];
    await both.pull(from, 'PATCH', `/categories/${own?.kitchen}`, { name: 'Koken' });
    await both.pass();
    const named = (await both.categories(both.to)).find(({ id }) => id === there?.kitchen);
    expect(named?.name).toBe('Koken');
    // Magento itself lets nobody move it to where another of its name stands.
    if (from === 'magento') return;
    await both.pull(from, 'PATCH', `/categories/${own?.tea}`, { parent: own?.gifts });
    await both.pass();
    const after = await both.categories(both.to);
    expect(after).toHaveLength(count);
    expect(after.find(({ id }) => id === there?.tea)?.parent).toBe(there?.kitchen);
    expect(both.problems).toHaveLength(1);
  });
});

test.each(['replace', 'add'] as const)(
  'C2: a product leaves one category for another, and the merchant’s own stays, in a Magento whose lists %s',
  async (categoryLinks) => {
    const both = new CaseShops('ecwid');
    both.played.sandbox.standIn('magento')?.change({ categoryLinks });
    const names = ['Veertien', 'Twintig', 'Eenentwintig'];
    const [first = '', second = '', third = ''] = await Promise.all(
      names.map((name) => both.addCategory('ecwid', name)),
    );
    const id = await both.add('ecwid', 'MOK', { categories: [first, second] });
    await both.start({ categories: {}, products: {} });
    const own = await both.addCategory('magento', 'Eigen');
    const idOf = async (name: string) =>
      (await both.categories('magento')).find((each) => each.name === name)?.id ?? '';
    const before = await both.there('MOK');
    expect(before.categories.toSorted()).toEqual([await idOf('Veertien'), await idOf('Twintig')].toSorted());
    await both.edit('magento', before.id, { categories: [...before.categories, own] });
    await both.edit('ecwid', id, { categories: [first, third] });
    await both.pass();
    const wanted = [await idOf('Veertien'), await idOf('Eenentwintig'), own].toSorted();
    expect((await both.there('MOK')).categories.toSorted()).toEqual(wanted);
    await both.edit('ecwid', id, { price: '9.95' });
    await both.pass();
    expect((await both.there('MOK')).categories.toSorted()).toEqual(wanted);
  },
);
