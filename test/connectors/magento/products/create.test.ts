import { describe, expect, test } from 'vitest';
import type { ProductDraft, ProductFields } from '../../../../src/connectors/contract/products.ts';
import { productTarget } from '../../../../src/connectors/magento/products/target.ts';
import { FakeShop } from '../fake-shop.ts';
import { changes, draft, picture } from './drafts.ts';

const save = 'POST /all/V1/products';

function shopWithSizes(behaviour = {}) {
  const shop = new FakeShop(behaviour);
  shop.attribute('size', 'select', ['S', 'M'], { default_frontend_label: 'Maat' });
  return shop;
}

/** As to a product that stands without them. */
async function addSizes(shop: FakeShop, id: string, fields: ProductFields) {
  const standing = await productTarget.get(shop.api, id);
  if (standing === null) throw new Error('the shop has no such product');
  const { options, variants } = family;
  const added = { ...changes.variants, add: variants };
  return productTarget.update(shop.api, standing, { ...changes, fields, variants: added, options });
}

const family: ProductDraft = {
  ...draft,
  kind: 'variants',
  price: '19.95',
  listPrice: null,
  weightKg: '0.3',
  vatClass: '2',
  options: [{ name: 'Maat', values: ['S', 'M'] }],
  variants: [
    { sourceId: 's', sku: 'TB-1-S', options: { Maat: 'S' } },
    {
      sourceId: 'm',
      sku: 'TB-1-M',
      options: { Maat: 'M' },
      price: '24.95',
      gtin: '8712345678906',
      active: false,
    },
  ],
};

describe('a simple product', () => {
  test('is made by the call that the preview shows, without websites', async () => {
    const shop = new FakeShop();
    const whole = {
      ...draft,
      description: '<p>Warm</p>',
      price: '12.355372',
      weightKg: '0.4',
      vatClass: '2',
      categories: ['14'],
      values: { visibility: 2, meta_title: 'Bas' },
    };
    const { id } = await productTarget.create(shop.api, whole);
    expect(id).toBe(String(shop.have('TB-1').id));
    expect(shop.bodies(save)[0]).toEqual(productTarget.toWire(whole, shop.api.account));
    expect(shop.bodies(save)[0]).toEqual({
      product: {
        sku: 'TB-1',
        name: 'Trui Bas',
        attribute_set_id: 4,
        type_id: 'simple',
        status: 1,
        visibility: 2,
        price: 12.355372,
        weight: 0.4,
        extension_attributes: { category_links: [{ category_id: '14', position: 0 }] },
        custom_attributes: [
          { attribute_code: 'description', value: '<p>Warm</p>' },
          { attribute_code: 'tax_class_id', value: '2' },
          { attribute_code: 'url_key', value: 'trui-bas' },
          { attribute_code: 'meta_title', value: 'Bas' },
        ],
      },
    });
  });

  test('P4: gets its SKU behind its name where the name is taken in addresses', async () => {
    const shop = new FakeShop();
    await productTarget.create(shop.api, draft);
    await productTarget.create(shop.api, { ...draft, sku: 'TB-2' });
    expect(shop.have('TB-1').custom.url_key).toBe('trui-bas');
    expect(shop.have('TB-2').custom.url_key).toBe('trui-bas-tb-2');
  });

  test('V2: on sale has the price struck through, and a special one for all websites', async () => {
    const shop = new FakeShop();
    await productTarget.create(shop.api, { ...draft, price: '29.95', listPrice: '40' });
    expect(shop.have('TB-1').price).toBe(40);
    expect(shop.specials).toEqual([
      {
        sku: 'TB-1',
        price: 29.95,
        store_id: 0,
        price_from: '2026-03-02 00:00:00',
        price_to: '2099-12-31 23:59:59',
      },
    ]);
  });

  test('with a list price that is no higher is not on sale', async () => {
    const shop = new FakeShop();
    await productTarget.create(shop.api, { ...draft, price: '29.95', listPrice: '20' });
    expect(shop.have('TB-1').price).toBe(29.95);
    expect(shop.specials).toEqual([]);
  });

  test('has facts as values of attributes, which are made where that is allowed', async () => {
    const shop = new FakeShop();
    shop.attribute('manufacturer', 'select', ['Juwel'], { is_user_defined: false });
    shop.attribute('ean', 'text');
    shop.attribute('care', 'multiselect', ['Koel']);
    shop.attribute('recycled', 'boolean');
    const facts = {
      ...draft,
      brand: 'Breiwerk',
      gtin: '0871234567890',
      attributes: [
        { name: 'care', values: ['Koel', 'Droog'] },
        { name: 'recycled', values: ['Ja'] },
        { name: 'nowhere', values: ['x'] },
      ],
    };
    const refused = await productTarget.create(shop.api, facts);
    expect(refused.problems.map(({ code, params }) => [code, params.option ?? params.attribute])).toEqual([
      ['option_unknown', 'manufacturer'],
      ['option_unknown', 'care'],
      ['attribute_unknown', 'nowhere'],
    ]);
    expect(shop.have('TB-1').custom).toMatchObject({ ean: '0871234567890', recycled: '1' });
    const { problems } = await productTarget.create(shop.api, { ...facts, sku: 'TB-2', createValues: true });
    expect(problems.map(({ code }) => code)).toEqual(['attribute_unknown']);
    expect(shop.have('TB-2').custom).toMatchObject({
      manufacturer: shop.optionId('manufacturer', 'Breiwerk'),
      care: `${shop.optionId('care', 'Koel')},${shop.optionId('care', 'Droog')}`,
    });
    await productTarget.create(shop.api, { ...facts, sku: 'TB-3', createValues: true });
    expect(shop.options.get('care')?.map(({ label }) => label)).toEqual(['Koel', 'Droog']);
  });

  test('knows attributes and values also by what shoppers read', async () => {
    const shop = new FakeShop();
    const labels = [{ store_id: '2', label: 'Kleur' }];
    shop.attribute('color', 'select', ['Yellow'], {
      default_frontend_label: 'Color',
      frontend_labels: labels,
    });
    const yellow = shop.optionId('color', 'Yellow');
    shop.viewLabels.set('color', [{ label: 'Geel', value: yellow }]);
    const { problems } = await productTarget.create(shop.api, {
      ...draft,
      attributes: [{ name: 'Kleur', values: ['geel'] }],
      createValues: true,
    });
    expect(problems).toEqual([]);
    expect(shop.have('TB-1').custom.color).toBe(yellow);
    expect(shop.options.get('color')).toHaveLength(1);
  });

  test('with a tax class that can be none is not made', async () => {
    const shop = new FakeShop();
    await expect(productTarget.create(shop.api, { ...draft, vatClass: 'hoog' })).rejects.toMatchObject({
      code: 'tax_class_unknown',
    });
    expect(shop.deeds).toEqual([]);
  });
});

describe('pictures', () => {
  test('are sent with their content; the first one stands for the product', async () => {
    const shop = new FakeShop();
    const { pictures, problems } = await productTarget.create(shop.api, {
      ...draft,
      pictures: [picture('back', 1), { ...picture('front', 0), alt: 'Voor' }],
    });
    const { media } = shop.have('TB-1');
    expect(problems).toEqual([]);
    expect(media.map(({ file, types, label, position }) => [file, types, label, position])).toEqual([
      ['/f/r/front.png', ['image', 'small_image', 'thumbnail'], 'Voor', 1],
      ['/b/a/back.png', [], '', 2],
    ]);
    expect(media[0]?.content).toEqual({
      base64_encoded_data: btoa('front'),
      type: 'image/png',
      name: 'front.png',
    });
    expect(pictures).toEqual(
      new Map([
        ['version of front', String(media[0]?.id)],
        ['version of back', String(media[1]?.id)],
      ]),
    );
  });

  test('that are none are told, and the others go', async () => {
    const shop = new FakeShop();
    const { problems, pictures } = await productTarget.create(shop.api, {
      ...draft,
      pictures: [
        picture('bad', 0, 'image/broken'),
        { ...picture('empty', 1), content: undefined },
        picture('good', 2),
      ].map(({ content, ...rest }) => ({ ...rest, ...(content === undefined ? {} : { content }) })),
    });
    expect(problems.map(({ code, params }) => [code, params.sku])).toEqual([
      ['picture_refused', 'TB-1'],
      ['picture_refused', 'TB-1'],
    ]);
    expect([...pictures.keys()]).toEqual(['version of good']);
    expect(shop.have('TB-1').media).toMatchObject([{ types: ['image', 'small_image', 'thumbnail'] }]);
  });

  test('I1: one whose answer was lost is found by its name, and not sent twice', async () => {
    const shop = new FakeShop({ losesUpload: true });
    const { pictures, problems } = await productTarget.create(shop.api, {
      ...draft,
      pictures: [picture('a', 0)],
    });
    expect(problems).toEqual([]);
    expect(shop.have('TB-1').media).toHaveLength(1);
    expect(pictures.get('version of a')).toBe(String(shop.have('TB-1').media[0]?.id));
  });

  test('go with the product where its SKU does not fit into a path', async () => {
    const shop = new FakeShop();
    const { pictures } = await productTarget.create(shop.api, {
      ...draft,
      sku: 'TB 1/A',
      pictures: [picture('a', 0), picture('b', 1)],
    });
    expect(new Set(shop.deeds)).toEqual(new Set([save]));
    expect(shop.have('TB 1/A').media.map(({ file }) => file)).toEqual(['/a/./a.png', '/b/./b.png']);
    expect(pictures.size).toBe(2);
  });
});

describe('a product with variants', () => {
  test('stands first, then its children, then their links with the options', async () => {
    const shop = shopWithSizes();
    const { id, variants, problems } = await productTarget.create(shop.api, family);
    expect(problems).toEqual([]);
    const [small, medium] = [shop.have('TB-1-S'), shop.have('TB-1-M')];
    const parent = shop.have('TB-1');
    expect(id).toBe(String(parent.id));
    expect(variants).toEqual(
      new Map([
        ['s', String(small.id)],
        ['m', String(medium.id)],
      ]),
    );
    expect(shop.bodies(save).map((body) => (body.product as { sku: string }).sku)).toEqual([
      'TB-1',
      'TB-1-S',
      'TB-1-M',
      'TB-1',
    ]);
    expect(parent).toMatchObject({ type_id: 'configurable', children: [small.id, medium.id] });
    expect(parent.options).toMatchObject([
      {
        label: 'Maat',
        values: [
          { value_index: Number(shop.optionId('size', 'S')) },
          { value_index: Number(shop.optionId('size', 'M')) },
        ],
      },
    ]);
    expect(small).toMatchObject({ visibility: 1, status: 1, price: 19.95, weight: 0.3, name: 'Trui Bas' });
    expect(small.custom).toMatchObject({ url_key: 'trui-bas-tb-1-s', tax_class_id: '2' });
    expect(medium).toMatchObject({ status: 2, price: 24.95 });
  });

  test('is told as made where the shop goes away right after: its children and pictures are missing, and nothing else', async () => {
    const shop = shopWithSizes({ goesAway: true });
    const pictures = [picture('front', 0)];
    const written = await productTarget.create(shop.api, { ...family, pictures });
    expect(written).toMatchObject({
      id: String(shop.have('TB-1').id),
      variants: new Map(),
      pictures: new Map(),
    });
    expect(written.problems.map(({ code }) => code)).toEqual(['server_error', 'server_error']);
  });

  test('reads back as it was said', async () => {
    const shop = shopWithSizes();
    const { id } = await productTarget.create(shop.api, family);
    const standing = await productTarget.get(shop.api, id);
    expect(standing?.product).toMatchObject({
      kind: 'variants',
      options: [{ name: 'Maat', values: ['S', 'M'] }],
      variants: [
        { sku: 'TB-1-S', options: { Maat: 'S' } },
        { sku: 'TB-1-M', options: { Maat: 'M' }, active: false },
      ],
    });
  });

  test('may differ in one of Magento’s own attributes', async () => {
    const shop = new FakeShop();
    shop.attribute('color', 'select', ['Geel'], { is_user_defined: false });
    const { id } = await productTarget.create(shop.api, {
      ...family,
      options: [{ name: 'color', values: ['Geel'] }],
      variants: [{ sourceId: 'g', sku: 'TB-1-G', options: { color: 'Geel' } }],
    });
    expect((await productTarget.get(shop.api, id))?.product).toMatchObject({
      options: [{ name: 'color', values: ['Geel'] }],
      variants: [{ options: { color: 'Geel' } }],
    });
  });

  test('is not made where nothing is known that its variants differ in', async () => {
    const shop = new FakeShop();
    shop.attribute('size', 'text', [], { default_frontend_label: 'Maat' });
    await expect(productTarget.create(shop.api, family)).rejects.toMatchObject({
      code: 'attribute_unknown',
      params: { attribute: 'Maat', product: 'TB-1' },
    });
    expect(shop.deeds).toEqual([]);
  });

  test('is made without a variant whose value is unknown, which is told', async () => {
    const shop = shopWithSizes();
    const { variants, problems } = await productTarget.create(shop.api, {
      ...family,
      variants: [...family.variants, { sourceId: 'x', sku: 'TB-1-XL', options: { Maat: 'XL' } }],
    });
    expect([...variants.keys()]).toEqual(['s', 'm']);
    expect(problems).toMatchObject([{ code: 'option_unknown', params: { option: 'size', value: 'XL' } }]);
    expect(shop.bySku('TB-1-XL')).toBeUndefined();
  });

  test('takes over children that an earlier call made, and no other product', async () => {
    const shop = shopWithSizes();
    const lost = shop.product('TB-1-S', { visibility: 1 });
    shop.product('TB-1-M', { name: 'Theemok', price: 3 });
    const { variants, problems } = await productTarget.create(shop.api, family);
    expect(variants).toEqual(new Map([['s', String(lost.id)]]));
    expect(lost.price).toBe(19.95);
    expect(problems).toMatchObject([{ code: 'variant_taken', params: { sku: 'TB-1-M' } }]);
    expect(shop.have('TB-1-M')).toMatchObject({ name: 'Theemok', price: 3, visibility: 4 });
  });

  test('sends a child that an earlier call made only what it does not say yet', async () => {
    const shop = shopWithSizes();
    const sale = { price: '15', listPrice: '20' };
    const { id } = await productTarget.create(shop.api, { ...family, ...sale });
    const parent = shop.have('TB-1');
    parent.children = [];
    const deeds = shop.deeds.length;
    await addSizes(shop, id, sale);
    expect(shop.deeds.slice(deeds)).toEqual([save]);
    expect(parent.children).toHaveLength(2);
    Object.assign(parent, { children: [], weight: 0.4 });
    await addSizes(shop, id, { ...sale, price: '16' });
    expect(shop.bodies(save).slice(-3)).toEqual([
      { product: { sku: 'TB-1-S', weight: 0.4 } },
      { product: { sku: 'TB-1-M', weight: 0.4 } },
      { product: expect.objectContaining({ sku: 'TB-1' }) },
    ]);
    expect(shop.specials.map(({ sku, price }) => [sku, price])).toEqual([['TB-1-S', 16]]);
  });

  test('is told from a child that is tied to none yet', async () => {
    const shop = shopWithSizes();
    const loose = shop.product('TB-1-S', { visibility: 1, price: 1 });
    shop.product('TB-1-M');
    const places = [...(await productTarget.find(shop.api, ['TB-1-S', 'TB-1-M'])).values()].flat();
    expect(places.filter(({ isUntied }) => isUntied).map(({ id }) => id)).toEqual([String(loose.id)]);
  });

  test('P3: the roles of its pictures are set again where linking took them', async () => {
    const shop = shopWithSizes({ losesRoles: true });
    await productTarget.create(shop.api, { ...family, pictures: [picture('a', 0)] });
    expect(shop.have('TB-1').media[0]?.types).toEqual(['image', 'small_image', 'thumbnail']);
  });

  test('has variants with pictures of their own', async () => {
    const shop = shopWithSizes();
    await productTarget.create(shop.api, {
      ...family,
      pictures: [picture('a', 0), picture('b', 1)],
      variants: family.variants.map((each) => ({ ...each, image: 'version of b' })),
    });
    expect(shop.have('TB-1-S').media).toMatchObject([{ types: ['image', 'small_image', 'thumbnail'] }]);
    expect(shop.have('TB-1').media).toHaveLength(2);
  });

  test('on sale has special prices of its children', async () => {
    const shop = shopWithSizes();
    await productTarget.create(shop.api, { ...family, price: '15', listPrice: '20' });
    expect(shop.specials.map(({ sku, price }) => [sku, price])).toEqual([['TB-1-S', 15]]);
    expect(shop.have('TB-1-S').price).toBe(20);
    expect(shop.have('TB-1-M').price).toBe(24.95);
  });
});
