import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runs } from '../../support/runs.ts';
import { TestShop } from './shop.ts';

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
    fc.constantFrom(0, -1, 1e300, 1e-300),
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
  const shop = new TestShop({ seeded: true, settings: { unknownFields: 'ignored', fetchesPictures: false } });
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
  for (const path of [
    '/orders?limit=100',
    '/customers?embed=address',
    '/articles?limit=100',
    '/categories?as_tree=true',
    '/tax-policy/regions',
  ]) {
    expect((await shop.get(path)).status, path).toBe(200);
  }
});
