import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderTarget } from '../../../../src/connectors/ccv/orders/target.ts';
import { orderTotals } from '../../../../src/connectors/ccv/orders/to-wire.ts';
import type { Document } from '../../../../src/records/document.ts';
import { big, roundTo, sum } from '../../../../src/records/money.ts';
import { articleIds, findDocument } from '../../../support/fake-api.ts';
import { anyDocument, line, shopOrder } from '../../ecwid/documents.ts';
import { orderAnswer } from '../answers.ts';
import { account, FakeApi, nothing, paged, type Routes } from '../fake-api.ts';

const made = {
  ...orderAnswer,
  ...{ id: 5700, ordernumber_full: 'M-90', total_price: 24.2, total_tax: 4.2 },
  customer: { ...orderAnswer.customer, reference: 'Koppel 10042' },
};

const shop = (more: Routes = {}) =>
  new FakeApi({
    'GET /orders/': (call) => paged([{ ...orderAnswer }, made], call),
    'GET /orders/5700/': () => made,
    'POST /orders/': () => made,
    'PATCH /orders/5700/': () => nothing,
    'GET /orders/5700/ordernotes/': () => ({ items: [] }),
    'POST /orders/5700/ordernotes/': () => nothing,
    'GET /packages/': () => ({ items: [{ id: 31, name: 'Pakket' }] }),
    ...more,
  });

/** Places it, so that the body is held against the vendor's description. */
async function placed(fields: Partial<Document> = {}, more: Routes = {}) {
  const api = shop(more);
  const answer = await orderTarget.create(api, orderTarget.toWire(shopOrder(fields), account));
  return { api, answer, sent: api.sent[0] as Record<string, unknown> };
}

describe('an order in the shop', () => {
  test('is made of rows at the source’s own amounts, and told as it was stored', async () => {
    const lines = [
      line({ description: 'Mok', quantity: '2', unitPrice: '12.10', articleId: '9001:4401:1' }),
      line({ description: 'Thee', quantity: '1', unitPrice: '5.45', vatRate: '9', articleId: '9002' }),
      line({ kind: 'shipping', description: 'Verzending', sku: undefined, quantity: '1', unitPrice: '4.95' }),
      line({ kind: 'discount', description: 'LENTE', sku: undefined, quantity: '1', unitPrice: '-2.00' }),
      line({ description: 'Touw', sku: 'T', quantity: '1.5', unitPrice: '0.999', vatRate: '9' }),
    ];
    const { sent, answer, api } = await placed({ lines });
    expect(answer).toEqual({
      ...{ id: '5700', number: 'M-90', gross: '24.20', vat: '4.20', reference: '10042' },
    });
    const row = { discount: 0, package_id: 31, count: 1 };
    expect(sent.orderrows).toEqual([
      {
        ...{ product_id: 9001, attribute_combination_id: 4401, auto_create_deposit_rows: false },
        // Its options add 1.00.
        ...{ product_name: 'Mok', count: 2, price: 11.1, discount: 0, tax: 21 },
      },
      {
        ...{ product_id: 9002, auto_create_deposit_rows: false, product_name: 'Thee' },
        ...{ count: 1, price: 5.45, discount: 0, tax: 9 },
      },
      { ...row, product_name: 'Verzending', price: 4.95, tax: 21 },
      { ...row, product_name: 'LENTE', price: -2, tax: 21 },
      { ...row, product_number: 'T', product_name: '1.5 × Touw', price: 1.5, tax: 9 },
    ]);
    expect(sent).toMatchObject({
      total_shipping: 0,
      paid: true,
      order_row_taxes_included: true,
      currency: 'EUR',
    });
    expect(sent).not.toHaveProperty('user_id');
    expect(api.sent[1]).toEqual({ note: 'Referentie: 10042\nGemaakt door Koppel' });
  });

  test('says who bought it, and where it goes', async () => {
    const { sent } = await placed({
      customerId: '901',
      shipped: true,
      customer: {
        ...{
          kind: 'company',
          name: 'Wilma Smit',
          company: 'Smit BV',
          email: 'wilma@example.nl',
          language: 'de',
        },
        ...{ vatNumber: 'NL999999990B57', cocNumber: '12345678', reverseCharge: false },
        address: {
          street: 'Kade 12 bis',
          extra: 'Loods',
          postalCode: '8011AB',
          city: 'Zwolle',
          country: 'NL',
        },
      },
      delivery: { name: 'Jan Dok', street: 'Dok 9', postalCode: '8021BB', city: 'Zwolle', country: 'NL' },
    });
    expect(sent).toMatchObject({ user_id: 901, status: 5, orderedinlng: 'de' });
    expect(sent.customer).toEqual({
      ...{ email: 'wilma@example.nl', customertype: 'b2b', btw: 'NL999999990B57', kvk: '12345678' },
      reference: 'Koppel 10042',
      billingaddress: {
        ...{ first_name: 'Wilma', last_name: 'Smit', company: 'Smit BV', address_line_1: 'Kade 12 bis' },
        ...{ address_line_2: 'Loods', zipcode: '8011AB', city: 'Zwolle', country_code: 'NL' },
      },
      deliveryaddress: {
        ...{
          full_name: 'Jan Dok',
          address_line_1: 'Dok 9',
          zipcode: '8021BB',
          city: 'Zwolle',
          country_code: 'NL',
        },
      },
    });
  });

  test('adds up as it is sent', () => {
    const lines = [
      line({ quantity: '2', unitPrice: '12.10' }),
      line({ kind: 'shipping', quantity: '1', unitPrice: '4.95', vatRate: '9' }),
    ];
    expect(orderTarget.totals(shopOrder({ lines }))).toEqual({
      gross: '29.15',
      vat: '4.61',
      byRate: [
        { rate: '21', vat: '4.20' },
        { rate: '9', vat: '0.41' },
      ],
    });
  });

  test('comes to its totals row by row, whatever it is made of', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { gross, vat } = orderTotals(document);
        const rows = orderTarget.toWire(document, account).orderrows as Record<string, number>[];
        const amounts = rows.map(({ count = 0, price = 0, discount = 0 }) =>
          big(String(count)).times(big(String(price)).minus(discount)),
        );
        for (const amount of amounts) expect(roundTo(amount, 2).eq(amount)).toBe(true);
        const whole = sum(amounts);
        expect((document.pricesIncludeVat ? whole : whole.plus(vat)).toFixed(2)).toBe(gross);
      }),
    );
  });

  test('that is answered with nothing is found at once, by its mark', async () => {
    const { answer } = await placed({}, { 'POST /orders/': () => nothing });
    expect(answer.id).toBe('5700');
    const none = placed({}, { 'POST /orders/': () => nothing, 'GET /orders/': (call) => paged([], call) });
    await expect(none).rejects.toMatchObject({ kind: 'outcome-unknown' });
  });

  test('is found again by its mark alone, once', async () => {
    const found = await findDocument(orderTarget, shop(), ' 10042 ', new Date('2026-03-01T00:00:00Z'));
    expect(found).toMatchObject({
      id: '5700',
      number: 'M-90',
      gross: '24.20',
      reference: '10042',
      draft: false,
      customerId: '901',
    });
    expect(await findDocument(orderTarget, shop(), '1004')).toBeNull();
    // One of somebody else that cannot be read holds up nobody.
    const odd = { ...orderAnswer, id: 3, total_price: 'a lot', create_date: null };
    const beside = shop({ 'GET /orders/': (call) => paged([odd, made], call) });
    expect(await findDocument(orderTarget, beside, '10042')).toMatchObject({ id: '5700' });
  });

  test('whose shop has no shipping class cannot be made, which is said', async () => {
    const none = placed({}, { 'GET /packages/': () => ({ items: [] }) });
    await expect(none).rejects.toMatchObject({
      code: 'feature_not_available',
      params: { advice: 'ccv_package' },
    });
  });

  test('is never a credit', () => {
    expect(() => orderTarget.toWire(shopOrder({ kind: 'credit' }), account)).toThrow('credit_unsupported');
  });
});

describe('what became of the sale', () => {
  const follow = async (
    stands: Record<string, unknown>,
    aftermath: Parameters<NonNullable<typeof orderTarget.follow>>[2],
  ) => {
    const api = shop({ 'GET /orders/5700/': () => ({ ...made, ...stands }) });
    const untold = await orderTarget.follow?.(api, '5700', aftermath);
    return { untold, sent: api.sent };
  };

  test.each([
    [{ paid: false, status: 1 }, { paid: true, shipped: true } as const, [{ paid: true, status: 5 }], []],
    [{ paid: true, status: 6 }, { paid: true, shipped: true } as const, [], []],
    [{ paid: true, status: 2 }, { cancelled: true } as const, [{ status: 8 }], []],
    [{ paid: true, status: 5 }, { cancelled: true } as const, [], ['cancelled']],
    [{ paid: true, status: 8 }, { shipped: true } as const, [], ['shipped']],
    [{ paid: false, status: 8 }, { paid: true } as const, [], ['paid']],
    [{ paid: false, status: 8 }, { paid: true, cancelled: true } as const, [], ['paid']],
    [{ paid: true, status: 8 }, { paid: true, cancelled: true } as const, [], []],
    [{ paid: false, status: 2 }, { paid: true, cancelled: true } as const, [{ paid: true, status: 8 }], []],
  ])('of an order with %j: %j', async (stands, aftermath, sent, untold) => {
    expect(await follow(stands, aftermath)).toEqual({ sent, untold });
  });
});

test('articles are found by either number, to the letter, a variant with what its options add', async () => {
  const mug = {
    ...{ id: 9001, productnumber: 'MOK', price: 11.1, stocktype: 'Attribute' },
    attributecombinations: { href: 'x' },
  };
  const blue = {
    ...{ id: 4401, product_number: '', sku_number: 'MOK-B', stock: 7, netto_extra_price: 1 },
    combination: [
      { attribute: { id: 5, name: 'Kleur' }, attribute_value: { id: 52, name: 'Blauw' }, extra_price: 1 },
    ],
  };
  const api = new FakeApi({
    'GET /productqueries/': (call) => paged([mug], call),
    'GET /products/9001/attributecombinations/': () => ({ items: [blue] }),
    'GET /products/9001/productphotos/': () => ({ items: [] }),
  });
  expect(await articleIds(orderTarget.articles, api, ['MOK-B', 'mok'])).toEqual({ 'MOK-B': '9001:4401:1' });
});
