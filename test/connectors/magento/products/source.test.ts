import { describe, expect, test } from 'vitest';
import { productSource } from '../../../../src/connectors/magento/products/source.ts';
import { product } from '../../../../src/records/product.ts';
import { FakeShop, type ShopProduct } from '../fake-shop.ts';

/** A ring in two sizes, the larger one dearer, and what a fresh shop has beside it. */
function shopWithRing(behaviour = {}) {
  const shop = new FakeShop(behaviour);
  shop.attribute('size', 'select', ['M', 'L'], { default_frontend_label: 'Maat' });
  shop.attribute('color', 'select', ['Geel']);
  shop.attribute('ean', 'text');
  shop.attribute('origin', 'text', [], { default_frontend_label: 'Herkomst' });
  shop.attribute('care', 'multiselect', ['Koel', 'Droog']);
  shop.attribute('manufacturer', 'select', ['Juwel'], { is_user_defined: false });
  const child = (sku: string, size: string, more: Partial<ShopProduct> = {}) =>
    shop.product(sku, {
      visibility: 1,
      price: 20,
      weight: 0.1,
      custom: { size: shop.optionId('size', size), ean: `87${sku}` },
      ...more,
    });
  const children = [child('RN-M', 'M'), child('RN-S', 'M'), child('RN-L', 'L', { price: 25, status: 2 })];
  const size = shop.attributes[0]?.attribute_id;
  const ring = shop.product('RN-100', {
    name: 'Ring',
    type_id: 'configurable',
    children: children.map(({ id }) => id),
    links: ['14', '20'],
    options: [
      {
        id: 21,
        attribute_id: String(size),
        label: 'Maat',
        position: 0,
        values: ['M', 'L'].map((label) => ({ value_index: Number(shop.optionId('size', label)) })),
      },
    ],
    custom: {
      description: '<p>Goud</p>',
      tax_class_id: '2',
      origin: 'Nederland',
      care: [shop.optionId('care', 'Koel'), shop.optionId('care', 'Droog')].join(','),
      manufacturer: shop.optionId('manufacturer', 'Juwel'),
      url_key: 'ring',
    },
  });
  return { shop, ring, children };
}

describe.each([{ bareLists: false }, { bareLists: true }])('with %j', (behaviour) => {
  test('a configurable product is one with its children', async () => {
    const { shop, ring, children } = shopWithRing(behaviour);
    const record = await productSource.get(shop.api, String(ring.id));
    expect(product.parse(record)).toEqual(record);
    expect(record).toEqual({
      id: String(ring.id),
      sku: 'RN-100',
      name: 'Ring',
      kind: 'variants',
      unsupported: undefined,
      active: true,
      description: '<p>Goud</p>',
      shortDescription: '',
      gtin: '',
      brand: 'Juwel',
      weightKg: undefined,
      price: '20',
      listPrice: null,
      currency: 'EUR',
      pricesIncludeVat: false,
      vatClass: '2',
      vatRate: '21',
      attributes: [
        { name: 'Herkomst', values: ['Nederland'] },
        { name: 'care', values: ['Koel', 'Droog'] },
      ],
      categories: ['14', '20'],
      images: [],
      updatedAt: '2026-03-01T10:00:00.000Z',
      options: [{ name: 'Maat', values: ['M', 'L'] }],
      variants: [
        variant(children[0], 'M'),
        variant(children[1], 'M'),
        { ...variant(children[2], 'L'), price: '25', listPrice: null, active: false },
      ],
    });
  });

  test('a change of a child is one of its parent', async () => {
    const { shop, ring, children } = shopWithRing(behaviour);
    const loose = shop.product('MOK', { updated_at: '2026-03-01 09:00:00' });
    if (children[0]) children[0].updated_at = '2026-03-01 09:30:00';
    ring.updated_at = '2026-02-01 00:00:00';
    const { changes } = productSource;
    if (changes.kind !== 'by-time') throw new Error('it is asked for');
    const { changes: found } = await changes.page(shop.api, {
      since: new Date('2026-03-01T08:00:00Z'),
      until: new Date('2026-03-02T12:00:00Z'),
      page: null,
    });
    expect(new Set(found.map(({ key }) => key))).toEqual(new Set([String(loose.id), String(ring.id)]));
    expect(
      found.filter(({ key }) => key === String(ring.id)).every(({ version }) => version === undefined),
    ).toBe(true);
  });

  test('a child is no product of its own, and a hidden product without a parent is one', async () => {
    const { shop, children } = shopWithRing(behaviour);
    const hidden = shop.product('LOS', { visibility: 1 });
    expect(await productSource.get(shop.api, String(children[0]?.id))).toBeNull();
    expect(await productSource.get(shop.api, String(hidden.id))).toMatchObject({ sku: 'LOS' });
  });
});

function variant(child: ShopProduct | undefined, size: string) {
  return {
    id: String(child?.id),
    sku: child?.sku,
    options: { Maat: size },
    gtin: `87${child?.sku}`,
    weightKg: '0.1',
    active: true,
    image: undefined,
  };
}

test('a value that is newer than what is known of its attribute is read by its label', async () => {
  const { shop } = shopWithRing();
  const mug = shop.product('MOK', { custom: { manufacturer: shop.optionId('manufacturer', 'Juwel') } });
  const brand = async () => (await productSource.get(shop.api, String(mug.id)))?.brand;
  expect(await brand()).toBe('Juwel');
  shop.options.set('manufacturer', [
    ...(shop.options.get('manufacturer') ?? []),
    { label: 'Zilver', value: '990' },
  ]);
  mug.custom.manufacturer = '990';
  expect(await brand()).toBe('Zilver');
});

test('several products are read together, what is gone is left out', async () => {
  const { shop, ring } = shopWithRing();
  const mug = shop.product('MOK', { price: 5 });
  const keys = [String(ring.id), String(mug.id), '99999', 'none'];
  const found = await productSource.getMany?.(shop.api, keys);
  expect([...(found?.keys() ?? [])].sort()).toEqual([String(ring.id), String(mug.id)].sort());
  const lists = shop.api.calls.filter(({ method, path }) => method === 'GET' && path === '/V1/products');
  expect(lists).toHaveLength(2);
});

test.each(['bundle', 'grouped', 'giftcard', 'downloadable'])('a %s cannot be carried', async (type) => {
  const shop = new FakeShop();
  const { id } = shop.product('X', { type_id: type });
  expect(await productSource.get(shop.api, String(id))).toMatchObject({ unsupported: type, kind: 'simple' });
});

describe('a special price', () => {
  const priced = async (custom: Record<string, string>) => {
    const shop = new FakeShop();
    const { id } = shop.product('X', { price: 40, custom });
    const { price, listPrice } = (await productSource.get(shop.api, String(id))) ?? {};
    return [price, listPrice];
  };

  // It is noon of 2 March in UTC.
  test.each([
    ['without days', {}, ['29.95', '40']],
    ['that has begun', { special_from_date: '2026-03-02 00:00:00' }, ['29.95', '40']],
    ['on its last day', { special_to_date: '2026-03-02 00:00:00' }, ['29.95', '40']],
    ['that is over', { special_to_date: '2026-03-01 23:59:59' }, ['40', null]],
    ['that is to come', { special_from_date: '2026-03-03 00:00:00' }, ['40', null]],
  ])('%s', async (_, days, expected) => {
    expect(await priced({ special_price: '29.950000', ...days })).toEqual(expected);
  });

  test('that is no lower, and none', async () => {
    expect(await priced({ special_price: '45' })).toEqual(['40', null]);
    expect(await priced({})).toEqual(['40', null]);
  });
});

test('pictures are in order, the main one first, without videos and hidden ones', async () => {
  const shop = new FakeShop();
  const entry = (id: number, position: number, more = {}) => ({
    id,
    media_type: 'image',
    label: null,
    position,
    disabled: false,
    types: [],
    file: `/p/i/pic${id}.png`,
    ...more,
  });
  const { id } = shop.product('X', {
    media: [
      entry(1, 1),
      entry(2, 2, { types: ['image'], label: 'Voor' }),
      entry(3, 0, { media_type: 'external-video' }),
      entry(4, 0, { disabled: true }),
    ],
  });
  expect((await productSource.get(shop.api, String(id)))?.images).toEqual([
    {
      url: 'https://shop.example.com/media/catalog/product/p/i/pic2.png',
      alt: 'Voor',
      position: 0,
      version: '2',
    },
    {
      url: 'https://shop.example.com/media/catalog/product/p/i/pic1.png',
      alt: '',
      position: 1,
      version: '1',
    },
  ]);
});

test('attributes have the words of the view, and of the staff where the view has none', async () => {
  const shop = new FakeShop();
  const labels = [
    { store_id: '1', label: 'Origin' },
    { store_id: '2', label: 'Herkomst' },
  ];
  shop.attribute('origin', 'text', [], { default_frontend_label: 'Origin', frontend_labels: labels });
  shop.attribute('care', 'text', [], { default_frontend_label: 'Care' });
  const { id } = shop.product('X', { custom: { origin: 'NL', care: 'koel' } });
  const record = await productSource.get(shop.api, String(id));
  expect(record?.attributes?.map(({ name }) => name)).toEqual(['Herkomst', 'Care']);
});

test('weights in pounds become kilograms', async () => {
  const shop = new FakeShop();
  shop.api.account = { ...shop.api.account, traits: { ...shop.api.account.traits, weightUnit: 'lbs' } };
  const { id } = shop.product('X', { weight: 2 });
  expect(await productSource.get(shop.api, String(id))).toMatchObject({ weightKg: '0.9072' });
});

test('P5: SKUs are found exactly, a child as a variant of its parent', async () => {
  const { shop, ring, children } = shopWithRing();
  shop.product('0017');
  const found = await productSource.find(shop.api, ['RN-M', 'rn-m', '17', '0017']);
  expect([...found.keys()]).toEqual(['RN-M', '0017']);
  const id = String(children[0]?.id);
  expect(found.get('RN-M')).toEqual([{ sku: 'RN-M', id, productId: String(ring.id), variantId: id }]);
  expect(found.get('0017')).toMatchObject([{ variantId: null }]);
});

test('where taxes may not be read the rate is not known', async () => {
  const shop = new FakeShop();
  const get = shop.api.get.bind(shop.api);
  const { Problem } = await import('../../../../src/records/problem.ts');
  shop.api.get = (path, schema, query) =>
    typeof path !== 'string' && path.text?.startsWith('/V1/tax')
      ? Promise.reject(new Problem({ kind: 'auth', code: 'credentials_refused', params: {} }))
      : get(path, schema, query);
  const { id } = shop.product('X', { custom: { tax_class_id: '2' } });
  const record = await productSource.get(shop.api, String(id));
  expect(record).toMatchObject({ vatClass: '2' });
  expect(record?.vatRate).toBeUndefined();
});

describe('a sale that begins or ends by its day', () => {
  /** Keys that a window names, page by page. */
  async function changed(shop: FakeShop, since: string, until: string): Promise<string[]> {
    const { changes } = productSource;
    if (changes.kind !== 'by-time') throw new Error('it is asked for');
    const window = { since: new Date(since), until: new Date(until) };
    const keys: string[] = [];
    for (let at: string | null = null, pages = 0; pages < 10; pages++) {
      const page: Awaited<ReturnType<typeof changes.page>> = await changes.page(shop.api, {
        ...window,
        page: at,
      });
      keys.push(...page.changes.map(({ key }) => key));
      at = page.next;
      if (at === null) return keys.toSorted();
    }
    throw new Error('it never ends');
  }

  function shopOnSale(count = 1) {
    const shop = new FakeShop();
    const sale = (sku: string, from: string | null, to: string | null) =>
      String(
        shop.product(sku, {
          custom: { special_price: '9.95', special_from_date: from, special_to_date: to },
        }).id,
      );
    const begun = Array.from({ length: count }, (_, index) =>
      sale(`BEGINT-${index}`, '2026-03-10 00:00:00', '2026-03-20 00:00:00'),
    );
    const ended = Array.from({ length: count }, (_, index) =>
      sale(`EINDIGT-${index}`, '2026-03-01 00:00:00', '2026-03-09 00:00:00'),
    );
    sale('LOOPT', '2026-03-05 00:00:00', '2026-03-10 00:00:00');
    sale('MORGEN', '2026-03-11 00:00:00', null);
    return { shop, changes: [...begun, ...ended].toSorted() };
  }

  test('is named by the window in which the shop’s day begins, and by no other', async () => {
    const { shop, changes } = shopOnSale();
    // Midnight in Amsterdam.
    expect(await changed(shop, '2026-03-09T22:55:00Z', '2026-03-09T23:00:00Z')).toEqual(changes);
    expect(await changed(shop, '2026-03-09T22:50:00Z', '2026-03-09T22:59:59Z')).toEqual([]);
    expect(await changed(shop, '2026-03-09T23:00:00Z', '2026-03-10T22:59:59Z')).toEqual([]);
  });

  test('is named after days without a look', async () => {
    const { shop, changes } = shopOnSale();
    expect(await changed(shop, '2026-03-08T12:00:00Z', '2026-03-10T12:00:00Z')).toEqual(changes);
  });

  test('is named however many there are', async () => {
    const { shop, changes } = shopOnSale(120);
    expect(await changed(shop, '2026-03-09T22:55:00Z', '2026-03-09T23:05:00Z')).toEqual(changes);
  });

  test('of a child is one of its parent', async () => {
    const { shop, ring, children } = shopWithRing();
    if (children[0]) children[0].custom.special_to_date = '2026-03-09 00:00:00';
    expect(await changed(shop, '2026-03-09T22:55:00Z', '2026-03-09T23:05:00Z')).toEqual([String(ring.id)]);
  });
});
