import { describe, expect, test } from 'vitest';
import { productSource } from '../../../../src/connectors/ecwid/products/source.ts';
import { product } from '../../../../src/records/product.ts';
import { FakeApi } from '../fake-api.ts';
import { blue, mug, red, store } from './mug.ts';

async function read(fields: Record<string, unknown> = {}, traits: Record<string, string> = {}) {
  const api = new FakeApi((path) => (path === '/products/500100' ? { ...mug, ...fields } : undefined));
  api.account = { ...store, traits: { ...store.traits, ...traits } };
  return product.parse(await productSource.get(api, '500100'));
}

test('a product with its variations', async () => {
  expect(await read()).toEqual({
    id: '500100',
    sku: 'MUG',
    name: 'Enamel mug',
    kind: 'variants',
    active: true,
    description: '<p>350 ml</p>',
    shortDescription: '',
    gtin: '4006381333931',
    brand: 'Nordwind',
    weightKg: '0.35',
    price: '11.9',
    listPrice: '14.9',
    currency: 'EUR',
    pricesIncludeVat: true,
    vatClass: '9100',
    vatRate: '21',
    attributes: [{ name: 'Origin', values: ['Poland'] }],
    options: [{ name: 'Colour', values: ['Blue', 'Red'] }],
    variants: [
      { id: '900201', sku: 'MUG-BLU', options: { Colour: 'Blue' }, gtin: '0400638133394' },
      { id: '900202', sku: 'MUG-RED', options: { Colour: 'Red' }, price: '12.9' },
    ],
    categories: ['8800', '8801'],
    images: [
      {
        url: 'https://cdn.example.com/front.jpg',
        version: 'https://cdn.example.com/front.jpg',
        alt: 'A front.jpg',
        position: 0,
      },
      {
        url: 'https://cdn.example.com/side.jpg',
        version: 'https://cdn.example.com/side.jpg',
        alt: 'A side.jpg',
        position: 1,
      },
    ],
    updatedAt: '2025-07-15T12:06:40.000Z',
  });
});

test('what is gone, or cannot be an id, is none', async () => {
  const api = new FakeApi(() => undefined);
  expect(await productSource.get(api, '1')).toBeNull();
  expect(await productSource.get(api, '../1')).toBeNull();
});

describe('the price of a variation', () => {
  const priced = async (variation: Record<string, unknown>, choice: Record<string, unknown>) => {
    const options = [{ name: 'Colour', choices: [{ text: 'Red', ...choice }] }];
    const { price: _, ...without } = red;
    return (await read({ options, combinations: [{ ...without, ...variation }] })).variants?.[0]?.price;
  };

  test('is its own', async () => {
    expect(await priced({ price: 9.5 }, { priceModifier: 3 })).toBe('9.5');
  });

  test('or that of the product with what its choice adds or takes off', async () => {
    expect(await priced({}, { priceModifier: 3 })).toBe('14.9');
    expect(await priced({}, { priceModifier: -3.5, priceModifierType: 'ABSOLUTE' })).toBe('8.4');
    expect(await priced({}, { priceModifier: 15, priceModifierType: 'PERCENT' })).toBe('13.69');
  });

  test('is left out where it is the product’s', async () => {
    expect(await priced({}, { priceModifier: 0 })).toBeUndefined();
    expect(await priced({ price: 11.9 }, { priceModifier: 3 })).toBeUndefined();
  });
});

test.each([[undefined], [0], [null], [9.9], [11.9]])(
  'a former price of %s is none',
  async (compareToPrice) => {
    expect((await read({ compareToPrice })).listPrice).toBeNull();
  },
);

describe('SKUs', () => {
  test('keep zeros and blanks; blanks alone are none', async () => {
    const combinations = [
      { ...blue, sku: '0017' },
      { ...red, sku: ' ' },
    ];
    const read17 = await read({ sku: 'AB-1 ', combinations });
    expect(read17.sku).toBe('AB-1 ');
    expect(read17.variants?.map(({ sku }) => sku)).toEqual(['0017', undefined]);
  });

  test('a variation that has the product’s has none of its own', async () => {
    expect((await read({ combinations: [{ ...blue, sku: 'MUG' }] })).variants?.[0]?.sku).toBeUndefined();
  });
});

describe('VAT', () => {
  test('stacked taxes are one class and one rate', async () => {
    expect(await read({ tax: { taxable: true, enabledManualTaxes: [9101, 9100] } })).toMatchObject({
      vatClass: '9100,9101',
      vatRate: '30',
    });
  });

  test.each([
    [{ taxable: false, enabledManualTaxes: [9100] }],
    [{ taxable: true, enabledManualTaxes: [] }],
    // Switched off by the merchant.
    [{ taxable: true, enabledManualTaxes: [9177] }],
  ])('%j: none', async (tax) => {
    expect(await read({ tax })).toMatchObject({ vatClass: 'none', vatRate: '0' });
  });

  test('that Ecwid works out goes by its own class', async () => {
    const automatic = { automaticTax: 'true' };
    expect(await read({}, automatic)).toMatchObject({ vatClass: 'default', vatRate: '21' });
    const net = await read({}, { ...automatic, pricesIncludeTax: 'false' });
    expect(net.vatRate).toBeUndefined();
    expect(net.pricesIncludeVat).toBe(false);
  });

  test('of an account that was read before it kept its taxes nothing is made up', async () => {
    expect(await read({}, { taxes: '[]', pricesIncludeTax: 'false' })).toMatchObject({ vatClass: '9100' });
    expect((await read({ tax: null }))?.vatRate).toBeUndefined();
  });
});

test.each([
  ['GRAM', 350, '0.35'],
  ['POUND', 1, '0.45359237'],
  ['OUNCE', 2, '0.05669904625'],
  ['STONE', 1, undefined],
])('a weight in %s', async (weightUnit, weight, weightKg) => {
  expect((await read({ weight }, { weightUnit })).weightKg).toBe(weightKg);
});

test('a barcode that a till told counts where there is no other', async () => {
  const attributes = [
    { name: 'EAN', type: 'EXTERNAL_EAN', value: '0871' },
    { name: 'UPC', type: 'UPC', value: '' },
  ];
  expect(await read({ attributes })).toMatchObject({ gtin: '0871', brand: '', attributes: [] });
});

test('a choice without variations is a question to the buyer, not a variant', async () => {
  expect(await read({ combinations: [] })).toMatchObject({ kind: 'simple', options: [], variants: [] });
});

test('a picture of a variation stands behind the others', async () => {
  const own = { ...red, originalImageUrl: 'https://cdn.example.com/red.jpg' };
  const shared = { ...blue, originalImageUrl: 'https://cdn.example.com/side.jpg' };
  const { images, variants } = await read({ combinations: [shared, own] });
  expect(images?.map(({ version }) => version.split('/').at(-1))).toEqual([
    'front.jpg',
    'side.jpg',
    'red.jpg',
  ]);
  expect(variants?.map(({ image }) => image)).toEqual([
    'https://cdn.example.com/side.jpg',
    'https://cdn.example.com/red.jpg',
  ]);
});

test.each([
  [{ isGiftCard: true }, 'gift card'],
  [{ compositeComponents: [{ productId: 1 }] }, 'bundle'],
  [{ compositeComponents: [] }, undefined],
])('%j cannot be carried as it is', async (fields, unsupported) => {
  expect((await read(fields)).unsupported).toBe(unsupported);
});

test('a price that is none is refused by its name', async () => {
  await expect(read({ price: 'free' })).rejects.toThrow(/price/);
});
