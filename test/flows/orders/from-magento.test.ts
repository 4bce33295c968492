/** Orders as Magento gives them, whole, into the books: what the shop charged is what is booked. */
import { expect, test } from 'vitest';
import {
  address,
  extended,
  type Fields,
  mugs,
  row,
  translate,
} from '../../connectors/magento/order-payload.ts';
import { grossOf, vatOf } from './books.ts';
import { type Given, World } from './harness.ts';

async function booked(payload: Fields, settings: Given['settings'] = {}) {
  const world = new World({ settings });
  const ended = await world.run(translate(payload)).then(
    ({ reason }) => reason.code,
    ({ code }) => code,
  );
  const [sent] = world.books.sent;
  return sent === undefined ? ended : `${grossOf(sent)} ${vatOf(sent)}`;
}

/** 240 bolts at 1.83 without VAT: 0.3843 a piece, so 0.38, and 91.20 for all of them where 21 % of the whole is 92.23. */
const bolts = mugs({
  grand_total: 530.4,
  subtotal: 439.2,
  tax_amount: 91.2,
  total_paid: 530.4,
  items: [
    row({
      qty_ordered: 240,
      price: 1.83,
      price_incl_tax: 2.21,
      original_price: 1.83,
      tax_amount: 91.2,
    }),
  ],
});

test('VAT that was rounded on every piece', async () => {
  expect(await booked(bolts)).toBe('530.40 91.20');
  expect(await booked(bolts, { lines: 'summary' })).toBe('530.40 91.20');
  expect(await booked({ ...bolts, grand_total: 530.9, total_paid: 530.9 })).toBe('totals_differ');
});

test('a fee of a module', async () => {
  const payload = extended(mugs({ grand_total: 25.65, tax_amount: 4.45 }), {
    paylater_fee: '1.2000',
    paylater_fee_vat: '0.2500',
  });
  const field = 'extension_attributes.paylater_fee';
  expect(await booked(payload)).toBe('totals_differ');
  const fees = [{ field, taxField: `${field}_vat`, text: 'Betaalkosten' }];
  expect(await booked(payload, { fees })).toBe('25.65 4.45');
  // Another order of the same shop without one.
  expect(await booked(mugs(), { fees })).toBe('24.20 4.20');
});

test('books in another currency than the shopper’s', async () => {
  const payload = mugs({
    order_currency_code: 'SEK',
    grand_total: 266.2,
    tax_amount: 46.2,
    total_paid: 266.2,
    base_tax_amount: 4.2,
    items: [
      row({
        price: 110,
        price_incl_tax: 133.1,
        original_price: 133.1,
        tax_amount: 46.2,
        base_price: 10,
        base_price_incl_tax: 12.1,
        base_original_price: 12.1,
        base_tax_amount: 4.2,
      }),
    ],
  });
  expect(await booked(payload)).toBe('24.20 4.20');
  expect(await booked(payload, { currency: 'order' })).toBe('currency_unsupported');
});

test('shipping whose VAT is a blend', async () => {
  const items = [
    row({ qty_ordered: 1, price: 30, price_incl_tax: 36.3, original_price: 36.3, tax_amount: 6.3 }),
    row({
      item_id: 502,
      qty_ordered: 1,
      price: 90,
      price_incl_tax: 98.1,
      original_price: 98.1,
      tax_percent: 9,
      tax_amount: 8.1,
    }),
  ];
  // 2.00 at 21 % and 6.00 at 9 %: 12 % of 8.00.
  const shipping = { shipping_amount: 8, shipping_incl_tax: 8.96, shipping_tax_amount: 0.96 };
  expect(await booked(mugs({ items, ...shipping, tax_amount: 15.36, grand_total: 143.36 }))).toBe(
    '143.36 15.36',
  );
  const alone = mugs({ items: items.slice(0, 1), ...shipping, tax_amount: 7.26, grand_total: 45.26 });
  expect(await booked(alone)).toBe('vat_rate_unknown');
});

test('no VAT, and nothing that explains it', async () => {
  const there = {
    ...address,
    country_id: 'DE',
    postcode: '20457',
    city: 'Hamburg',
    company: 'Teetasse GmbH',
  };
  const untaxed = (vatId: string, to: Fields = there) =>
    extended(
      mugs({
        items: [row({ tax_percent: 0, tax_amount: 0, price_incl_tax: 10, original_price: 10 })],
        tax_amount: 0,
        grand_total: 20,
        billing_address: { ...there, vat_id: vatId },
      }),
      { shipping_assignments: [{ shipping: { address: { ...to, vat_id: vatId } } }] },
    );
  expect(await booked(untaxed('DE136695976'))).toBe('20.00 0.00');
  expect(await booked(untaxed('NL123456782B12'))).toBe('vat_unexplained');
  expect(await booked(untaxed(''))).toBe('vat_unexplained');
  expect(await booked(untaxed('', { ...there, postcode: '27498' }))).toBe('20.00 0.00');
});
