/** Cases of the field about products and prices with Ecwid as the shop that follows, as far as they make sense there. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CaseShops } from './case-shops.ts';

/** A jumper of Magento's own seed, in sizes, that has come across. */
async function jumper(flows: Readonly<Record<string, object>> = { products: {} }) {
  const both = new CaseShops('magento');
  await both.pull('magento', 'POST', '/catalogue', { kind: 'seed' });
  const [id = ''] = await both.ids('magento', 'TB');
  await both.start(flows);
  // What was always there is no news.
  both.played.integration.sync('products', { keys: [id] });
  await both.pass();
  return { both, id, before: await both.there('TB') };
}

const raw = z.looseObject({});

test('P2: a text of another language is the merchant’s still, after the price, the name and the pictures changed', async () => {
  const both = new CaseShops('magento');
  const id = await both.add('magento', 'MOK', { name: 'Mok', description: '<p>Mok</p>' });
  await both.start({ products: {} });
  const { id: there } = await both.there('MOK');
  const own = { nameTranslated: { de: 'Becher' }, descriptionTranslated: { de: '<p>Becher</p>' } };
  await both.ecwid.ask('PUT', `/products/${there}`, raw, own);
  await both.edit('magento', id, { price: '12.90', name: 'Mok wit', description: '<p>Mok, wit</p>' });
  await both.addPicture('magento', id, 'mok.png');
  await both.pass();
  const seen = await both.ecwid.ask('GET', `/products/${there}`, raw);
  expect(seen).toMatchObject({
    ...{ name: 'Mok wit', description: '<p>Mok, wit</p>', price: 12.9 },
    nameTranslated: { nl: 'Mok wit', de: 'Becher' },
    descriptionTranslated: { nl: '<p>Mok, wit</p>', de: '<p>Becher</p>' },
  });
});

test('P3: a variant is added and the product renamed: one more, the pictures in their order, the old ones untouched', async () => {
  const { both, id, before } = await jumper();
  await both.addPicture('magento', id, 'zij.png');
  await both.pass();
  const { pictures } = await both.there('TB');
  expect(pictures.length).toBeGreaterThan(1);
  await both.addVariant('magento', id, 'TB-XXL', 'XXL');
  await both.edit('magento', id, { name: 'Trui Anders' });
  await both.pass();
  const after = await both.there('TB');
  expect(after).toMatchObject({ id: before.id, name: 'Trui Anders', pictures });
  expect(after.variants.map(({ sku }) => sku)).toContain('TB-XXL');
  expect(after.variants.filter(({ sku }) => sku !== 'TB-XXL')).toEqual(before.variants);
});

test('P4: products of one name all come, and a rename leaves the address that the merchant gave one', async () => {
  const both = new CaseShops('magento');
  const id = await both.add('magento', 'TB-1', { name: 'Trui Bas' });
  await both.add('magento', 'TB-2', { name: 'Trui Bas' });
  await both.start({ products: {} });
  const [one, two] = [await both.there('TB-1'), await both.there('TB-2')];
  expect([one.name, two.name]).toEqual(['Trui Bas', 'Trui Bas']);
  await both.ecwid.ask('PUT', `/products/${one.id}`, raw, { customSlug: 'onze-trui' });
  await both.edit('magento', id, { name: 'Trui Basis' });
  await both.pass();
  const seen = await both.ecwid.ask('GET', `/products/${one.id}`, raw);
  expect(seen).toMatchObject({ name: 'Trui Basis', customSlug: 'onze-trui' });
  expect(both.problems).toEqual([]);
});

test('P5: zeros, blanks and capitals tell products apart, and what is only like one is none', async () => {
  const both = new CaseShops('magento');
  for (const sku of ['0017', '17', 'AB-1', 'AB 1']) await both.add('magento', sku);
  for (const sku of ['ab-1', 'AB-10', '017', '00170']) await both.add('ecwid', sku, { name: `Eigen ${sku}` });
  await both.start({ products: {} });
  expect(both.problems).toEqual([]);
  for (const sku of ['0017', '17', 'AB-1', 'AB 1'])
    expect((await both.there(sku)).name).toBe(`Product ${sku}`);
  for (const sku of ['ab-1', 'AB-10', '017', '00170'])
    expect((await both.there(sku)).name).toBe(`Eigen ${sku}`);
});

describe('P7: a variant', () => {
  async function sold() {
    const { both, id, before } = await jumper({ products: {}, stock: {} });
    for (const [sku, pieces] of Object.entries({ 'TB-S': 3, 'TB-M': 4 }))
      await both.pull('magento', 'PUT', `/stock/${sku}`, { pieces });
    both.played.integration.sync('stock', { since: '2000-01-01' });
    await both.pass();
    const variant = async (sku: string) => (await both.there('TB')).variants.find((each) => each.sku === sku);
    expect(await variant('TB-M')).toMatchObject({ pieces: 4 });
    const idOf = (sku: string) => before.variants.find((each) => each.sku === sku)?.id;
    return { both, id, variant, idOf };
  }

  test('that is gone at the source is sold no more, and lives again under its id', async () => {
    const { both, id, variant, idOf } = await sold();
    const gone = (await both.see('magento', id)).variants.find(({ sku }) => sku === 'TB-M');
    await both.pull('magento', 'DELETE', `/products/${id}/variants/${gone?.id}`);
    await both.pass();
    expect(await variant('TB-M')).toMatchObject({ id: idOf('TB-M'), pieces: 0 });
    expect(await variant('TB-S')).toMatchObject({ id: idOf('TB-S'), pieces: 3 });
    await both.addVariant('magento', id, 'TB-M', 'M', { pieces: 6 });
    await both.pass();
    expect(await variant('TB-M')).toMatchObject({ id: idOf('TB-M'), pieces: 6 });
  });

  const block = ({ magento }: CaseShops, status: number) =>
    magento.ask('PUT', '/products/TB-M', z.unknown(), { product: { sku: 'TB-M', status } });

  test('that is blocked at the source is sold no more, and is sold again when that is over', async () => {
    const { both, variant, idOf } = await sold();
    await block(both, 2);
    await both.pass();
    expect(await variant('TB-M')).toMatchObject({ id: idOf('TB-M'), pieces: 0 });
    expect(await variant('TB-S')).toMatchObject({ id: idOf('TB-S'), pieces: 3 });
    await block(both, 1);
    await both.pass();
    expect(await variant('TB-M')).toMatchObject({ id: idOf('TB-M'), pieces: 4 });
  });

  test('that is blocked goes by its number once nobody tells any more when that is over, until somebody does', async () => {
    const { both, variant } = await sold();
    await block(both, 2);
    await both.pass();
    expect(await variant('TB-M')).toMatchObject({ pieces: 0 });
    await both.change({ stock: {} });
    expect(await variant('TB-M')).toMatchObject({ pieces: 4 });
    await both.change({ products: {}, stock: {} });
    expect(await variant('TB-M')).toMatchObject({ pieces: 0 });
  });

  test('that was blocked, and is sold again by the time somebody tells of it, is sold', async () => {
    const { both, variant } = await sold();
    await block(both, 2);
    await both.pass();
    await both.change({ stock: {} });
    await block(both, 1);
    await both.pass();
    await both.change({ products: {}, stock: {} });
    await both.pull('magento', 'PUT', '/stock/TB-M', { pieces: 7 });
    await both.pass();
    expect(await variant('TB-M')).toMatchObject({ pieces: 7 });
  });
});

test('V1: prices without VAT come to whole cents with it, once, and no further run writes', async () => {
  const both = new CaseShops('magento');
  both.played.sandbox.standIn('magento')?.change({ catalogIncludesTax: false });
  for (const sku of ['EEN', 'TWEE']) await both.add('magento', sku);
  const prices = { EEN: 24.785124, TWEE: 12.355372 };
  for (const [sku, price] of Object.entries(prices)) {
    await both.magento.ask('PUT', `/products/${sku}`, z.unknown(), { product: { sku, price } });
  }
  await both.start({
    products: {
      price: { pricesIncludeVat: { source: false }, vatRate: { map: { 2: '21' } } },
      vat: { map: { 2: '9310' } },
    },
  });
  expect((await both.there('EEN')).price).toBe('29.99');
  expect((await both.there('TWEE')).price).toBe('14.95');
  both.writes();
  for (let run = 0; run < 5; run++) {
    both.played.integration.sync('products', { since: '2000-01-01' });
    await both.pass();
  }
  expect(both.writes()).toBe(0);
});
