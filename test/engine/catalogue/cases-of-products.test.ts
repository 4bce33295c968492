/** Cases of the field about products and variants, through the whole engine, with the real connectors and stand-ins. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CaseShops, type Shop } from './case-shops.ts';

const shops = ['ecwid', 'magento'] as const;

/** A shirt in S and M that has come across. */
async function shirt(from: Shop, flows: Readonly<Record<string, object>> = { products: {} }) {
  const both = new CaseShops(from);
  await both.magento.addAttribute('maat', 'Maat', 'select');
  const id = await both.add(from, 'TS', { name: 'Shirt', price: '19.95' });
  await both.addVariant(from, id, 'TS-S', 'S', { pieces: 3 });
  await both.addVariant(from, id, 'TS-M', 'M', { pieces: 4 });
  await both.start(flows);
  return { both, id };
}

const skus = ({ variants }: { variants: readonly { sku: string | null }[] }) =>
  variants.map(({ sku }) => sku).toSorted();

test('P1, P3: a variant is added and the product renamed; those of before and the merchant’s own stay as they are', async () => {
  const both = new CaseShops('ecwid');
  const linking = (losesRoles: boolean) =>
    both.played.sandbox.standIn('magento')?.change({ linkingLosesRoles: losesRoles });
  linking(true);
  await both.magento.addAttribute('maat', 'Maat', 'select');
  const id = await both.add('ecwid', 'RN-100', { name: 'Trui', price: '19.95' });
  for (const size of ['M', 'L']) await both.addVariant('ecwid', id, `RN-100-${size}`, size);
  for (const name of ['voor.png', 'achter.png']) await both.addPicture('ecwid', id, name);
  await both.start({ products: {} });
  const before = await both.there('RN-100');
  linking(false);
  await both.addVariant(both.to, before.id, 'EIGEN', 'XXL', { pieces: 9, price: '25.00' });
  await both.addPicture(both.to, before.id, 'eigen.png');
  const stood = await both.there('RN-100');
  linking(true);
  await both.addVariant('ecwid', id, 'RN-100-XL', 'XL');
  await both.edit('ecwid', id, { name: 'Trui Bas', price: '21.95' });
  await both.pass();
  const after = await both.there('RN-100');
  expect(after).toMatchObject({ id: before.id, name: 'Trui Bas', pictures: stood.pictures });
  expect(skus(after)).toEqual(['EIGEN', 'RN-100-L', 'RN-100-M', 'RN-100-XL']);
  expect(after.variants.find(({ sku }) => sku === 'EIGEN')).toEqual(
    stood.variants.find(({ sku }) => sku === 'EIGEN'),
  );
  const idOf = (seen: typeof after, sku: string) => seen.variants.find((each) => each.sku === sku)?.id;
  for (const sku of skus(before)) expect(idOf(after, sku ?? '')).toBe(idOf(before, sku ?? ''));
  const entries = await both.magento.ask(
    'GET',
    '/products/RN-100/media',
    z.array(z.object({ types: z.array(z.string()) })),
  );
  expect(entries.flatMap(({ types }) => types).toSorted()).toEqual(['image', 'small_image', 'thumbnail']);
});

test('P2: nothing of a view becomes its own, and another website keeps its price', async () => {
  const both = new CaseShops('ecwid');
  both.played.sandbox.standIn('magento')?.change({ priceScope: 'website' });
  const id = await both.add('ecwid', 'MOK', { name: 'Mok', description: '<p>Mok</p>' });
  await both.start({ products: {} });
  const save = (view: string, fields: object) =>
    both.magento.ask('POST', '/products', z.unknown(), { product: { sku: 'MOK', ...fields } }, view);
  both.played.sandbox.standIn('magento')?.change({ viewSave: 'given' });
  await save('deutsch', { custom_attributes: [{ attribute_code: 'description', value: '<p>Becher</p>' }] });
  await save('zakelijk', { price: 13.5 });
  both.played.sandbox.standIn('magento')?.change({ viewSave: 'all' });
  await both.edit('ecwid', id, { price: '12.90', name: 'Mok wit' });
  await both.addPicture('ecwid', id, 'mok.png');
  await both.pass();
  const product = z.object({
    name: z.string(),
    price: z.number(),
    custom_attributes: z.array(z.object({ attribute_code: z.string(), value: z.unknown() })),
  });
  const inView = async (view: string) => {
    const {
      name,
      price,
      custom_attributes: custom,
    } = await both.magento.ask('GET', '/products/MOK', product, undefined, view);
    return { name, price, description: custom.find((each) => each.attribute_code === 'description')?.value };
  };
  expect(await inView('default')).toEqual({ name: 'Mok wit', price: 12.9, description: '<p>Mok</p>' });
  expect(await inView('deutsch')).toEqual({ name: 'Mok wit', price: 12.9, description: '<p>Becher</p>' });
  expect(await inView('zakelijk')).toMatchObject({ name: 'Mok wit', price: 13.5 });
  const views = new Set(both.played.sent.map(({ call }) => /\/rest\/([^/]+)\/V1\/products/.exec(call)?.[1]));
  views.delete(undefined);
  expect([...views]).toEqual(['all']);
});

test('P4: products and variants of one name all come, each under an address of its own, which a rename keeps', async () => {
  const both = new CaseShops('ecwid');
  await both.magento.addAttribute('maat', 'Maat', 'select');
  const id = await both.add('ecwid', 'TB-1', { name: 'Trui Bas' });
  for (const size of ['S', 'M', 'L', 'XL']) await both.addVariant('ecwid', id, `TB-1-${size}`, size);
  await both.add('ecwid', 'TB-2', { name: 'Trui Bas' });
  await both.start({ products: {} });
  const all = ['TB-1', 'TB-1-S', 'TB-1-M', 'TB-1-L', 'TB-1-XL', 'TB-2'];
  const product = z.object({
    custom_attributes: z.array(z.object({ attribute_code: z.string(), value: z.unknown() })),
  });
  const addresses = async () => {
    const keys: unknown[] = [];
    for (const sku of all) {
      const { custom_attributes: custom } = await both.magento.ask('GET', `/products/${sku}`, product);
      keys.push(custom.find((each) => each.attribute_code === 'url_key')?.value);
    }
    return keys;
  };
  const before = await addresses();
  expect(new Set(before).size).toBe(all.length);
  expect(before).toContain('trui-bas');
  await both.edit('ecwid', id, { name: 'Trui Basis' });
  await both.pass();
  expect((await both.there('TB-1')).name).toBe('Trui Basis');
  expect(await addresses()).toEqual(before);
  expect(both.problems).toEqual([]);
});

test('P5: SKUs that are one to the target are parked, and zeros stay', async () => {
  const both = new CaseShops('ecwid');
  for (const sku of ['0017', '17', 'AB-1', 'ab-1', 'AB-1 ', 'AB 1']) await both.add('ecwid', sku);
  await both.start({ products: {} });
  expect(both.problems).toEqual(['sku_twice', 'sku_twice', 'sku_twice']);
  for (const sku of ['0017', '17', 'AB 1']) expect(await both.ids('magento', sku), sku).toHaveLength(1);
  expect(await both.ids('magento', 'AB-1')).toEqual([]);
});

describe.each(shops)('P6, from %s', (from) => {
  test('a corrected SKU is the same product, and its stock follows', async () => {
    const both = new CaseShops(from);
    const id = await both.add(from, 'MOK-W', { pieces: 5 });
    await both.start({ products: {}, stock: {} });
    const before = await both.there('MOK-W');
    await both.edit(from, id, { sku: 'MOK-WIT' });
    await both.pass();
    await both.pull(from, 'PUT', '/stock/MOK-WIT', { pieces: 2 });
    await both.pass();
    expect(await both.ids(both.to, 'MOK-W')).toEqual([]);
    expect(await both.there('MOK-WIT')).toMatchObject({ id: before.id, pieces: 2 });
  });

  test('one that another product has there is parked, and nothing is written', async () => {
    const both = new CaseShops(from);
    const id = await both.add(from, 'MOK-W');
    await both.add(both.to, 'MOK-WIT', { name: 'Eigen' });
    await both.start({ products: {} });
    await both.edit(from, id, { sku: 'MOK-WIT', name: 'Mok wit' });
    await both.pass();
    expect(both.problems).toEqual(['sku_taken']);
    expect((await both.there('MOK-W')).name).toBe('Product MOK-W');
    expect((await both.there('MOK-WIT')).name).toBe('Eigen');
  });

  test('one that another product lets go of in the same moment is carried after that one', async () => {
    const both = new CaseShops(from);
    const [c, d] = [await both.add(from, 'C'), await both.add(from, 'D')];
    await both.start({ products: {} });
    const [idOfC, idOfD] = [(await both.there('C')).id, (await both.there('D')).id];
    await both.edit(from, c, { sku: 'C2' });
    await both.edit(from, d, { sku: 'C' });
    await both.pass();
    expect(both.problems).toEqual([]);
    expect((await both.there('C2')).id).toBe(idOfC);
    expect((await both.there('C')).id).toBe(idOfD);
    expect(await both.ids(both.to, 'D')).toEqual([]);
  });

  test('a product that was deleted in the target is made again for its id, and not for a period', async () => {
    const both = new CaseShops(from);
    const id = await both.add(from, 'MOK');
    await both.start({ products: {} });
    await both.pull(both.to, 'DELETE', `/products/${(await both.there('MOK')).id}`);
    both.played.integration.sync('products', { since: '2000-01-01' });
    await both.pass();
    expect(await both.ids(both.to, 'MOK')).toEqual([]);
    both.played.integration.sync('products', { keys: [id] });
    await both.pass();
    expect(await both.ids(both.to, 'MOK')).toHaveLength(1);
  });
});

test('P7: a variant that is gone at the source is sold no more, and lives again under its id', async () => {
  const { both, id } = await shirt('ecwid', { products: {}, stock: {} });
  const { variants } = await both.see('ecwid', id);
  const before = await both.there('TS');
  const gone = variants.find(({ sku }) => sku === 'TS-M');
  await both.pull('ecwid', 'DELETE', `/products/${id}/variants/${gone?.id}`);
  await both.pass();
  const idOf = (sku: string) => before.variants.find((each) => each.sku === sku)?.id;
  const levelOf = async (sku: string) => (await both.there('TS')).variants.find((each) => each.sku === sku);
  expect(await levelOf('TS-M')).toMatchObject({ id: idOf('TS-M'), pieces: 0 });
  expect(await levelOf('TS-S')).toMatchObject({ id: idOf('TS-S'), pieces: 3 });
  await both.addVariant('ecwid', id, 'TS-M', 'M', { pieces: 6 });
  await both.pass();
  expect(await levelOf('TS-M')).toMatchObject({ id: idOf('TS-M'), pieces: 6 });
});

test('another word for a choice comes across, and the variants stay the same ones', async () => {
  const { both, id } = await shirt('ecwid', { products: {}, stock: {} });
  const before = await both.there('TS');
  const medium = (await both.see('ecwid', id)).variants.find(({ sku }) => sku === 'TS-M');
  await both.pull('ecwid', 'PATCH', `/products/${id}/variants/${medium?.id}`, {
    options: { Maat: 'Middel' },
  });
  await both.pass();
  const after = await both.there('TS');
  expect(after.variants.map(({ id: each }) => each)).toEqual(before.variants.map(({ id: each }) => each));
  expect(after.variants.find(({ sku }) => sku === 'TS-M')).toMatchObject({
    options: { Maat: 'Middel' },
    pieces: 4,
  });
});

describe('to Ecwid', () => {
  /** A group of Magento's own seed, in an empty Ecwid. */
  async function group() {
    const both = new CaseShops('magento');
    await both.pull('magento', 'POST', '/catalogue', { kind: 'seed' });
    const [source = ''] = await both.ids('magento', 'TB');
    await both.start({ products: {}, stock: {} });
    // What was always there is no news.
    both.played.integration.sync('products', { keys: [source] });
    await both.pass();
    return { both, source, before: await both.there('TB') };
  }

  test('P1: a variant is added with its choice; those of before and the merchant’s own keep ids, pictures and pieces', async () => {
    const { both, source, before } = await group();
    await both.addVariant('ecwid', before.id, 'EIGEN', 'Eigen', { pieces: 9, price: '25.00' });
    await both.addPicture('ecwid', before.id, 'eigen.png');
    const stood = await both.there('TB');
    await both.addVariant('magento', source, 'TB-XXL', 'XXL', { pieces: 7 });
    await both.edit('magento', source, { name: 'Trui Bas' });
    await both.pass();
    const after = await both.there('TB');
    expect(after).toMatchObject({ id: before.id, name: 'Trui Bas', pictures: stood.pictures });
    expect(after.variants.filter(({ sku }) => sku !== 'TB-XXL')).toEqual(stood.variants);
    expect(after.variants.find(({ sku }) => sku === 'TB-XXL')).toMatchObject({ pieces: 7 });
  });

  test('another word for a choice comes across though all variants get other ids over it, and so do their levels', async () => {
    const { both, source } = await group();
    const small = (await both.see('magento', source)).variants.find(({ sku }) => sku === 'TB-S');
    await both.pull('magento', 'PATCH', `/products/${source}/variants/${small?.id}`, {
      options: { Maat: 'Klein' },
    });
    await both.pass();
    const renamed = (await both.there('TB')).variants.find(({ sku }) => sku === 'TB-S');
    expect(renamed?.options).toEqual({ Maat: 'Klein' });
    await both.pull('magento', 'PUT', '/stock/TB-S', { pieces: 2 });
    await both.pass();
    expect((await both.there('TB')).variants.find(({ sku }) => sku === 'TB-S')).toMatchObject({ pieces: 2 });
    expect(await both.ids('ecwid', 'TB-S')).toHaveLength(1);
  });
});
