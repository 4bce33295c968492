import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runs } from '../../support/runs.ts';
import { TestShop } from './shop.ts';

const names = [
  ...['items', 'taxes', 'value', 'price', 'quantity', 'total', 'tax', 'email', 'paymentStatus', 'createDate'],
  ...[
    'billingPerson',
    'name',
    'countryCode',
    'shippingOption',
    'isPickup',
    'discountCoupon',
    'customerId',
    'id',
  ],
  ...[
    'shippingAddresses',
    'contacts',
    'contact',
    'primaryPhone',
    'title',
    'pricesIncludeTax',
    'formatsAndUnits',
  ],
  ...[
    'sku',
    'options',
    'choices',
    'text',
    'priceModifier',
    'attributes',
    'alias',
    'combinations',
    'unlimited',
  ],
  ...[
    'tax',
    'enabledManualTaxes',
    'categoryIds',
    'parentId',
    'productIds',
    'quantityDelta',
    'media',
    'images',
  ],
  ...['nameTranslated', 'nl', 'alt', 'galleryMedia', 'imageUrl', 'type', 'show', 'path', 'method', 'body'],
];
const { tree } = fc.letrec((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom('PAID', 'a@example.com', '2026-01-01 00:00:00 +0000', 'NL', 'ZZ', '', null, true, false),
    fc.constantFrom(0, -1, 21, -100, 1e300, 1e-300),
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  ),
  tree: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...names), tie('tree'), { maxKeys: 8 }),
  ),
}));

it('no body whatever crashes it', async () => {
  const shop = new TestShop({ seeded: true });
  shop.standIn.change({ limits: false, webhookUrl: 'https://koppel.example.com/hook' });
  const [order] = await shop.ids('/orders?limit=1');
  const [customer] = await shop.ids('/customers?limit=1');
  await shop.control('POST', '/catalogue', { kind: 'seed' });
  const [product] = await shop.ids('/products?sku=TB');
  const [category] = await shop.ids('/categories?limit=1');
  const calls = [
    ['POST', '/orders'],
    ['PUT', `/orders/${order}`],
    ['POST', `/orders/${order}/extraFields`],
    ['POST', '/customers'],
    ['PUT', `/customers/${customer}`],
    ['PUT', '/profile'],
    ['POST', '/products?saveCombinations=true'],
    ['PUT', `/products/${product}?saveCombinations=true&rebuildVariationsOnOptionsUpdate=true`],
    ['PUT', `/products/${product}/inventory`],
    ['PUT', `/products/${product}/media`],
    ['POST', `/products/${product}/image/async`],
    ['POST', `/products/${product}/combinations`],
    ['POST', '/categories'],
    ['PUT', `/categories/${category}`],
    ['PUT', '/categories/sort'],
    ['POST', `/categories/${category}/assignProducts`],
    ['POST', '/classes'],
    ['PUT', '/classes/0'],
    ['POST', '/batch'],
  ] as const;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...calls), tree, async ([method, path], body) => {
      const { status, text } = await shop.call(method, path, JSON.stringify(body));
      expect([200, 400, 404, 409, 422], text).toContain(status);
    }),
    runs(800),
  );
  const reads = ['/orders?keywords=a', '/customers?keyword=a&phone=1', '/profile', '/latest-stats'];
  const ofCatalogue = [
    '/products?keyword=a',
    '/categories?keyword=a',
    '/classes',
    '/brands',
    `/products/${product}`,
  ];
  for (const path of [...reads, ...ofCatalogue]) {
    expect((await shop.get(path)).status, path).toBe(200);
  }
  expect(
    (await shop.call('POST', '/orders', '{"items":[{"quantity":1,"taxes":[{"value":1e999}]}]}')).status,
  ).toBe(200);
  expect((await shop.call('POST', '/orders', '{"total":1e999}')).status).toBe(400);
});

it('no query whatever crashes it', async () => {
  const shop = new TestShop({ seeded: true });
  shop.standIn.change({ limits: false });
  await shop.control('POST', '/catalogue', { kind: 'seed' });
  const parameter = fc.constantFrom(
    ...[
      'ids',
      'limit',
      'offset',
      'createdFrom',
      'updatedTo',
      'totalFrom',
      'keywords',
      'acceptMarketing',
      'sortBy',
    ],
    ...[
      'productId',
      'sku',
      'keyword',
      'category',
      'attribute_Brand',
      'option_Maat',
      'inventory',
      'priceFrom',
    ],
    ...['parent', 'path', 'delimeter', 'hidden_categories', 'withSubcategories', 'ticket', 'status', 'lang'],
    ...['responseFields', 'email', 'useExactEmailMatch', 'from_date', 'minOrderCount', 'countryCodes'],
  );
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom('0', '99999999999', '2026-02-30', 'items(id', 'NAME_ASC', '%'),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(
        ...[
          '/orders',
          '/orders/last',
          '/orders/deleted',
          '/customers',
          '/profile',
          '/products',
          '/products/500101',
        ],
        ...[
          '/products/deleted',
          '/categories',
          '/categoriesByPath',
          '/categories/sort',
          '/classes',
          '/batch',
          '/brands',
        ],
      ),
      fc.array(fc.tuple(parameter, value), { maxLength: 4 }),
      async (path, pairs) => {
        const { status, text } = await shop.get(`${path}?${new URLSearchParams(pairs)}`);
        expect([200, 400, 404], text).toContain(status);
      },
    ),
    runs(500),
  );
});

it('no path whatever crashes it', async () => {
  const shop = new TestShop();
  shop.standIn.change({ limits: false });
  await fc.assert(
    fc.asyncProperty(fc.webPath(), async (path) => {
      expect((await shop.get(`/api/v3/1003${path}`)).status).toBeLessThan(500);
      expect((await shop.get(`/api${path}`)).status).toBeLessThan(500);
    }),
  );
});
