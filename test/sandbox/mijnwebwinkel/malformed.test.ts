import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isObject, type Json, objectsIn } from '../../../sandbox/kit/json.ts';
import { runs } from '../../support/runs.ts';
import { pushedOrder, TestShop } from './shop.ts';

const names =
  `orderlines type quantity description unit_price amount rate unit_weight articles id options list_option_id debtor email
   address invoice name zipcode country_code payment gateway_name method_name status archived comments internal reference
   credited_order_number shipping_costs gateway method firstName lastName countryCode dateOfBirth sku price default stock extra
   visible categories category_id lists image_ids variants images url position content title sorting before parent_category_id`.split(
    /\s+/,
  );
const { tree } = fc.letrec((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom(
      'article',
      'custom',
      'B2B',
      'a@example.com',
      'NL',
      '21.00',
      '',
      null,
      true,
      false,
      500101,
      41,
      71,
      901,
      501,
      10,
    ),
    fc.constantFrom(0, -1, -100, 1e300, 1e-300),
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

const reads = [
  '/orders?limit=100',
  '/customers?embed=address',
  '/articles?limit=100',
  '/categories?as_tree=true',
  '/tax-policy/regions',
];

it('no body whatever crashes it', async () => {
  const shop = new TestShop({
    seeded: true,
    validated: false,
    settings: { unknownFields: 'ignored', fetchesPictures: false },
  });
  const [customer] = await shop
    .rows('/orders?limit=1')
    .then((rows) => rows.map(({ debtor }) => (debtor as { id: string }).id));
  const calls = [
    ['POST', '/orders'],
    ['PATCH', '/orders/2003'],
    ['POST', '/orders/credit'],
    ['POST', '/orders/2003/payments'],
    ['POST', '/customers'],
    ['PATCH', `/customers/${customer}`],
    ['POST', `/customers/${customer}/addresses`],
    ['POST', '/articles'],
    ['PATCH', '/articles/500101'],
    ['POST', '/articles/uploadImage/500101'],
    ['POST', '/articlefields/500101'],
    ['DELETE', '/articlefields/500101'],
    ['POST', '/articlelists/500103'],
    ['DELETE', '/articlelists/500103'],
    ['POST', '/articlelistoptions/41'],
    ['DELETE', '/articlelistoptions/41'],
    ['POST', '/categories'],
    ['PATCH', '/categories/503'],
  ] as const;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...calls), tree, async ([method, path], body) => {
      const { status, text } = await shop.call(method, path, body);
      expect([200, 201, 400, 404, 422], text).toContain(status);
    }),
    runs(800),
  );
  for (const path of reads) expect((await shop.get(path)).status, path).toBe(200);
});

/** Right bodies, of which one part is put in the place of another, or something else there. */
const right: readonly (readonly [method: string, path: string, body: Json])[] = [
  [
    'POST',
    '/orders?override_stock=true',
    pushedOrder({
      orderlines: [
        { type: 'article', quantity: 1, articles: [{ id: 500101, options: [{ list_option_id: 71 }] }] },
        ...objectsIn(pushedOrder().orderlines),
      ],
      shipping_method_id: '2273',
      status: 3,
    }),
  ],
  [
    'POST',
    '/orders/credit',
    {
      credited_order_number: '2003',
      status: 10,
      orderlines: [{ type: 'article', quantity: 1, articles: [{ id: 500111, options: [] }] }],
      shipping_costs: '1.00',
    },
  ],
  [
    'PATCH',
    '/articles/500101',
    {
      name: 'Mok',
      price: { default: '11.95', action: null },
      stock: 3,
      extra: { visible: { Merk: 'X' }, invisible: {} },
      categories: [{ category_id: 510, is_main: true }],
      lists: [{ id: 41, options: [{ id: 71, price: '1.00', image_ids: [] }] }],
      variants: [{ id: 901, stock: 4 }],
      images: [{ url: 'https://x.example.com/a.png', position: 1 }],
    },
  ],
  ['POST', '/categories', { title: 'X', parent_category_id: 501, sorting: { before: 502 } }],
];

it('no right body with one wrong part crashes it', async () => {
  const settings = { unknownFields: 'ignored', fetchesPictures: false };
  const shop = new TestShop({ seeded: true, validated: false, settings });
  const seen = new Set<number>();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...right),
      fc.nat(),
      tree,
      async ([method, path, body], place, wrong) => {
        const parts = pathsIn(body);
        const at = parts[place % parts.length] ?? [];
        const { status, text } = await shop.call(method, path, replaced(body, at, wrong));
        seen.add(status);
        expect([200, 400, 404, 422], `${at.join('.')} ${text}`).toContain(status);
      },
    ),
    runs(2000),
  );
  expect(seen).toContain(200);
  expect(seen).toContain(422);
  for (const path of reads) expect((await shop.get(path)).status, path).toBe(200);
});

function pathsIn(value: Json, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...path, key]))];
}

function replaced(value: Json, [key, ...rest]: readonly string[], wrong: unknown): unknown {
  if (key === undefined) return wrong;
  if (Array.isArray(value)) {
    return value.map((part, index) => (String(index) === key ? replaced(part, rest, wrong) : part));
  }
  return isObject(value) ? { ...value, [key]: replaced(value[key] ?? null, rest, wrong) } : value;
}
