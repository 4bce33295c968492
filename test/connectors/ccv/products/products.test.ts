import { beforeEach, describe, expect, test } from 'vitest';
import { productSource } from '../../../../src/connectors/ccv/products/source.ts';
import { productTarget } from '../../../../src/connectors/ccv/products/target.ts';
import type {
  PictureDraft,
  ProductChanges,
  ProductDraft,
  VariantDraft,
} from '../../../../src/connectors/contract/products.ts';
import { product } from '../../../../src/records/product.ts';
import { Refused } from '../../../support/fake-api.ts';
import { namedIn } from '../../read-changes.ts';
import { account, type Routes } from '../fake-api.ts';
import { FakeCatalogue } from '../fake-catalogue.ts';

let shop: FakeCatalogue;

beforeEach(() => {
  shop = new FakeCatalogue();
});

const draft = (fields: Partial<ProductDraft> = {}): ProductDraft => ({
  ...{ sku: 'TS', name: 'Shirt', kind: 'simple', price: '20', vatClass: 'normal', options: [], variants: [] },
  ...{ attributes: [], categories: [], pictures: [], values: {}, createValues: true },
  ...fields,
});

const variant = (
  sourceId: string,
  options: Record<string, string>,
  more: Partial<VariantDraft> = {},
): VariantDraft => ({
  ...{ sourceId, options, sku: `TS-${sourceId}` },
  ...more,
});

const picture = (version: string, position: number, alt?: string): PictureDraft => ({
  ...{ version, position, url: `https://elsewhere.example/${version}`, fileName: `${version}.png` },
  ...(alt === undefined ? {} : { alt }),
  content: { bytes: new Uint8Array([1, 2, 3]), type: 'image/png' },
});

const nothingNew: ProductChanges = {
  ...{ fields: {}, values: {}, attributes: [], options: [], createValues: true },
  variants: { add: [], change: new Map(), retire: [] },
  categories: { add: [], remove: [] },
  pictures: { add: [], replace: new Map(), remove: [] },
};

async function update(id: number | string, changes: Partial<ProductChanges>, more: Routes = {}) {
  const api = shop.api(more);
  const standing = await productTarget.get(api, String(id));
  if (standing === null) throw new Error('there is none');
  const before = api.writes;
  const written = await productTarget.update(api, standing, { ...nothingNew, ...changes });
  return { written, standing, writes: api.writes - before, api };
}

describe('a product of the shop', () => {
  test('is read with what its options add, and its discount as a price struck through', async () => {
    const id = shop.add({
      ...{
        name: 'Mok',
        productnumber: 'MOK',
        price: 12.1,
        discount: 1,
        taxtariff: 'low a',
        vatrate: 21,
        weight: 0.4,
      },
      ...{
        eannumber: '0871',
        brand: { id: 8, name: 'Merk' },
        description: '<p>x</p>',
        stocktype: 'Attribute',
      },
    });
    shop.attach(id, 52, 1);
    shop.attach(id, 53);
    Object.assign(shop.combinations.get(id)?.[0] ?? {}, {
      sku_number: 'MOK-B',
      product_number: 'MOK',
      ean_number: '1',
    });
    Object.assign(shop.combinations.get(id)?.[1] ?? {}, { product_number: 'MOK' });
    shop.links.set(id, [{ id: 1, category_id: 77 }]);
    shop.photos.set(id, [
      { id: 4, deeplink: 'https://molen.example/4' },
      { id: 5, deeplink: 'https://molen.example/5', alttext: 'Mok', is_mainphoto: true },
    ]);
    shop.facts.set(id, { groups: [3], values: [{ id: 9, product_property_id: 15, value: 'klei' }] });
    const record = product.parse(await productSource.get(shop.api(), String(id)));
    expect(record).toMatchObject({
      ...{ sku: 'MOK', kind: 'variants', active: true, gtin: '0871', brand: 'Merk', weightKg: '0.4' },
      ...{ price: '11.1', listPrice: '12.1', vatClass: 'low a', vatRate: '9', pricesIncludeVat: true },
      ...{ categories: ['77'], attributes: [{ name: 'Materiaal', values: ['klei'] }] },
      options: [{ name: 'Kleur', values: ['Blauw', 'Rood'] }],
      images: [
        { url: 'https://molen.example/5', alt: 'Mok', position: 0, version: '5' },
        { url: 'https://molen.example/4', position: 1, version: '4' },
      ],
    });
    expect(record.variants).toMatchObject([
      {
        sku: 'MOK-B',
        options: { Kleur: 'Blauw' },
        price: '12.1',
        listPrice: '13.1',
        gtin: '1',
        active: true,
      },
      { options: { Kleur: 'Rood' } },
    ]);
    // The product's own number tells no variant.
    expect(record.variants?.[1]?.sku).toBeUndefined();
    expect(record.variants?.[1]?.price).toBeUndefined();
  });

  test('has the photos of its variants behind its own', async () => {
    const id = shop.add({ name: 'Mok', productnumber: 'MOK', price: 1, stocktype: 'Attribute' });
    shop.attach(id, 52);
    const [blue] = shop.combinations.get(id) ?? [];
    const photos = [{ id: 7, deeplink: 'https://molen.example/7', alt: 'Blauw', is_mainphoto: true }];
    Object.assign(blue ?? {}, { attributecombinationphotos: { href: 'x', collection: photos } });
    shop.photos.set(id, [{ id: 4, deeplink: 'https://molen.example/4' }]);
    const api = shop.api();
    const record = product.parse(await productSource.get(api, String(id)));
    expect(record.images?.map(({ version, position }) => [version, position])).toEqual([
      ['4', 0],
      ['combination:7', 1],
    ]);
    expect(record.variants).toMatchObject([{ image: 'combination:7' }]);
    expect(api.calls.at(1)?.query).toEqual({ expand: 'attributecombinationphotos' });
  });

  test('is none where it is gone', async () => {
    expect(await productSource.get(shop.api(), '9')).toBeNull();
    expect(await productSource.get(shop.api(), '../x')).toBeNull();
  });

  test('is noticed by its change, and not by a sale; the newest first', async () => {
    const id = shop.add({ name: 'Thee', productnumber: 'T', price: 5, stock: 4 });
    const window = { since: new Date('2026-03-02T11:00:00Z'), until: new Date('2026-03-02T12:00:00Z') };
    const versions = async () => {
      const api = shop.api();
      const named = await namedIn('products', productSource, api, window);
      expect(api.calls.map(({ query }) => query.orderby)).toEqual(['modifydate_desc', 'id']);
      return new Set(named.map(({ version }) => version));
    };
    const before = await versions();
    expect(before.size).toBe(1);
    Object.assign(shop.products.get(id) ?? {}, {
      stock: 3,
      amount_sold: 1,
      modifydate: '2026-03-01T11:00:00Z',
    });
    expect(await versions()).toEqual(before);
    Object.assign(shop.products.get(id) ?? {}, { price: 6 });
    expect(await versions()).not.toEqual(before);
  });
});

describe('SKUs', () => {
  beforeEach(() => {
    for (const number of ['0017', '17', 'AB-1', 'ab-1'])
      shop.add({ productnumber: number, name: number, price: 1 });
    const mug = shop.add({ productnumber: 'MOK', name: 'Mok', price: 1, stocktype: 'Attribute' });
    shop.attach(mug, 52);
    Object.assign(shop.combinations.get(mug)?.[0] ?? {}, { sku_number: 'MOK-B' });
  });

  test.each([
    ['a few are asked for', ['17', 'MOK-B']],
    ['many are walked for', ['17', 'MOK-B', 'AB-1', 'none']],
  ])('%s, and are compared to the letter', async (_, skus) => {
    const api = shop.api();
    const found = await productTarget.find(api, skus);
    expect(found.get('17')).toHaveLength(1);
    expect(found.get('MOK-B')).toMatchObject([
      { sku: 'MOK-B', productId: '9005', id: expect.stringMatching(/^9005:\d+$/) },
    ]);
    expect(found.has('none')).toBe(false);
    expect(api.calls.some(({ path }) => path === '/products/')).toBe(skus.length > 3);
  });
});

describe('a product that is made', () => {
  test('has its shipping class, its prices and what was mapped', async () => {
    const api = shop.api();
    const written = await productTarget.create(
      api,
      draft({
        price: '15',
        listPrice: '20',
        brand: 'Merk',
        gtin: '0871',
        values: { unit: 'stuk' },
        active: false,
      }),
    );
    expect(api.sent.at(-1)).toEqual({
      ...{ productnumber: 'TS', name: 'Shirt', active: false, eannumber: '0871', taxtariff: 'normal' },
      ...{ price: 20, discount: 5, unit: 'stuk', package_id: 31, brand_id: 9001 },
    });
    expect(written).toMatchObject({ id: '9002', problems: [] });
  });

  test('with variants has those alone, with their numbers and prices', async () => {
    const variants = [
      variant('b-m', { Kleur: 'Blauw', Maat: 'M' }),
      variant('b-l', { Kleur: 'Blauw', Maat: 'L' }, { price: '22', gtin: '123' }),
      variant('r-m', { Kleur: 'Rood', Maat: 'M' }, { active: false }),
    ];
    const written = await productTarget.create(shop.api(), draft({ kind: 'variants', variants }));
    expect(written.problems).toEqual([]);
    const id = Number(written.id);
    expect(shop.shown(id)).toEqual([
      { values: 'Blauw/M', extra: 0, sku: 'TS-b-m', active: true },
      { values: 'Blauw/L', extra: 2, sku: 'TS-b-l', active: true },
      { values: 'Rood/M', extra: 0, sku: 'TS-r-m', active: false },
      // Nobody asked for it.
      { values: 'Rood/L', extra: 2, sku: '', active: false },
    ]);
    expect([...written.variants.keys()]).toEqual(['b-m', 'b-l', 'r-m']);
    // The size is one that the shop did not have.
    expect(shop.attributes.map(({ name, type }) => `${name} ${type}`)).toEqual(['Kleur MENU', 'Maat MENU']);
    const record = await productSource.get(shop.api(), written.id);
    expect(record?.variants?.map(({ sku, price }) => [sku, price])).toEqual([
      ['TS-b-m', undefined],
      ['TS-b-l', '22'],
      ['TS-r-m', undefined],
    ]);
  });

  test('whose prices are no sums of what options add is told so, and made all the same', async () => {
    const prices = { 'Blauw/M': '20', 'Blauw/L': '21', 'Rood/M': '22', 'Rood/L': '30' };
    const variants = Object.entries(prices).map(([name, price]) => {
      const [Kleur = '', Maat = ''] = name.split('/');
      return variant(name, { Kleur, Maat }, { price });
    });
    const written = await productTarget.create(shop.api(), draft({ kind: 'variants', variants }));
    expect(written.problems).toMatchObject([{ code: 'variant_prices_bound' }]);
    expect(written.variants.size).toBe(4);
  });

  test('whose values must not be made has those that there are', async () => {
    const variants = [variant('b', { Kleur: 'Blauw' }), variant('g', { Kleur: 'Groen' })];
    const written = await productTarget.create(
      shop.api(),
      draft({ kind: 'variants', variants, createValues: false }),
    );
    expect(written.problems).toMatchObject([
      { code: 'option_unknown', params: { option: 'Kleur', value: 'Groen' } },
    ]);
    expect([...written.variants.keys()]).toEqual(['b']);
  });

  test.each([false, true])(
    'has its pictures, categories and facts; answers with nothing: %j',
    async (answersNothing) => {
      shop.answersNothing = answersNothing;
      const written = await productTarget.create(
        shop.api(),
        draft({
          ...{ pictures: [picture('p2', 1), picture('p1', 0, 'Voorkant')], categories: ['77', '78'] },
          attributes: [
            { name: 'Materiaal', values: ['katoen', 'wol'] },
            { name: 'Herkomst', values: ['NL'] },
          ],
        }),
      );
      const id = Number(written.id);
      const photos = shop.photos.get(id) ?? [];
      expect(photos.map(({ alttext, is_mainphoto }) => [alttext, is_mainphoto])).toEqual([
        ['Voorkant', true],
        [undefined, false],
      ]);
      expect([...written.pictures]).toEqual([
        ['p1', String(photos[0]?.id)],
        ['p2', String(photos[1]?.id)],
      ]);
      expect(shop.links.get(id)?.map(({ category_id }) => category_id)).toEqual([77, 78]);
      expect(shop.facts.get(id)?.values.map(({ value }) => value)).toEqual(['katoen, wol']);
      expect(written.problems).toMatchObject([
        { code: 'attribute_unknown', params: { attribute: 'Herkomst' } },
      ]);
      expect(written.undone?.product).toEqual(new Set(['attributes']));
    },
  );

  test('with a picture of a kind that nobody knows is made without it', async () => {
    const odd = { ...picture('p', 0), content: { bytes: new Uint8Array([1]), type: 'image/tiff' } };
    const written = await productTarget.create(shop.api(), draft({ pictures: [odd, picture('q', 1)] }));
    expect(written.problems).toMatchObject([{ code: 'picture_refused', params: { field: 'images.0' } }]);
    expect([...written.pictures.keys()]).toEqual(['q']);
  });

  test('with a tariff that nobody has is refused', async () => {
    await expect(productTarget.create(shop.api(), draft({ vatClass: 'hoog' }))).rejects.toMatchObject({
      code: 'tax_class_unknown',
    });
  });
});

describe('a product that stands there', () => {
  test('keeps all that is not named', async () => {
    const id = shop.add({ name: 'Shirt', productnumber: 'TS', price: 20, taxtariff: 'normal' });
    shop.photos.set(id, [{ id: 4, is_mainphoto: true, deeplink: 'x' }]);
    shop.links.set(id, [{ id: 1, category_id: 33 }]);
    const { api, writes } = await update(id, {
      fields: { price: '21.95' },
      categories: { add: ['21', '33'], remove: ['20'] },
      pictures: { add: [picture('new', 1)], replace: new Map(), remove: [] },
    });
    expect(api.sent.slice(0, 1)).toEqual([{ price: 21.95, discount: 0 }]);
    expect(writes).toBe(3);
    expect(shop.photos.get(id)?.map(({ is_mainphoto }) => is_mainphoto)).toEqual([true, false]);
    expect(shop.links.get(id)?.map(({ category_id }) => category_id)).toEqual([33, 21]);
  });

  test('goes on sale and comes off it again', async () => {
    const id = shop.add({ name: 'Shirt', productnumber: 'TS', price: 40, taxtariff: 'normal' });
    await update(id, { fields: { price: '29.95', listPrice: '40' } });
    expect(shop.products.get(id)).toMatchObject({ price: 40, discount: 10.05 });
    await update(id, { fields: { price: '40', listPrice: null } });
    expect(shop.products.get(id)).toMatchObject({ price: 40, discount: 0 });
  });

  test('gets another variant: those that stand keep ids, numbers and stock, the merchant’s own too', async () => {
    const id = shop.add({ name: 'Shirt', productnumber: 'TS', price: 20, stocktype: 'Attribute' });
    shop.attach(id, 52);
    shop.attach(id, 53);
    const [blue, red] = shop.combinations.get(id) ?? [];
    Object.assign(blue ?? {}, { sku_number: 'TS-b', stock: 9 });
    Object.assign(red ?? {}, { sku_number: 'own', stock: 4 });
    const add = [variant('g', { Kleur: 'Groen' }, { price: '25' })];
    const { written } = await update(id, {
      variants: { add, change: new Map(), retire: [String(blue?.id)] },
    });
    const after = shop.combinations.get(id) ?? [];
    expect(after.map(({ id: each, stock }) => [each, stock])).toEqual([
      [blue?.id, 9],
      [red?.id, 4],
      [Number(written.variants.get('g')), 0],
    ]);
    expect(shop.shown(id)).toEqual([
      { values: 'Blauw', extra: 0, sku: 'TS-b', active: false },
      { values: 'Rood', extra: 0, sku: 'own', active: true },
      { values: 'Groen', extra: 5, sku: 'TS-g', active: true },
    ]);
    expect(written.renumbered?.size).toBe(0);
  });

  test('whose variant is another one now: its number and stock go along, and the place of before is empty', async () => {
    const id = shop.add({ name: 'Shirt', productnumber: 'TS', price: 20, stocktype: 'Attribute' });
    shop.attach(id, 52);
    const [blue] = shop.combinations.get(id) ?? [];
    Object.assign(blue ?? {}, { sku_number: 'TS-b', stock: 9 });
    const change = new Map([[String(blue?.id), { options: { Kleur: 'Marine' } }]]);
    const { written } = await update(id, { variants: { add: [], change, retire: [] } });
    expect(shop.shown(id)).toEqual([
      { values: 'Blauw', extra: 0, sku: '', active: false },
      { values: 'Marine', extra: 0, sku: 'TS-b', active: true },
    ]);
    const [, marine] = shop.combinations.get(id) ?? [];
    expect(marine?.stock).toBe(9);
    expect([...(written.renumbered ?? [])]).toEqual([[String(blue?.id), String(marine?.id)]]);
  });

  test('leaves a variant that has the options of a new one, or of one that changes, as it is, and says so', async () => {
    const id = shop.add({ name: 'Shirt', productnumber: 'TS', price: 20, stocktype: 'Attribute' });
    shop.attach(id, 52);
    shop.attach(id, 53);
    const [blue, red] = shop.combinations.get(id) ?? [];
    Object.assign(blue ?? {}, { sku_number: 'own' });
    Object.assign(red ?? {}, { sku_number: 'TS-r' });
    const before = shop.shown(id);
    const add = [variant('b', { Kleur: 'Blauw' })];
    const made = await update(id, { variants: { add, change: new Map(), retire: [] } });
    expect(made.written.problems).toMatchObject([
      { code: 'options_taken', params: { sku: 'TS-b', other: 'own' } },
    ]);
    expect(made.written.variants.size).toBe(0);
    const change = new Map([[String(red?.id), { options: { Kleur: 'Blauw' } }]]);
    const { written } = await update(id, { variants: { add: [], change, retire: [] } });
    expect(written.problems).toMatchObject([{ code: 'options_taken', params: { sku: 'TS-r' } }]);
    expect(written.undone?.variants).toEqual(new Set([String(red?.id)]));
    expect(shop.shown(id)).toEqual(before);
  });

  test('keeps what its variants are known by where all of them get other ids', async () => {
    const id = shop.add({ name: 'Shirt', productnumber: 'TS', price: 20, stocktype: 'Attribute' });
    shop.attach(id, 52);
    shop.attach(id, 53);
    const [blue, red] = shop.combinations.get(id) ?? [];
    Object.assign(blue ?? {}, { sku_number: 'own', stock: 9 });
    Object.assign(red ?? {}, { sku_number: 'TS-r', stock: 4 });
    shop.renewsIds = true;
    const add = [variant('g', { Kleur: 'Groen' }), variant('b', { Kleur: 'Blauw' })];
    const change = new Map([[String(red?.id), { options: { Kleur: 'Blauw' } }]]);
    const { written } = await update(id, { variants: { add, change, retire: [] } });
    expect(written.problems).toMatchObject([{ params: { sku: 'TS-r' } }, { params: { sku: 'TS-b' } }]);
    const stocks = (shop.combinations.get(id) ?? []).map(({ stock }) => stock);
    expect(shop.shown(id).map(({ values, sku }, index) => [values, sku, stocks[index]])).toEqual([
      ['Blauw', 'own', 9],
      ['Rood', 'TS-r', 4],
      ['Groen', 'TS-g', 0],
    ]);
    expect([...(written.renumbered?.keys() ?? [])]).toEqual([String(blue?.id), String(red?.id)]);
  });

  test('gives a new variant the options of one that goes, of one that has moved on, or of its own number', async () => {
    const id = shop.add({ name: 'Shirt', productnumber: 'TS', price: 20, stocktype: 'Attribute' });
    shop.attach(id, 52);
    shop.attach(id, 53);
    const [blue, red] = shop.combinations.get(id) ?? [];
    Object.assign(blue ?? {}, { sku_number: 'TS-b' });
    Object.assign(red ?? {}, { sku_number: 'TS-r' });
    const add = [variant('n', { Kleur: 'Blauw' })];
    await update(id, { variants: { add, change: new Map(), retire: [String(blue?.id)] } });
    expect(shop.shown(id)).toMatchObject([
      { sku: 'TS-n', active: true },
      { sku: 'TS-r', active: true },
    ]);
    const moved = new Map([[String(red?.id), { options: { Kleur: 'Groen' } }]]);
    await update(id, {
      variants: { add: [variant('x', { Kleur: 'Rood' })], change: moved, retire: [] },
    });
    expect(shop.shown(id)).toMatchObject([
      { values: 'Blauw', sku: 'TS-n', active: true },
      { values: 'Rood', sku: 'TS-x', active: true },
      { values: 'Groen', sku: 'TS-r', active: true },
    ]);
    const again = await update(id, {
      variants: { add: [variant('x', { Kleur: 'Rood' })], change: new Map(), retire: [] },
    });
    expect(again.written.problems).toEqual([]);
  });

  test('with another price leaves variants the prices of their own', async () => {
    const id = shop.add({ name: 'Shirt', productnumber: 'TS', price: 20, stocktype: 'Attribute' });
    shop.attach(id, 52);
    shop.attach(id, 53, 5);
    await update(id, { fields: { price: '22' } });
    expect(shop.shown(id).map(({ extra }) => extra)).toEqual([0, 3]);
    const { writes } = await update(id, {});
    expect(writes).toBe(0);
  });

  test('gives a variant another price, whatever others that are not sold would cost', async () => {
    const variants = [
      variant('b-m', { Kleur: 'Blauw', Maat: 'M' }),
      variant('b-l', { Kleur: 'Blauw', Maat: 'L' }, { price: '22' }),
      variant('r-m', { Kleur: 'Rood', Maat: 'M' }),
    ];
    const made = await productTarget.create(shop.api(), draft({ kind: 'variants', variants }));
    const change = new Map([[made.variants.get('b-l') ?? '', { price: '23' }]]);
    const { written } = await update(made.id, { variants: { add: [], change, retire: [] } });
    expect(written.problems).toEqual([]);
    expect(shop.shown(Number(made.id)).map(({ extra }) => extra)).toEqual([0, 3, 0, 3]);
  });

  test('has its pictures replaced one for one, and facts changed and taken away', async () => {
    const id = shop.add({ name: 'Shirt', productnumber: 'TS', price: 20 });
    shop.photos.set(id, [
      { id: 4, is_mainphoto: true, deeplink: 'x' },
      { id: 5, deeplink: 'y' },
    ]);
    shop.facts.set(id, { groups: [3], values: [{ id: 9, product_property_id: 15, value: 'klei' }] });
    const { written } = await update(id, {
      pictures: { add: [], replace: new Map([['4', picture('n', 0)]]), remove: ['5'], describe: new Map() },
      attributes: [{ name: 'Materiaal', values: ['glas'] }],
    });
    expect(shop.photos.get(id)?.map((each) => [String(each.id), each.is_mainphoto])).toEqual([
      [written.pictures.get('n'), true],
    ]);
    expect(shop.facts.get(id)?.values).toMatchObject([{ id: 9, value: 'glas' }]);
    await update(id, { attributes: [{ name: 'Materiaal', values: [] }] });
    expect(shop.facts.get(id)?.values).toEqual([]);
  });

  test('of which a part is refused has the rest', async () => {
    const id = shop.add({ name: 'Shirt', productnumber: 'TS', price: 20 });
    shop.photos.set(id, [{ id: 4, is_mainphoto: true, deeplink: 'x' }]);
    const refused = () => new Refused(500, { status: 500, code: '500.70', developermessage: 'no' });
    const { written } = await update(
      id,
      {
        ...{ fields: { name: 'Trui' }, categories: { add: ['7'], remove: [] } },
        pictures: { add: [], replace: new Map(), remove: ['4'] },
      },
      { 'POST /producttocategories/': refused, 'DELETE /productphotos/4/': refused },
    );
    expect(shop.products.get(id)).toMatchObject({ name: 'Trui' });
    expect(written.undone).toMatchObject({ product: new Set(['categories']), pictures: new Set(['4']) });
    expect(written.problems).toHaveLength(2);
  });
});

test('what holds of products follows from the shop', () => {
  expect(productTarget.traits(account)).toMatchObject({
    currency: 'EUR',
    pricesIncludeVat: true,
    groups: true,
  });
  const { pricesIncludeVat: _, ...traits } = account.traits;
  expect(productTarget.traits({ ...account, traits }).pricesIncludeVat).toBeNull();
});
