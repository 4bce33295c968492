import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isObject, type Json } from '../../../sandbox/kit/json.ts';
import { runs } from '../../support/runs.ts';
import { pushedOrder, TestShop } from './shop.ts';

const names =
  `customer email customertype billingaddress deliveryaddress street housenumber country_code address_line_1 orderrows product_id
   attribute_combination_id product_name count price discount tax package_id weight status paid is_completed total_shipping
   user_id deliver_date username password userinfo group_id name taxtariff vatrate active stock stocktype productnumber brand
   brand_id parentcategory_id position category_id optionvalue default_price type file_type source is_mainphoto productphotos
   product_property_id value event address is_active note labels external_reference product_property_group_id`.split(
    /\s+/,
  );
const { tree } = fc.letrec((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom(
      'b2c',
      'NL',
      'menu',
      'low a',
      'Attribute',
      'png',
      '',
      null,
      true,
      false,
      500101,
      500103,
      31,
      71,
      5,
    ),
    fc.constantFrom(
      0,
      -1,
      0.5,
      1e300,
      1e-300,
      '2026-01-05T10:00:00Z',
      'https://x.example.com/',
      'a@example.com',
    ),
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
  '/orders/?size=150',
  '/orders/?is_completed=false&size=150',
  '/orders/700003/orderrows/',
  '/invoices/',
  '/users/?size=150',
  '/products/?size=150&expand=attributecombinations,productphotos,producttocategories,productattributesets',
  '/products/?size=150&expand=producttopropertygroups&orderby=name',
  '/attributes/',
  '/categories/?size=150',
  '/categorytree/',
  '/webhooks/',
];
const refused = [400, 404, 500];

async function filled(): Promise<TestShop> {
  return new TestShop({ seeded: true, validated: false, settings: { unknownFields: 'ignored' } });
}

it('no body whatever crashes it', async () => {
  const shop = await filled();
  const [mug] = await shop.items('/products/500101/attributecombinations/');
  const calls = [
    ['POST', '/orders/'],
    ['PATCH', '/orders/700003/'],
    ['PUT', '/orders/700003/orderrows/'],
    ['POST', '/orders/700003/orderrows/'],
    ['POST', '/orders/700003/ordernotes/'],
    ['PUT', '/orders/700003/orderlabels/'],
    ['POST', '/orders/700003/invoices/'],
    ['PATCH', '/invoices/9101/'],
    ['POST', '/users/'],
    ['PATCH', '/users/51001/'],
    ['POST', '/products/'],
    ['PATCH', '/products/500101/'],
    ['POST', '/products/500101/productattributevalues/'],
    ['POST', '/products/500101/productphotos/'],
    ['PUT', '/products/500101/productphotos/'],
    ['PATCH', `/attributecombinations/${mug?.id}/`],
    ['POST', '/attributes/'],
    ['POST', '/attributes/5/attributevalues/'],
    ['POST', '/categories/'],
    ['PATCH', '/categories/73/'],
    ['POST', '/producttocategories/'],
    ['POST', '/producttopropertygroups/'],
    ['POST', '/productpropertyvalues/'],
    ['POST', '/productpropertygroups/801/productproperties/'],
    ['POST', '/brands/'],
    ['POST', '/webhooks/'],
    ['PUT', '/webshops/700/settings/'],
    ['PATCH', '/apps/1/'],
  ] as const;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...calls), tree, async ([method, path], body) => {
      const { status, text } = await shop.call(method, path, body);
      expect([201, 204, ...refused], text).toContain(status);
    }),
    runs(800),
  );
  for (const path of reads) expect((await shop.get(path)).status, path).toBe(200);
});

const row = { product_name: 'Mok', count: 2, price: 12.1, discount: 0, tax: 21, package_id: 31, weight: 0.4 };

/** Right bodies, of which one part is put in the place of another, or something else there. */
const right: readonly (readonly [method: string, path: string, body: unknown])[] = [
  ['POST', '/orders/', pushedOrder({ orderrows: [{ product_id: 500_103, count: 1 }, row], status: 3 })],
  [
    'PATCH',
    '/orders/700003/',
    { status: 5, paid: true, total_shipping: 4, orderrows: [row], mail: true, note: 'x' },
  ],
  [
    'PATCH',
    '/products/500101/',
    {
      name: 'Mok',
      price: 11.95,
      discount: 1,
      taxtariff: 'normal',
      active: true,
      stock: 3,
      brand: 'X',
      weight: 0.3,
    },
  ],
  [
    'POST',
    '/users/',
    { username: 'x', password: 'geheim1', userinfo: { email: 'x', billingaddress: { street: 'A' } } },
  ],
  ['POST', '/categories/', { name: 'X', parentcategory_id: 71, position: 3, show_on_website: true }],
  ['POST', '/webhooks/', { event: 'orders.created', address: 'https://x.example.com/a', is_active: true }],
];

it('no right body with one wrong part crashes it', async () => {
  const shop = await filled();
  const seen = new Set<number>();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...right),
      fc.nat(),
      tree,
      async ([method, path, whole], place, wrong) => {
        const body = whole as Json;
        const parts = pathsIn(body);
        const at = parts[place % parts.length] ?? [];
        const { status, text } = await shop.call(method, path, replaced(body, at, wrong));
        seen.add(status);
        expect([201, 204, ...refused], `${at.join('.')} ${text}`).toContain(status);
      },
    ),
    runs(2000),
  );
  expect(seen).toContain(201);
  expect(seen).toContain(400);
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
