import { describe, expect, test } from 'vitest';
import type {
  PictureDraft,
  ProductChanges,
  ProductDraft,
} from '../../../../src/connectors/contract/products.ts';
import { productSource } from '../../../../src/connectors/mijnwebwinkel/products/source.ts';
import { productTarget } from '../../../../src/connectors/mijnwebwinkel/products/target.ts';
import { product } from '../../../../src/records/product.ts';
import { Refused } from '../../../support/fake-api.ts';
import { namedIn } from '../../read-changes.ts';
import { mug, tea } from '../article.ts';
import { FakeApi, paged, type Routes } from '../fake-api.ts';

const shop = (more: Routes = {}, traits = {}) =>
  new FakeApi(
    {
      'GET /articles': (call) => paged([mug, tea], call),
      'GET /articles/3001': () => mug,
      'GET /articles/3002': () => tea,
      'PATCH /articles/\\d+': () => mug,
      'POST /articlefields/\\d+': () => mug,
      ...more,
    },
    traits,
  );

describe('an article', () => {
  test('is a product with the variants that its lists make', async () => {
    const record = product.parse(await productSource.get(shop({}, { vatRate: '21' }), '3001'));
    expect(record).toMatchObject({
      id: '3001',
      sku: 'MOK',
      kind: 'variants',
      active: true,
      gtin: '8710000000017',
      weightKg: '0.40',
      price: '9.95',
      listPrice: '11.1',
      pricesIncludeVat: true,
      vatClass: 'taxed',
      vatRate: '21',
      attributes: [{ name: 'Materiaal', values: ['klei'] }],
      options: [{ name: 'Kleur', values: ['Blauw', 'Wit'] }],
      categories: ['501'],
      updatedAt: '2026-01-04T18:05:45.000Z',
    });
    expect(record.variants).toEqual([
      { id: '901', sku: 'MOK-Blauw', options: { Kleur: 'Blauw' }, price: '10.95', listPrice: '12.1' },
      { id: '902', sku: 'MOK-Wit', options: { Kleur: 'Wit' } },
    ]);
    expect(record.images).toEqual([
      { url: 'https://asset.example/full/a', version: 'a', position: 0 },
      { url: 'https://asset.example/full/b', version: 'b', position: 1 },
    ]);
  });

  test('without choices is a simple one; empty objects may come as lists', async () => {
    const record = product.parse(await productSource.get(shop(), '3002'));
    expect(record).toMatchObject({ sku: '0017', kind: 'simple', price: '5.45', listPrice: null, gtin: '' });
    expect(record).toMatchObject({ attributes: [], variants: [], images: [] });
    expect(record.vatRate).toBeUndefined();
  });

  test('carries no VAT where it is not taxable, and is hidden where no category shows it', async () => {
    const hidden = { ...tea, taxable: false, categories: [{ category_id: 1, is_active: false }] };
    const api = shop({ 'GET /articles/3002': () => hidden }, { vatRate: '21' });
    expect(await productSource.get(api, '3002')).toMatchObject({
      vatClass: 'untaxed',
      vatRate: '0',
      active: false,
    });
  });

  test('is none that is gone, or has an id that leads elsewhere', async () => {
    for (const key of ['9', '..', '3001/x']) expect(await productSource.get(shop(), key)).toBeNull();
  });

  test('is found by its SKU, exactly, by walking through all of them', async () => {
    const all = Array.from({ length: 230 }, (_, index) => ({ ...tea, id: index + 1, sku: `T-${index + 1}` }));
    const api = shop({
      'GET /articles': (call) => paged([mug, ...all, { ...tea, id: 999, sku: 'T-7' }], call),
    });
    const found = await productSource.find(api, ['T-7', 'MOK-Wit', 't-8', 'nowhere']);
    expect([...found].map(([sku, places]) => [sku, places.map(({ id }) => id)])).toEqual([
      ['MOK-Wit', ['3001:902']],
      ['T-7', ['7', '999']],
    ]);
  });

  test('has changed when anything of it but its stock has', async () => {
    const window = { since: new Date('2026-03-02T11:00:00Z'), until: new Date('2026-03-02T12:00:00Z') };
    const versionOf = async (article: object) =>
      (await namedIn('products', productSource, shop({ 'GET /articles': () => [article] }), window))[0]
        ?.version;
    const before = await versionOf(mug);
    expect(
      await versionOf({ ...mug, stock: 1, variants: mug.variants.map((each) => ({ ...each, stock: 0 })) }),
    ).toBe(before);
    expect(await versionOf({ ...mug, name: 'Beker' })).not.toBe(before);
    expect(await versionOf({ ...mug, variants: mug.variants.slice(1) })).not.toBe(before);
  });
});

const picture = (version: string, position = 0): PictureDraft => ({
  version,
  position,
  url: `https://img.example/${version}.jpg`,
  fileName: `${version}.jpg`,
  content: { bytes: new TextEncoder().encode(version), type: 'image/jpeg' },
});

const draft: ProductDraft = {
  sku: 'THEE100',
  name: 'Thee 100 g',
  kind: 'simple',
  description: '<p>Losse thee</p>',
  gtin: '8710000000024',
  weightKg: '0.1',
  price: '4.95',
  listPrice: '5.45',
  vatClass: 'taxed',
  options: [],
  variants: [],
  attributes: [{ name: 'Herkomst', values: ['Assam', 'Ceylon'] }],
  categories: ['501', '502'],
  pictures: [picture('p1')],
  values: { delivery_days: 2 },
  createValues: false,
};

const noChanges: ProductChanges = {
  fields: {},
  values: {},
  attributes: [],
  variants: { add: [], change: new Map(), retire: [] },
  options: [],
  categories: { add: [], remove: [] },
  pictures: { add: [], replace: new Map(), remove: [] },
  createValues: false,
};

describe('an article in the shop', () => {
  test('is made first, and its pictures after it', async () => {
    const images = [{ id: 'n1', position: 1, original_name: 'p1.jpg' }];
    const api = shop({
      'POST /articles': () => ({ ...tea, id: 3_003 }),
      'POST /articles/uploadImage/3003': () => 'Image uploaded',
      'GET /articles/3003': () => ({ ...tea, id: 3_003, images }),
    });
    const written = await productTarget.create(api, draft);
    expect(api.sent).toEqual([
      {
        sku: 'THEE100',
        name: 'Thee 100 g',
        description: '<p>Losse thee</p>',
        taxable: true,
        price: { default: '5.45', action: '4.95' },
        extra: {
          invisible: { weight: '0.1', barcode: '8710000000024' },
          visible: { Herkomst: 'Assam, Ceylon' },
        },
        categories: [
          { category_id: 501, is_active: true, is_main: true },
          { category_id: 502, is_active: true, is_main: false },
        ],
        delivery_days: 2,
      },
      { filename: 'p1.jpg', position: 1, content: btoa('p1') },
    ]);
    expect(written).toMatchObject({ id: '3003', pictures: new Map([['p1', 'n1']]), problems: [] });
  });

  test('goes without a picture that is refused, which is told', async () => {
    const api = shop({
      'POST /articles': () => ({ ...tea, id: 3_003 }),
      'GET /articles/3003': () => ({ ...tea, id: 3_003 }),
      'POST /articles/uploadImage/3003': () => new Refused(422, { detail: 'No image.' }),
    });
    const { id, problems } = await productTarget.create(api, draft);
    expect([id, problems.map(({ code }) => code)]).toEqual(['3003', ['picture_refused']]);
  });

  test('is shown where it is to be hidden and stands in no category, which is told', async () => {
    const made = { ...tea, id: 3_003, categories: [] };
    const api = shop({ 'POST /articles': () => made });
    const { problems, undone } = await productTarget.create(api, {
      ...draft,
      active: false,
      categories: [],
      pictures: [],
    });
    expect(problems).toMatchObject([
      { code: 'product_shown', params: { system: 'MijnWebwinkel', product: 'THEE100' } },
    ]);
    expect([...(undone?.product ?? [])]).toEqual(['active']);
  });

  test('has one of two classes of VAT', async () => {
    const created = productTarget.create(shop(), { ...draft, vatClass: '21' });
    await expect(created).rejects.toMatchObject({
      code: 'tax_class_unknown',
      params: { taxClass: '21', product: 'THEE100' },
    });
  });

  async function update(changes: Partial<ProductChanges>, api = shop()) {
    const standing = await productTarget.get(api, '3001');
    if (standing === null) throw new Error('is not there');
    const written = await productTarget.update(api, standing, { ...noChanges, ...changes });
    return { written, calls: api.calls.slice(1).map(({ path, body }) => [path, body]) };
  }

  test('is changed in what is named; its purchase price, lists and variants stay', async () => {
    const { calls } = await update({ fields: { price: '10.50', name: 'Beker' } });
    expect(calls).toEqual([
      ['/articles/3001', { name: 'Beker', price: { default: '11.1', action: '10.50', purchase: '4' } }],
    ]);
  });

  test('has its offer ended by null', async () => {
    const { calls } = await update({ fields: { listPrice: null, price: '11.10' } });
    expect(calls).toEqual([['/articles/3001', { price: { default: '11.10', action: null, purchase: '4' } }]]);
  });

  test('keeps the categories that the merchant added', async () => {
    const { calls } = await update({ categories: { add: ['502'], remove: ['77'] } });
    expect(calls).toEqual([
      [
        '/articles/3001',
        {
          categories: [
            { category_id: 501, article_url_id: 88, is_active: true, is_main: true },
            { category_id: 502, is_active: true, is_main: false },
          ],
        },
      ],
    ]);
  });

  test('is hidden in every category', async () => {
    const { calls } = await update({ fields: { active: false } });
    expect(calls).toMatchObject([
      ['/articles/3001', { categories: [{ category_id: 501, is_active: false }] }],
    ]);
  });

  test('has its barcode and facts changed one by one', async () => {
    const { calls } = await update({
      fields: { gtin: '871' },
      attributes: [{ name: 'Materiaal', values: ['glas'] }],
    });
    expect(calls).toEqual([
      ['/articlefields/3001', { Materiaal: 'glas' }],
      ['/articlefields/3001', { barcode: '871' }],
    ]);
  });

  test('loses an attribute that the source has no longer', async () => {
    const { calls } = await update({ attributes: [{ name: 'Materiaal', values: [] }] });
    expect(calls).toEqual([['/articlefields/3001', ['Materiaal']]]);
  });

  test('goes on where a field is refused, which is told', async () => {
    const api = shop({ 'POST /articlefields/3001': () => new Refused(422, { detail: 'No.' }) });
    const { written } = await update({ fields: { gtin: '871', name: 'Beker' } }, api);
    expect(written.problems.map(({ code }) => code)).toEqual(['refused']);
    expect([...(written.undone?.product ?? [])]).toEqual(['gtin']);
  });

  test('stays in a category where the platform adds to the list, which is told', async () => {
    const { written } = await update({ categories: { add: ['502'], remove: ['501'] } });
    expect(written.problems).toMatchObject([
      { code: 'category_kept', params: { category: '501', product: 'MOK' } },
    ]);
    expect([...(written.undone?.product ?? [])]).toEqual(['categories']);
  });

  test('stays hidden in the categories that it is added to', async () => {
    const hidden = { ...mug, categories: [{ ...mug.categories[0], is_active: false }] };
    const api = shop({ 'GET /articles/3001': () => hidden, 'PATCH /articles/3001': () => hidden });
    const { calls } = await update({ categories: { add: ['502'], remove: [] } }, api);
    expect(calls).toMatchObject([
      ['/articles/3001', { categories: [{ is_active: false }, { category_id: 502, is_active: false }] }],
    ]);
  });

  const pictures = { add: [], replace: new Map<string, PictureDraft>(), remove: [] };

  test('has a picture put in the place of another one, which goes then', async () => {
    let images: object[] = mug.images;
    const api = shop({
      'GET /articles/3001': () => ({ ...mug, images }),
      'POST /articles/uploadImage/3001': () => {
        images = [...mug.images, { id: 'new', position: 3, original_name: 'p2.jpg' }];
        return 'Image uploaded';
      },
      'DELETE /deleteImage/b': () => ({}),
    });
    const { written, calls } = await update(
      { pictures: { ...pictures, replace: new Map([['b', picture('p2')]]) } },
      api,
    );
    expect(calls).toEqual([
      ['/articles/uploadImage/3001', { filename: 'p2.jpg', position: 2, content: btoa('p2') }],
      ['/deleteImage/b', undefined],
      ['/articles/3001', undefined],
    ]);
    expect([...written.pictures]).toEqual([['p2', 'new']]);
    expect([...(written.undone?.pictures ?? [])]).toEqual([]);
  });

  test('has a picture whose upload was not answered told by its name', async () => {
    let images: object[] = mug.images;
    const api = shop({
      'GET /articles/3001': () => ({ ...mug, images }),
      'POST /articles/uploadImage/3001': () => {
        images = [...mug.images, { id: 'new', position: 3, original_name: 'p2.jpg' }];
        return new Refused(502);
      },
    });
    const changes = { ...pictures, replace: new Map([['b', picture('p2')]]) };
    const { written } = await update({ pictures: changes }, api);
    expect([...written.pictures]).toEqual([['p2', 'new']]);
    // The one that it replaces is still to go.
    expect([...(written.undone?.pictures ?? [])]).toEqual(['b']);
    expect(written.problems).toHaveLength(1);
  });

  test('has fifteen pictures at most; more are told', async () => {
    const add = Array.from({ length: 15 }, (_, index) => picture(`x${index}`, index));
    const { written, calls } = await update(
      { pictures: { ...pictures, add } },
      shop({ 'POST /articles/uploadImage/3001': () => 'Image uploaded' }),
    );
    expect(calls.filter(([path]) => path === '/articles/uploadImage/3001')).toHaveLength(13);
    expect(written.problems.map(({ params }) => params.field)).toEqual(['images.13', 'images.14']);
  });
});

test('variants are articles of their own, as lists cannot be made', () => {
  expect(productTarget.traits(shop().account)).toMatchObject({
    groups: false,
    pricesIncludeVat: true,
    priceDecimals: 2,
  });
});
