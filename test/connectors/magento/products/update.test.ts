import { describe, expect, test } from 'vitest';
import type { ProductChanges, WrittenProduct } from '../../../../src/connectors/contract/products.ts';
import { magento } from '../../../../src/connectors/magento/index.ts';
import { productTarget } from '../../../../src/connectors/magento/products/target.ts';
import { rejected } from '../../../../src/records/problem.ts';
import { FakeShop } from '../fake-shop.ts';
import { changes, draft, picture } from './drafts.ts';

const save = 'POST /all/V1/products';

/** Reads a product and writes to it, as the flow does within one run. */
async function update(shop: FakeShop, sku: string, wanted: Partial<ProductChanges>): Promise<WrittenProduct> {
  const standing = await productTarget.get(shop.api, String(shop.have(sku).id));
  if (standing === null) throw new Error(`no ${sku}`);
  shop.api.calls.length = 0;
  return productTarget.update(shop.api, standing, { ...changes, ...wanted });
}

async function shopWithFamily(behaviour = {}) {
  const shop = new FakeShop(behaviour);
  shop.attribute('size', 'select', ['S', 'M', 'XL'], { default_frontend_label: 'Maat' });
  const { variants } = await productTarget.create(shop.api, {
    ...draft,
    kind: 'variants',
    price: '19.95',
    vatClass: '2',
    options: [{ name: 'Maat', values: ['S', 'M'] }],
    variants: [
      { sourceId: 's', sku: 'TB-1-S', options: { Maat: 'S' } },
      { sourceId: 'm', sku: 'TB-1-M', options: { Maat: 'M' } },
    ],
    pictures: [picture('a', 0)],
  });
  return { shop, small: variants.get('s') ?? '', medium: variants.get('m') ?? '' };
}

/** What a merchant has linked by hand. */
function addByHand(shop: FakeShop, sku: string, size: string, price: number): void {
  const value = shop.optionId('size', size);
  const child = shop.product(sku, { visibility: 1, price, custom: { size: value } });
  const parent = shop.have('TB-1');
  parent.children.push(child.id);
  const [option] = parent.options;
  if (option !== undefined) option.values = [...(option.values as object[]), { value_index: Number(value) }];
}

describe('fields', () => {
  test('P2: only what changes is sent, in the scope of all views', async () => {
    const shop = new FakeShop();
    shop.product('TB-1', { name: 'Trui', custom: { url_key: 'trui', description: 'oud' } });
    const written = await update(shop, 'TB-1', {
      fields: { name: 'Trui Bas', active: false, description: 'nieuw' },
      values: { url_key: 'elders', meta_title: 'Bas' },
    });
    expect(written.problems).toEqual([]);
    expect(shop.bodies(save)).toEqual([
      {
        product: {
          sku: 'TB-1',
          name: 'Trui Bas',
          status: 2,
          custom_attributes: [
            { attribute_code: 'description', value: 'nieuw' },
            { attribute_code: 'meta_title', value: 'Bas' },
          ],
        },
      },
    ]);
    expect(shop.have('TB-1').custom.url_key).toBe('trui');
  });

  test('nothing is sent where nothing changes', async () => {
    const { shop } = await shopWithFamily();
    await update(shop, 'TB-1', {});
    expect(shop.deeds).toEqual([]);
  });

  test('P6: a corrected SKU is the same product', async () => {
    const shop = new FakeShop();
    const { id } = shop.product('MOK-W');
    await update(shop, 'MOK-W', { fields: { sku: 'MOK-WIT', name: 'Mok' } });
    expect(shop.products.size).toBe(1);
    expect(shop.have('MOK-WIT')).toMatchObject({ id, name: 'Mok' });
  });

  test('an attribute that is emptied is no more', async () => {
    const shop = new FakeShop();
    shop.attribute('origin', 'text');
    shop.product('TB-1', { custom: { origin: 'Nederland' } });
    const { problems } = await update(shop, 'TB-1', { attributes: [{ name: 'origin', values: [] }] });
    expect(problems).toEqual([]);
    expect(shop.have('TB-1').custom).not.toHaveProperty('origin');
  });
});

describe('prices', () => {
  const sold = (more = {}) => {
    const shop = new FakeShop();
    shop.product('X', { price: 40, ...more });
    return shop;
  };

  test('are written beside the product, for all websites', async () => {
    const shop = sold();
    await update(shop, 'X', { fields: { price: '12.90' } });
    expect(shop.deeds).toEqual(['POST /all/V1/products/base-prices']);
    expect(shop.bodies('POST /all/V1/products/base-prices')).toEqual([
      { prices: [{ sku: 'X', price: 12.9, store_id: 0 }] },
    ]);
  });

  test('V2: a sale begins and ends, and the special price of another website stays', async () => {
    const shop = sold();
    shop.specials.push({
      sku: 'X',
      store_id: 7,
      price: 31,
      price_from: '2026-01-01',
      price_to: '2027-01-01',
    });
    await update(shop, 'X', { fields: { price: '29.95', listPrice: '40.00' } });
    expect(shop.have('X')).toMatchObject({ price: 40, custom: { special_price: '29.95' } });
    expect((await productTarget.get(shop.api, String(shop.have('X').id)))?.product).toMatchObject({
      price: '29.95',
      listPrice: '40',
    });
    await update(shop, 'X', { fields: { price: '40.00', listPrice: null } });
    expect(shop.have('X').custom).not.toHaveProperty('special_price');
    expect(shop.have('X').custom).not.toHaveProperty('special_to_date');
    expect(shop.specials.map(({ store_id: store }) => store)).toEqual([7]);
  });

  test('V2: a list price that nobody speaks of stays', async () => {
    const shop = sold({ price: 35, custom: { special_price: '30' } });
    await update(shop, 'X', { fields: { price: '28' } });
    expect(shop.have('X')).toMatchObject({ price: 35, custom: { special_price: '28' } });
  });

  test('a sale keeps the days that the merchant gave it', async () => {
    const shop = sold();
    const days = { price_from: '2026-02-01 00:00:00', price_to: '2026-04-01 23:59:59' };
    shop.specials.push({ sku: 'X', store_id: 0, price: 30, ...days });
    await update(shop, 'X', { fields: { price: '29.95', listPrice: '40' } });
    expect(shop.specials).toEqual([{ sku: 'X', store_id: 0, price: 29.95, ...days }]);
  });

  test('rows that fail within a success are told', async () => {
    const shop = sold();
    const request = shop.api.request.bind(shop.api);
    shop.api.request = (call, schema) =>
      call.path.text?.endsWith('base-prices')
        ? Promise.resolve({ status: 200, headers: new Headers(), body: schema.parse([{ message: 'no' }]) })
        : request(call, schema);
    const { problems, undone } = await update(shop, 'X', { fields: { name: 'Y', price: '1' } });
    expect(problems).toMatchObject([{ kind: 'rejected', code: 'refused', params: { fields: ['price'] } }]);
    expect([...(undone?.product ?? [])]).toEqual(['price', 'listPrice']);
  });
});

describe('categories', () => {
  test.each([false, true])(
    'C2: what the merchant added stays (a shop that only adds: %s)',
    async (onlyAdds) => {
      const shop = new FakeShop({ onlyAddsCategories: onlyAdds });
      shop.product('X', { links: ['14', '20', '33'] });
      await update(shop, 'X', { categories: { add: ['21'], remove: ['20'] } });
      expect(shop.have('X').links.sort()).toEqual(['14', '21', '33']);
      expect(shop.deeds.includes('DELETE /all/V1/categories/20/products/X')).toBe(onlyAdds);
      await update(shop, 'X', { fields: { price: '3' } });
      expect(shop.have('X').links.sort()).toEqual(['14', '21', '33']);
    },
  );

  test('that are none are known to be none', async () => {
    const shop = new FakeShop({ bareLists: true });
    const { id } = shop.product('X');
    expect((await productTarget.get(shop.api, String(id)))?.product.categories).toEqual([]);
  });

  test('are known also where lists of products tell no links', async () => {
    const shop = new FakeShop({ bareLists: true });
    shop.product('X', { links: ['14', '20'] });
    await update(shop, 'X', { categories: { add: ['21'], remove: [] } });
    expect(shop.have('X').links).toEqual(['14', '20', '21']);
  });
});

describe('variants', () => {
  test('P1, P3: one is added; those that stand, and the merchant’s, keep ids, links and roles', async () => {
    const { shop, small, medium } = await shopWithFamily({ losesRoles: true });
    addByHand(shop, 'TB-1-HAND', 'XL', 99);
    const before = shop.have('TB-1').children;
    const { variants, problems } = await update(shop, 'TB-1', {
      fields: { name: 'Trui Bas 2', price: '21.95' },
      createValues: true,
      options: [{ name: 'Maat', values: ['L'] }],
      variants: { ...changes.variants, add: [{ sourceId: 'l', sku: 'TB-1-L', options: { Maat: 'L' } }] },
    });
    expect(problems).toEqual([]);
    const parent = shop.have('TB-1');
    expect(parent.children).toEqual([...before, shop.have('TB-1-L').id]);
    expect(parent.children).toEqual(expect.arrayContaining([Number(small), Number(medium)]));
    expect(variants.get('l')).toBe(String(shop.have('TB-1-L').id));
    expect(parent.options).toMatchObject([
      {
        values: ['S', 'M', 'XL', 'L'].map((label) => ({ value_index: Number(shop.optionId('size', label)) })),
      },
    ]);
    expect(parent.media[0]?.types).toEqual(['image', 'small_image', 'thumbnail']);
    expect(['TB-1-S', 'TB-1-L', 'TB-1-HAND'].map((sku) => shop.have(sku).price)).toEqual([21.95, 21.95, 99]);
  });

  test('P7: one that is no longer sold is switched off, and comes back under its id', async () => {
    const { shop, small } = await shopWithFamily();
    await update(shop, 'TB-1', { variants: { ...changes.variants, retire: [small] } });
    expect(shop.bodies(save)).toEqual([{ product: { sku: 'TB-1-S', status: 2 } }]);
    expect(shop.have('TB-1').children).toContain(Number(small));
    await update(shop, 'TB-1', {
      variants: { ...changes.variants, change: new Map([[small, { active: true }]]) },
    });
    expect(shop.have('TB-1-S')).toMatchObject({ id: Number(small), status: 1 });
  });

  test('one shows another picture of the product, and again the one before', async () => {
    const { shop, small } = await shopWithFamily();
    for (const name of ['a', 'b', 'a']) {
      const change = new Map([[small, { image: `version of ${name}` }]]);
      const shown = [picture(name, 0)];
      await update(shop, 'TB-1', {
        variants: { ...changes.variants, change },
        pictures: { ...changes.pictures, shown },
      });
      const { media } = shop.have('TB-1-S');
      const main = media.flatMap(({ types, file }) =>
        Array.isArray(types) && types.includes('image') ? [String(file)] : [],
      );
      expect(main).toEqual([expect.stringContaining(`/${name}`)]);
    }
    expect(shop.have('TB-1').media).toHaveLength(1);
  });

  test('of one whose price is refused that alone is left to be done', async () => {
    const { shop, medium } = await shopWithFamily();
    const request = shop.api.request.bind(shop.api);
    shop.api.request = (call, schema) =>
      call.path.text?.endsWith('base-prices')
        ? Promise.resolve({ status: 200, headers: new Headers(), body: schema.parse([{ message: 'no' }]) })
        : request(call, schema);
    const change = new Map([[medium, { weightKg: '2', price: '23' }]]);
    const { undone } = await update(shop, 'TB-1', { variants: { ...changes.variants, change } });
    expect([...(undone?.variants ?? [])]).toEqual([]);
    expect([...(undone?.ofVariants ?? [])]).toEqual([[medium, ['price', 'listPrice']]]);
  });

  test('of two of which one is refused that one alone is left to be done', async () => {
    const { shop, small, medium } = await shopWithFamily();
    const request = shop.api.request.bind(shop.api);
    shop.api.request = (call, schema) =>
      JSON.stringify(call.body ?? {}).includes('TB-1-S')
        ? Promise.reject(rejected('refused', { status: 400 } as never))
        : request(call, schema);
    const { undone } = await update(shop, 'TB-1', {
      variants: { ...changes.variants, change: new Map([[medium, { weightKg: '2' }]]), retire: [small] },
    });
    expect([...(undone?.variants ?? [])]).toEqual([small]);
    expect(shop.have('TB-1-M')).toMatchObject({ weight: 2 });
  });

  test('changes of one touch no other', async () => {
    const { shop, medium } = await shopWithFamily();
    await update(shop, 'TB-1', {
      variants: { ...changes.variants, change: new Map([[medium, { sku: 'TB-1-MM', price: '23' }]]) },
    });
    expect(shop.have('TB-1-MM')).toMatchObject({ id: Number(medium), price: 23 });
    expect(shop.have('TB-1-S').price).toBe(19.95);
    const after = await productTarget.get(shop.api, String(shop.have('TB-1').id));
    await update(shop, 'TB-1', { fields: { price: '20' } });
    expect([shop.have('TB-1-S').price, shop.have('TB-1-MM').price]).toEqual([20, 23]);
    expect(after?.product.price).toBe('19.95');
  });

  test.each(['size', 'Maat'])('a value is known by its option’s code or label (%s)', async (name) => {
    const { shop, medium } = await shopWithFamily();
    const { problems } = await update(shop, 'TB-1', {
      variants: { ...changes.variants, change: new Map([[medium, { options: { [name]: 'XL' } }]]) },
    });
    expect(problems).toEqual([]);
    expect(shop.have('TB-1-M').custom.size).toBe(shop.optionId('size', 'XL'));
  });

  test('a renamed value is one of the options before its child has it', async () => {
    const { shop, medium } = await shopWithFamily();
    await update(shop, 'TB-1', {
      createValues: true,
      options: [{ name: 'Maat', values: ['Medium'] }],
      variants: { ...changes.variants, change: new Map([[medium, { options: { Maat: 'Medium' } }]]) },
    });
    const value = shop.optionId('size', 'Medium');
    expect(shop.have('TB-1-M').custom.size).toBe(value);
    expect(shop.have('TB-1').options).toMatchObject([
      { values: expect.arrayContaining([{ value_index: Number(value) }]) },
    ]);
  });

  test('cannot be added to a product that stands by itself', async () => {
    const shop = new FakeShop();
    shop.product('X');
    const { problems } = await update(shop, 'X', {
      options: [{ name: 'Maat', values: ['L'] }],
      variants: { ...changes.variants, add: [{ sourceId: 'l', sku: 'X-L', options: { Maat: 'L' } }] },
    });
    expect(problems).toMatchObject([{ code: 'option_unknown', params: { option: 'Maat' } }]);
    expect(shop.bySku('X-L')).toBeUndefined();
  });

  test.each([{ bareLists: true }, { bareLists: false }])('are the same with %j', async (behaviour) => {
    const { shop } = await shopWithFamily(behaviour);
    const standing = await productTarget.get(shop.api, String(shop.have('TB-1').id));
    expect(standing?.product.variants?.map(({ sku }) => sku)).toEqual(['TB-1-S', 'TB-1-M']);
    const found = await productTarget.find(shop.api, ['tb-1-s ', 'none']);
    expect([...found]).toEqual([
      [
        'tb-1-s',
        [
          {
            sku: 'TB-1-S',
            id: String(shop.have('TB-1-S').id),
            productId: String(shop.have('TB-1').id),
            variantId: String(shop.have('TB-1-S').id),
          },
        ],
      ],
    ]);
  });
});

describe('pictures', () => {
  test('I2: one is replaced twice; its roles, its place and the merchant’s own stay', async () => {
    const { shop } = await shopWithFamily();
    const parent = shop.have('TB-1');
    parent.media.push({
      id: 9_000,
      media_type: 'image',
      position: 5,
      disabled: false,
      types: [],
      file: '/h/a/hand.png',
    });
    const idOf = (written: WrittenProduct, name: string) => written.pictures.get(`version of ${name}`) ?? '';
    const replaced = async (id: string, name: string) =>
      update(shop, 'TB-1', { pictures: { ...changes.pictures, replace: new Map([[id, picture(name, 0)]]) } });
    const first = String(parent.media[0]?.id);
    const second = idOf(await replaced(first, 'b'), 'b');
    expect(second).not.toBe(first);
    const third = idOf(await replaced(second, 'c'), 'c');
    expect(parent.media.map(({ id, file }) => [String(id), file]).sort()).toEqual(
      [
        [third, '/c/./c.png'],
        ['9000', '/h/a/hand.png'],
      ].sort(),
    );
    const roles = parent.media.find(({ id }) => String(id) === third)?.types;
    expect(roles).toEqual(['image', 'small_image', 'thumbnail']);
    const standing = await productTarget.get(shop.api, String(parent.id));
    expect(standing?.fileNames.get(third)).toBe('c.png');
  });

  test('I1: one that stands there under its name is not sent again', async () => {
    const { shop } = await shopWithFamily();
    const { pictures } = await update(shop, 'TB-1', {
      pictures: { ...changes.pictures, add: [picture('a', 0)] },
    });
    expect(shop.deeds).toEqual([]);
    expect(pictures.get('version of a')).toBe(String(shop.have('TB-1').media[0]?.id));
  });

  test('that is taken away leaves its roles to the next', async () => {
    const { shop } = await shopWithFamily();
    const parent = shop.have('TB-1');
    const [first] = parent.media;
    await update(shop, 'TB-1', { pictures: { ...changes.pictures, add: [picture('b', 1)] } });
    await update(shop, 'TB-1', { pictures: { ...changes.pictures, remove: [String(first?.id)] } });
    expect(parent.media).toMatchObject([
      { file: '/b/./b.png', types: ['image', 'small_image', 'thumbnail'] },
    ]);
  });

  test('numbered by the shop are known by the name that they were sent under', async () => {
    const { shop } = await shopWithFamily();
    shop.product('OTHER');
    await update(shop, 'OTHER', { pictures: { ...changes.pictures, add: [picture('a', 0)] } });
    const { media, id } = shop.have('OTHER');
    expect(media[0]?.file).toBe('/a/./a_1.png');
    const standing = await productTarget.get(shop.api, String(id));
    expect([...(standing?.fileNames.values() ?? [])]).toEqual(['a.png']);
  });
});

test('what it holds of products is told by its account', () => {
  const { api } = new FakeShop();
  expect(productTarget.traits(api.account)).toMatchObject({
    currency: 'EUR',
    pricesIncludeVat: false,
    priceDecimals: 4,
    groups: true,
    fetchesPictures: false,
    together: [['price', 'listPrice']],
  });
  const { pricesIncludeTax: _, ...traits } = api.account.traits;
  expect(productTarget.traits({ ...api.account, traits }).pricesIncludeVat).toBeNull();
  expect(['AB-1', 'ab-1', 'AB-1 '].map(productTarget.skuKey)).toEqual(['ab-1', 'ab-1', 'ab-1']);
  expect(productTarget.skuKey('0017')).not.toBe(productTarget.skuKey('17'));
});

test('of a connection to one view everything is written for all of them', async () => {
  const shop = new FakeShop();
  shop.api.account = { ...shop.api.account, traits: { ...shop.api.account.traits, scope: 'store' } };
  await productTarget.create(shop.api, draft);
  const [deed] = shop.deeds;
  const credentials = { address: 'https://shop.example.com', storeCode: 'nl', accessToken: 'secret' };
  const base = magento.baseUrl(credentials, null);
  expect(new URL(`${base}${deed?.replace('POST ', '')}`).pathname).toBe('/rest/all/V1/products');
});
