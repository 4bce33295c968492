import { describe, expect, test } from 'vitest';
import type { ProductChanges } from '../../../../src/connectors/contract/products.ts';
import { productTarget } from '../../../../src/connectors/ecwid/products/target.ts';
import { Refused } from '../../../support/fake-api.ts';
import { blue, mug, red } from './mug.ts';
import { OneProduct } from './one-product.ts';

const nothing: ProductChanges = {
  fields: {},
  values: {},
  attributes: [],
  variants: { add: [], change: new Map(), retire: [] },
  options: [],
  categories: { add: [], remove: [] },
  pictures: { add: [], replace: new Map(), remove: [] },
  createValues: false,
};

const picture = (name: string, position = 5) => ({
  url: `https://erp.example.com/${name}.jpg`,
  version: name,
  position,
  fileName: `${name}.jpg`,
});

async function update(changes: Partial<ProductChanges>, api = new OneProduct()) {
  const standing = await productTarget.get(api, '500100');
  if (standing === null) throw new Error('there is one');
  api.calls.length = 0;
  const written = await productTarget.update(api, standing, { ...nothing, ...changes });
  return { api, written, calls: api.written };
}

describe('as it stands there', () => {
  test('the pictures go by their ids, the main one by its file too', async () => {
    const standing = await productTarget.get(new OneProduct(), '500100');
    expect(standing?.product.images?.map(({ version }) => version)).toEqual(['0:front.jpg', '88']);
    expect(standing?.fileNames).toEqual(new Map([['88', 'side.jpg']]));
    expect(standing?.values).toEqual({ unlimited: false, productClassId: 0 });
  });

  test('several come with one call; what is gone is left out', async () => {
    const api = new OneProduct();
    api.instead = ({ path }) => (path === '/products' ? { total: 1, items: [mug] } : undefined);
    const found = await productTarget.getMany?.(api, ['500100', '4']);
    expect([...(found?.keys() ?? [])]).toEqual(['500100']);
    expect(await productTarget.get(api, '4')).toBeNull();
  });
});

describe('what is not named stays', () => {
  test('and where nothing changes nothing is written', async () => {
    const { api, written } = await update({});
    expect(api.calls).toEqual([]);
    expect(written).toMatchObject({ id: '500100', variants: new Map(), pictures: new Map(), problems: [] });
  });

  test('a price goes alone', async () => {
    const { api, calls } = await update({
      fields: { price: '12.90', sku: 'MUG-1' },
      values: { costPrice: 5 },
    });
    expect(calls).toEqual([['PUT /products/500100', { sku: 'MUG-1', price: 12.9, costPrice: 5 }]]);
    expect(api.reads).toBe(0);
  });

  test('of categories those that the merchant added', async () => {
    const { calls } = await update({ categories: { add: ['8810'], remove: ['8800', '1'] } });
    expect(calls).toEqual([['PUT /products/500100', { categoryIds: [8801, 8810] }]]);
    expect((await update({ categories: { add: ['8800'], remove: ['1'] } })).calls).toEqual([]);
  });

  test('of facts all others, as they came; a translation that said the same follows', async () => {
    const [upc, brand, origin] = mug.attributes;
    const { calls } = await update({
      fields: { brand: 'Südwind', gtin: '4006381333931' },
      attributes: [{ name: 'Origin', values: ['Poland'] }],
    });
    expect(calls).toEqual([
      [
        'PUT /products/500100',
        {
          attributes: [
            upc,
            { ...brand, value: 'Südwind', valueTranslated: { en: 'Südwind', de: 'Nordwind GmbH' } },
            origin,
          ],
        },
      ],
    ]);
  });

  test('a fact that nobody knows is told', async () => {
    const { calls, written } = await update({ attributes: [{ name: 'Care', values: ['Wash'] }] });
    expect(calls).toEqual([]);
    expect(written.problems).toMatchObject([{ code: 'attribute_unknown', params: { attribute: 'Care' } }]);
    expect([...(written.undone?.product ?? [])]).toEqual(['attributes']);
  });

  test('of the tax its class', async () => {
    const { calls } = await update({ fields: { vatClass: '9101' } });
    expect(calls).toEqual([
      [
        'PUT /products/500100',
        { tax: { taxable: true, enabledManualTaxes: [9101], taxClassCode: 'default' } },
      ],
    ]);
  });
});

describe('the end of a sale', () => {
  test('takes the former price away with null', async () => {
    const { api, calls } = await update({ fields: { listPrice: null } });
    expect(calls).toEqual([['PUT /products/500100', { compareToPrice: null }]]);
    expect(api.product).not.toHaveProperty('compareToPrice');
  });

  test('or with 0 in a shop that passes over it, of variations too', async () => {
    const api = new OneProduct({ ...mug, combinations: [{ ...red, compareToPrice: 20 }] });
    const passedOver = ({ method, body }: { method: string; body: unknown }) =>
      method === 'PUT' && JSON.stringify(body) === '{"compareToPrice":null}' ? { updateCount: 1 } : undefined;
    api.instead = passedOver;
    const change = new Map([['900202', { listPrice: null }]]);
    const { calls } = await update(
      { fields: { listPrice: null }, variants: { ...nothing.variants, change } },
      api,
    );
    expect(calls.slice(2)).toEqual([
      ['PUT /products/500100', { compareToPrice: 0 }],
      ['PUT /products/500100/combinations/900202', { compareToPrice: 0 }],
    ]);
  });

  test('leaves one that only the price changed of', async () => {
    const { calls } = await update({ fields: { price: '9.95' } });
    expect(calls).toEqual([['PUT /products/500100', { price: 9.95 }]]);
  });
});

describe('variations', () => {
  const variants = (some: Partial<ProductChanges['variants']>) => ({
    variants: { ...nothing.variants, ...some },
  });

  test('are changed one by one, with the ids that they have', async () => {
    const change = new Map([
      ['900201', { price: '12.50', gtin: '0871' }],
      ['900202', { sku: 'MUG-RD' }],
    ]);
    const { api, calls, written } = await update(variants({ change }));
    expect(calls).toEqual([
      [
        'PUT /products/500100/combinations/900201',
        { price: 12.5, attributes: [{ id: 61001, name: 'UPC', type: 'UPC', value: '0871' }] },
      ],
      ['PUT /products/500100/combinations/900202', { sku: 'MUG-RD' }],
    ]);
    expect(written.problems).toEqual([]);
    expect(api.product.combinations.map(({ id, quantity }) => [id, quantity])).toEqual([
      [900201, 34],
      [900202, 26],
    ]);
  });

  test('are added without the options being sent, with nothing in stock where the others are counted', async () => {
    const add = [{ sourceId: 'g', sku: 'MUG-GRN', options: { Colour: 'Green' }, price: '13.00' }];
    const { api, calls, written } = await update({
      ...variants({ add }),
      options: [{ name: 'Colour', values: ['Green'] }],
    });
    expect(calls).toEqual([
      [
        'POST /products/500100/combinations',
        {
          unlimited: false,
          quantity: 0,
          sku: 'MUG-GRN',
          price: 13,
          options: [{ name: 'Colour', value: 'Green' }],
        },
      ],
    ]);
    expect([...written.variants]).toEqual([['g', '1000']]);
    expect(api.product.combinations.slice(0, 2)).toEqual([blue, red]);
  });

  test.each([
    ['the product', { unlimited: false }, { unlimited: true }, { unlimited: false, quantity: 0 }],
    ['its variations', { unlimited: true }, { unlimited: false }, { unlimited: false, quantity: 0 }],
    ['nothing', { unlimited: true }, { unlimited: true }, {}],
  ])('a new one begins as the shop counts %s', async (_, ofProduct, ofVariation, expected) => {
    const api = new OneProduct({ ...mug, ...ofProduct, combinations: [{ ...blue, ...ofVariation }] });
    const { calls } = await update(
      variants({ add: [{ sourceId: 'g', sku: 'G', options: { Colour: 'Green' } }] }),
      api,
    );
    expect(calls).toEqual([
      [
        'POST /products/500100/combinations',
        { ...expected, sku: 'G', options: [{ name: 'Colour', value: 'Green' }] },
      ],
    ]);
  });

  test('one that came to be before, and was not answered, is taken for what it is', async () => {
    const add = [{ sourceId: 'b', sku: 'MUG-BLU', options: { Colour: 'Blue' } }];
    const { calls, written } = await update(variants({ add }));
    expect(calls).toEqual([]);
    expect([...written.variants]).toEqual([['b', '900201']]);
  });

  test('a value that one of them changes to is added to what stands there, and makes none anew', async () => {
    const change = new Map([['900201', { options: { Colour: 'Navy' } }]]);
    const { api, calls } = await update(variants({ change }));
    const [colour, engraving] = mug.options;
    expect(calls).toEqual([
      [
        'PUT /products/500100',
        {
          options: [
            {
              ...colour,
              choices: [
                ...(colour?.choices ?? []),
                { text: 'Navy', priceModifier: 0, priceModifierType: 'ABSOLUTE' },
              ],
            },
            engraving,
          ],
        },
      ],
      ['PUT /products/500100/combinations/900201', { options: [{ name: 'Colour', value: 'Navy' }] }],
    ]);
    expect(api.calls[0]?.query).toEqual({ rebuildVariationsOnOptionsUpdate: false });
  });

  test('that are given other ids over the options that are sent are changed under those', async () => {
    const change = new Map([['900201', { options: { Colour: 'Navy' } }]]);
    const api = new OneProduct();
    api.instead = ({ method, path, body }) => {
      if (method !== 'PUT' || path !== '/products/500100') return undefined;
      api.product.options = (body as { options: unknown }).options;
      api.product.combinations.forEach((each, index) => {
        each.id = 900_300 + index;
      });
      return { updateCount: 1 };
    };
    const { calls, written } = await update(variants({ change }), api);
    expect(calls[1]).toEqual([
      'PUT /products/500100/combinations/900300',
      { options: [{ name: 'Colour', value: 'Navy' }] },
    ]);
    expect([...(written.renumbered ?? [])]).toEqual([
      ['900201', '900300'],
      ['900202', '900301'],
    ]);
    expect(written.problems).toEqual([]);
  });

  test('that are no longer sold are left', async () => {
    expect((await update(variants({ retire: ['900201'] }))).calls).toEqual([]);
  });

  test('one that is refused or gone is told, and the others go', async () => {
    const api = new OneProduct();
    api.instead = ({ path }) =>
      path.endsWith('/900201') ? new Refused(400, { errorCode: 'DIFFERENT_COMBINATION_STOCK' }) : undefined;
    const change = new Map([
      ['900201', { price: '1' }],
      ['77', { price: '2' }],
      ['900202', { price: '3' }],
    ]);
    const { written } = await update(variants({ change }), api);
    expect(written.problems.map(({ code }) => code)).toEqual(['refused', 'not_found']);
    expect([...(written.undone?.variants ?? [])]).toEqual(['900201', '77']);
    expect(api.product.combinations[1]?.price).toBe(3);
  });
});

describe('pictures', () => {
  const pictures = (some: Partial<ProductChanges['pictures']>) => ({
    pictures: { ...nothing.pictures, ...some },
  });

  test('are added behind the others', async () => {
    const { api, written } = await update(pictures({ add: [picture('b', 3), picture('a', 2)] }));
    expect(api.pictures).toEqual([
      'https://cdn.example.com/side.jpg',
      'https://cdn.example.com/front.jpg',
      'https://erp.example.com/a.jpg',
      'https://erp.example.com/b.jpg',
    ]);
    expect([...written.pictures]).toEqual([
      ['a', '1000'],
      ['b', '1001'],
    ]);
  });

  test('the main one is replaced in its place, and has another name then', async () => {
    const { api, calls, written } = await update(
      pictures({ replace: new Map([['0:front.jpg', picture('new')]]) }),
    );
    expect(calls).toEqual([
      ['POST /products/500100/image', { externalUrl: 'https://erp.example.com/new.jpg' }],
    ]);
    expect([...written.pictures]).toEqual([['new', '0:1000.jpg']]);
    expect(api.pictures).toContain('https://cdn.example.com/side.jpg');
  });

  test('one that stands there already is sent once more for a variation that shows it from now on', async () => {
    const variants = (some: object) => ({ variants: { ...nothing.variants, ...some } });
    const shown = [picture('front')];
    const change = new Map([['900201', { image: 'front' }]]);
    const { calls, written } = await update({ ...variants({ change }), ...pictures({ shown }) });
    expect(calls).toEqual([
      [
        'POST /products/500100/combinations/900201/image',
        { externalUrl: 'https://erp.example.com/front.jpg' },
      ],
    ]);
    expect(written.undone?.ofVariants?.get('900201')).toEqual([]);
  });

  test('one that a variation is not given leaves that alone to be done', async () => {
    const api = new OneProduct();
    api.instead = ({ path }) =>
      path.endsWith('/combinations/900201/image') ? new Refused(400, { errorCode: 'NO_IMAGE' }) : undefined;
    const change = new Map([['900201', { image: 'front', price: '3' }]]);
    const variants = { variants: { ...nothing.variants, change } };
    const { written } = await update({ ...variants, ...pictures({ shown: [picture('front')] }) }, api);
    expect(written.problems.map(({ code }) => code)).toEqual(['picture_refused']);
    expect([...(written.undone?.variants ?? [])]).toEqual([]);
    expect(written.undone?.ofVariants?.get('900201')).toEqual(['image']);
  });

  test('also where the shop calls its file as the one before', async () => {
    const api = new OneProduct();
    api.instead = ({ path }) => (path.endsWith('/image') ? { id: 1000 } : undefined);
    const { written } = await update(pictures({ replace: new Map([['0:front.jpg', picture('new')]]) }), api);
    expect([...written.pictures]).toEqual([['new', '0:front.jpg']]);
    expect(written.problems).toEqual([]);
  });

  test('one of the gallery is sent first and deleted then; the merchant’s stay', async () => {
    const { api, calls } = await update(pictures({ replace: new Map([['88', picture('new')]]) }));
    expect(calls.map((each) => (each as string[])[0])).toEqual([
      'POST /products/500100/gallery',
      'DELETE /products/500100/gallery/88',
    ]);
    expect(api.pictures).toEqual(['https://cdn.example.com/front.jpg', 'https://erp.example.com/new.jpg']);
  });

  test('the old one stays where the new one is refused', async () => {
    const api = new OneProduct();
    api.instead = ({ query }) => (query.externalUrl === undefined ? undefined : new Refused(422));
    const { written } = await update(pictures({ replace: new Map([['88', picture('new')]]) }), api);
    expect(written.problems).toMatchObject([{ code: 'picture_refused', params: { sku: 'MUG' } }]);
    expect(api.pictures).toContain('https://cdn.example.com/side.jpg');
  });

  test('are taken away by their ids; one that the merchant put in its place is left', async () => {
    const { calls } = await update(pictures({ remove: ['88', '0:other.jpg'] }));
    expect(calls).toEqual([['DELETE /products/500100/gallery/88', {}]]);
    expect((await update(pictures({ remove: ['0:front.jpg'] }))).calls).toEqual([
      ['DELETE /products/500100/image', {}],
    ]);
  });

  test('words for them go with those of the others', async () => {
    const { calls } = await update(pictures({ add: [{ ...picture('a'), alt: 'New' }] }));
    expect(calls.at(-1)).toEqual([
      'PUT /products/500100',
      {
        media: {
          images: [
            { id: '88', alt: { main: 'A side.jpg', translated: { de: 'Bild' } } },
            { id: '0', alt: { main: 'A front.jpg', translated: { de: 'Bild' } } },
            { id: '1000', alt: { main: 'New' } },
          ],
        },
      },
    ]);
  });
});

test('pictures that an earlier run sent get their words in one call, and go by their ids from then on', async () => {
  const begun = new Map([['88', { ...picture('a'), alt: 'New' }]]);
  const { calls, written } = await update({ ...nothing, pictures: { ...nothing.pictures, describe: begun } });
  expect(calls).toEqual([
    [
      'PUT /products/500100',
      {
        media: {
          images: [
            { id: '88', alt: { main: 'New', translated: { de: 'Bild' } } },
            { id: '0', alt: { main: 'A front.jpg', translated: { de: 'Bild' } } },
          ],
        },
      },
    ],
  ]);
  expect([...written.pictures]).toEqual([['a', '88']]);
});

test('a product that is gone meanwhile is told by what is thrown', async () => {
  const api = new OneProduct();
  api.instead = ({ method }) => (method === 'PUT' ? { updateCount: 0 } : undefined);
  await expect(update({ fields: { name: 'Cup' } }, api)).rejects.toMatchObject({ code: 'not_found' });
});
