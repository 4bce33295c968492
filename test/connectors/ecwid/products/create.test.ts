import { describe, expect, test } from 'vitest';
import type { ProductDraft } from '../../../../src/connectors/contract/products.ts';
import { productTarget } from '../../../../src/connectors/ecwid/products/target.ts';
import { Problem } from '../../../../src/records/problem.ts';
import { Refused } from '../../../support/fake-api.ts';
import { store } from './mug.ts';
import { OneProduct } from './one-product.ts';

const simple: ProductDraft = {
  sku: '0017',
  name: 'Bowl',
  kind: 'simple',
  active: true,
  description: '<p>Deep</p>',
  shortDescription: 'A bowl',
  gtin: '0400638133394',
  brand: 'Nordwind',
  weightKg: '0.5',
  price: '12.90',
  listPrice: null,
  vatClass: '9100',
  options: [],
  variants: [],
  attributes: [],
  categories: ['8800'],
  pictures: [],
  values: { costPrice: 4.1 },
  createValues: false,
};

const shirt: ProductDraft = {
  ...simple,
  sku: 'TS',
  kind: 'variants',
  options: [{ name: 'Size', values: ['S', 'M'] }],
  variants: [
    { sourceId: 'a', sku: 'TS-S', options: { Size: 'S' } },
    { sourceId: 'b', sku: 'TS-M', options: { Size: 'M' }, price: '14.90', gtin: '0871', active: false },
  ],
};

const picture = (position: number, name: string) => ({
  url: `https://erp.example.com/${name}.jpg`,
  version: name,
  position,
  fileName: `${name}.jpg`,
});

describe('the body', () => {
  test('of a product without variations', () => {
    expect(productTarget.toWire(simple, store)).toEqual({
      sku: '0017',
      name: 'Bowl',
      enabled: true,
      description: '<p>Deep</p>',
      subtitle: 'A bowl',
      weight: 0.5,
      price: 12.9,
      tax: { taxable: true, enabledManualTaxes: [9100] },
      attributes: [
        { alias: 'UPC', value: '0400638133394' },
        { alias: 'BRAND', value: 'Nordwind' },
      ],
      categoryIds: [8800],
      costPrice: 4.1,
    });
  });

  test('of one with variations: a variation that is not sold is made with nothing in stock', () => {
    expect(productTarget.toWire({ ...shirt, listPrice: '20.00' }, store)).toMatchObject({
      compareToPrice: 20,
      options: [
        {
          type: 'SELECT',
          name: 'Size',
          choices: [
            { text: 'S', priceModifier: 0, priceModifierType: 'ABSOLUTE' },
            { text: 'M', priceModifier: 0, priceModifierType: 'ABSOLUTE' },
          ],
        },
      ],
      combinations: [
        { sku: 'TS-S', options: [{ name: 'Size', value: 'S' }] },
        {
          sku: 'TS-M',
          price: 14.9,
          options: [{ name: 'Size', value: 'M' }],
          attributes: [{ alias: 'UPC', value: '0871' }],
          unlimited: false,
          quantity: 0,
        },
      ],
    });
  });

  test.each([
    ['none', { taxable: false, enabledManualTaxes: [] }],
    ['9100,9101', { taxable: true, enabledManualTaxes: [9100, 9101] }],
    ['reduced', { taxable: true, enabledManualTaxes: [], taxClassCode: 'reduced' }],
  ])('of tax class %s', (vatClass, tax) => {
    expect(productTarget.toWire({ ...simple, vatClass }, store).tax).toEqual(tax);
  });
});

test('what holds of the store', () => {
  expect(productTarget.traits(store)).toEqual({
    currency: 'EUR',
    pricesIncludeVat: true,
    priceDecimals: 2,
    groups: true,
    maxVariants: 200,
    variantsActive: false,
    maxPictureBytes: 20_000_000,
    fetchesPictures: true,
    namesPictures: true,
    together: [['attributes', 'gtin', 'brand']],
  });
  expect(productTarget.traits({ ...store, currency: 'JPY', traits: {} })).toMatchObject({
    priceDecimals: 0,
    pricesIncludeVat: null,
  });
  expect(productTarget.skuKey('aB-1 ')).toBe('aB-1 ');
});

describe('a new product', () => {
  test('takes one call', async () => {
    const api = new OneProduct(null);
    expect(await productTarget.create(api, simple)).toMatchObject({
      id: '700',
      variants: new Map(),
      pictures: new Map(),
      problems: [],
    });
    expect(api.calls.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /products']);
  });

  test('has its variations with the first call, and their ids', async () => {
    const api = new OneProduct(null);
    const { variants } = await productTarget.create(api, shirt);
    expect([...variants]).toEqual([
      ['a', '1000'],
      ['b', '1001'],
    ]);
    expect(api.calls.map(({ method, path, query }) => [`${method} ${path}`, query])).toEqual([
      ['POST /products', { saveCombinations: true }],
      ['GET /products/700', {}],
    ]);
  });

  test('a shop that leaves them out is given them one by one', async () => {
    const api = new OneProduct(null);
    api.instead = ({ method, path, body }) => {
      if (method !== 'POST' || path !== '/products') return undefined;
      api.product = { ...(body as object), id: 700, media: { images: [] }, combinations: [] };
      return { id: 700 };
    };
    const { variants } = await productTarget.create(api, shirt);
    expect(variants).toEqual(
      new Map([
        ['a', '1000'],
        ['b', '1001'],
      ]),
    );
    expect(api.product.combinations).toMatchObject([{ sku: 'TS-S' }, { sku: 'TS-M', quantity: 0 }]);
    // Nothing is known of its stock: what is new there is as the shop makes it.
    expect(api.product.combinations[0]).not.toHaveProperty('quantity');
  });

  test('has its pictures in the order of the source, and one of a variation', async () => {
    const api = new OneProduct(null);
    const [, second] = shirt.variants;
    if (second === undefined) throw new Error('there is one');
    const { pictures, problems } = await productTarget.create(api, {
      ...shirt,
      variants: [{ ...second, image: 'side' }],
      pictures: [picture(1, 'side'), { ...picture(0, 'front'), alt: 'A shirt' }],
    });
    expect(problems).toEqual([]);
    expect(api.pictures).toEqual(['https://erp.example.com/front.jpg', 'https://erp.example.com/side.jpg']);
    expect([...pictures]).toEqual([
      ['front', '0:1001.jpg'],
      ['side', '1002'],
    ]);
    expect(api.written.slice(1)).toEqual([
      ['POST /products/700/image', { externalUrl: 'https://erp.example.com/front.jpg' }],
      [
        'POST /products/700/gallery',
        { externalUrl: 'https://erp.example.com/side.jpg', fileName: 'side.jpg' },
      ],
      [
        'PUT /products/700',
        {
          media: {
            images: [
              { id: '0', alt: { main: 'A shirt' } },
              { id: '1002', alt: undefined },
            ],
          },
        },
      ],
      ['POST /products/700/combinations/1000/image', { externalUrl: 'https://erp.example.com/side.jpg' }],
    ]);
  });

  test('a picture that is none is told, and the rest goes', async () => {
    const api = new OneProduct(null);
    api.instead = ({ query }) =>
      String(query.externalUrl).includes('dead') ? new Refused(422, { errorMessage: 'no image' }) : undefined;
    const pictures = [picture(0, 'dead'), picture(1, 'side')];
    const written = await productTarget.create(api, { ...simple, pictures });
    expect(written.problems).toMatchObject([
      { kind: 'rejected', code: 'picture_refused', params: { field: 'images.0', sku: '0017' } },
    ]);
    // The first that is taken is the main one.
    expect([...written.pictures]).toEqual([['side', '0:1000.jpg']]);
  });

  test('a lost answer of an upload makes no second picture', async () => {
    const api = new OneProduct(null);
    let lost = 1;
    api.instead = ({ path }) => {
      if (!path.endsWith('/gallery') || lost-- === 0) return undefined;
      api.product.media.images.push({
        id: '77',
        isMain: false,
        imageOriginalUrl: 'https://cdn.example.com/77.jpg',
      });
      throw new Problem({ kind: 'outcome-unknown', code: 'timed_out', params: {} });
    };
    const pictures = [picture(0, 'front'), picture(1, 'side'), picture(2, 'back')];
    const written = await productTarget.create(api, { ...simple, pictures });
    expect(written.problems).toEqual([]);
    expect([...written.pictures]).toEqual([
      ['front', '0:1000.jpg'],
      ['side', '77'],
      ['back', '1001'],
    ]);
    expect(api.product.media.images).toHaveLength(3);
  });

  test('one that did not come to be is told, to be sent another time', async () => {
    const api = new OneProduct(null);
    api.instead = ({ path }) => {
      if (!path.endsWith('/gallery')) return undefined;
      throw new Problem({ kind: 'outcome-unknown', code: 'timed_out', params: {} });
    };
    const written = await productTarget.create(api, {
      ...simple,
      pictures: [picture(0, 'a'), picture(1, 'b')],
    });
    expect(written.problems).toMatchObject([{ kind: 'retry', code: 'timed_out' }]);
    expect([...written.pictures.keys()]).toEqual(['a']);
    expect([...(written.unanswered ?? [])]).toEqual(['b']);
  });

  test('a shop that goes away behind the first call is not asked further, and nothing is thrown', async () => {
    const api = new OneProduct(null);
    const away = new Problem({ kind: 'retry', code: 'server_error', params: {} });
    api.instead = ({ path }) => {
      if (path.endsWith('/image')) throw away;
      return undefined;
    };
    const written = await productTarget.create(api, {
      ...shirt,
      pictures: [picture(0, 'a'), picture(1, 'b')],
    });
    expect(written).toMatchObject({ id: '700', problems: [{ code: 'server_error' }] });
    expect(written.variants.size).toBe(2);
    expect(api.calls.at(-1)?.path).toBe('/products/700/image');
  });

  test('pictures whose list could not be read, or whose words were not taken, are told as not finished', async () => {
    const spent = new Problem({ kind: 'wait', code: 'run_spent', params: {} });
    const words = { alt: 'Seen from above' };
    const pictures = [
      { ...picture(0, 'a'), ...words },
      { ...picture(1, 'b'), ...words },
    ];
    const endingAt = async (method: string) => {
      const api = new OneProduct(null);
      let sent = 0;
      api.instead = (call) => {
        if (call.path.endsWith('/gallery')) sent += 1;
        if (call.method === method && sent > 0) throw spent;
        return undefined;
      };
      const {
        pictures: done,
        unfinished,
        problems,
      } = await productTarget.create(api, { ...simple, pictures });
      expect(problems).toMatchObject([{ code: 'run_spent' }]);
      expect(done.size).toBe(0);
      return [...(unfinished ?? [])];
    };
    expect(await endingAt('GET')).toEqual([
      ['a', ''],
      ['b', '1001'],
    ]);
    expect(await endingAt('PUT')).toEqual([
      ['a', '0:1000.jpg'],
      ['b', '1001'],
    ]);
  });

  test('throws where nothing was made', async () => {
    const api = new OneProduct(null);
    api.instead = ({ path }) =>
      path === '/products' ? new Refused(400, { errorCode: 'WRONG_PARAMETER' }) : undefined;
    await expect(productTarget.create(api, simple)).rejects.toMatchObject({ code: 'refused' });
  });
});

describe('a tax', () => {
  test('that nobody has is named before anything is made', async () => {
    const api = new OneProduct(null);
    await expect(productTarget.create(api, { ...simple, vatClass: '1' })).rejects.toMatchObject({
      kind: 'rejected',
      code: 'tax_class_unknown',
      params: { system: 'Ecwid', taxClass: '1', product: '0017' },
    });
    expect(api.written).toEqual([]);
  });

  test('that is newer than what is known of the account is taken', async () => {
    const api = new OneProduct(null);
    await productTarget.create(api, { ...simple, vatClass: '9200' });
    expect(api.product.tax).toEqual({ taxable: true, enabledManualTaxes: [9200] });
  });
});

describe('a fact', () => {
  const attributes = [
    { name: 'Origin', values: ['Poland'] },
    { name: 'Care', values: ['Wash', 'Dry'] },
  ];

  test('that the product type does not declare is told, and left out', async () => {
    const api = new OneProduct(null);
    const { problems } = await productTarget.create(api, { ...simple, attributes });
    expect(problems).toMatchObject([
      { code: 'attribute_unknown', params: { system: 'Ecwid', attribute: 'Care', product: '0017' } },
    ]);
    expect(api.product.attributes).toContainEqual({ name: 'Origin', value: 'Poland', show: 'DESCR' });
    expect(api.product.attributes).not.toContainEqual(expect.objectContaining({ name: 'Care' }));
  });

  test('is declared before its product is made, behind all that stand there, with their ids', async () => {
    const api = new OneProduct(null);
    const { sharedLists } = productTarget;
    const list = sharedLists?.of(simple.values) ?? '';
    const missing = (await sharedLists?.missing(api, list, ['Origin', 'Care'])) ?? [];
    expect([list, missing]).toEqual(['0', ['Care']]);
    await sharedLists?.extend(api, list, missing);
    expect(api.written).toEqual([
      [
        'PUT /classes/0',
        {
          attributes: [
            { id: 61001, name: 'UPC' },
            { id: 61002, name: 'Brand' },
            { id: 61003, name: 'Origin' },
            { name: 'Care', type: 'CUSTOM', show: 'DESCR' },
          ],
        },
      ],
    ]);
    const { problems } = await productTarget.create(api, { ...simple, attributes });
    expect(problems).toEqual([]);
    expect(api.product.attributes).toContainEqual({ name: 'Care', value: 'Wash, Dry', show: 'DESCR' });
  });
});
