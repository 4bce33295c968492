import { describe, expect, test } from 'vitest';
import { orderSource } from '../../../../src/connectors/ccv/orders/source.ts';
import { order } from '../../../../src/records/order.ts';
import { amountOf, partsTotal } from '../../../../src/records/order-parts.ts';
import { Refused } from '../../../support/fake-api.ts';
import { namedIn } from '../../read-changes.ts';
import { orderAnswer, rowAnswers } from '../answers.ts';
import { account, FakeApi, nothing, paged, type Routes } from '../fake-api.ts';

type Fields = Record<string, unknown>;

function shop(more: Fields = {}, rows: readonly unknown[] = rowAnswers, routes: Routes = {}, traits = {}) {
  return new FakeApi(
    {
      'GET /orders/5501/': () => ({ ...orderAnswer, ...more }),
      'GET /orders/5501/orderrows/': (call) => paged(rows, call),
      'GET /(invoices|returns)/': (call) => paged([], call),
      ...routes,
    },
    traits,
  );
}

async function readOrder(...[more, rows, routes, traits]: Parameters<typeof shop>) {
  return order.parse(await orderSource.get(shop(more, rows, routes, traits), '5501'));
}

describe('an order', () => {
  test('is read with its rows, and adds up', async () => {
    const record = await readOrder();
    expect(record).toMatchObject({
      number: 'M-77',
      // Ten past midnight in Amsterdam.
      date: '2026-03-02',
      customer: {
        id: '901',
        kind: 'company',
        company: 'Smit Licht',
        cocNumber: '12345678',
        reverseCharge: false,
      },
      paymentMethod: 'iDEAL',
      // Its basis is that of the rows.
      shipping: [{ amount: '6.05', vatRate: '21' }],
      fees: [{ kind: 'surcharge', amount: '1.21' }],
      vat: '9.93',
      refunded: '0',
    });
    expect(record.delivery).toBeUndefined();
    expect(record.receipt).toBeUndefined();
    expect(record.lines.map(({ sku }) => sku)).toEqual(['LAMP-W', 'BOEK']);
    expect(record.lines.map((line) => amountOf(line).toFixed(2))).toEqual(['48.40', '10.90']);
    expect(partsTotal(record, record.vat).toFixed(2)).toBe('62.93');
    expect(record.extras).toBeUndefined();
  });

  test('has all pages of its rows', async () => {
    const rows = Array.from({ length: 230 }, (_, index) => ({
      ...{ id: index + 1, product_name: `Thee ${index}`, count: 1, price_with_attributes: 1.6, tax: 9 },
    }));
    const money = {
      total_price: 368,
      total_tax: 30.39,
      total_shipping: 0,
      total_discounts: 0,
      paymethod_costs: 0,
    };
    const record = await readOrder(money, rows);
    expect(record.lines).toHaveLength(230);
    expect(partsTotal(record, record.vat).toFixed(2)).toBe('368.00');
  });

  test.each([
    ['on top of the rows', { total_discounts: 3.63 }, 1],
    ['within the rows already', { total_discounts: 4, total_price: 66.56, total_tax: 10.56 }, 0],
  ])('has its discounts %s, as its total says', async (_, more, some) => {
    const record = await readOrder(more);
    expect(record.discounts.length > 0 ? 1 : 0).toBe(some);
    expect(partsTotal(record, record.vat).toFixed(2)).toBe(Number(record.gross).toFixed(2));
  });

  test('tells what a row cost before its discount', async () => {
    const row = {
      ...{ id: 1, product_name: 'Mok', product_number: 'MOK', count: 2, price: 12.1, discount: 2.1, tax: 21 },
      price_without_discount_with_attributes: 12.1,
      price_with_attributes: 10,
      total_price_with_attributes: 20,
    };
    const money = {
      total_price: 20,
      total_tax: 3.47,
      total_shipping: 0,
      total_discounts: 4.2,
      paymethod_costs: 0,
    };
    const record = await readOrder(money, [row]);
    expect(record.lines).toMatchObject([{ quantity: '2', unitPrice: '12.1', discount: '4.2' }]);
    expect(record.discounts).toEqual([]);
    expect(partsTotal(record, record.vat).toFixed(2)).toBe('20.00');
  });

  test('has no VAT where the platform shifted it, whatever rates its rows name', async () => {
    const record = await readOrder(
      {
        ...{ is_intra_community_order: true, total_tax: 0, total_price: 59.3, total_shipping: 0 },
        ...{ total_discounts: 0, paymethod_costs: 0 },
        customer: {
          ...orderAnswer.customer,
          btw: 'DE811569869',
          billingaddress: { ...orderAnswer.customer.billingaddress, country_code: 'DE' },
        },
      },
      rowAnswers,
    );
    expect(record).toMatchObject({ vat: '0', shiftsVat: true, customer: { reverseCharge: true } });
    expect(new Set(record.lines.map(({ vatRate }) => vatRate))).toEqual(new Set(['0']));
  });

  test('whose prices have no VAT adds it', async () => {
    const record = await readOrder(
      {
        ...{ order_row_taxes_included: false, total_shipping: 5, total_discounts: 0, paymethod_costs: 0 },
        ...{ total_price: 30.25, total_tax: 5.25 },
      },
      [{ id: 1, product_name: 'Mok', count: 2, price_with_attributes: 10, tax: 21 }],
    );
    expect(record).toMatchObject({ pricesIncludeVat: false, gross: '30.25', vat: '5.25' });
    expect(partsTotal(record, record.vat).toFixed(2)).toBe('30.25');
  });

  test('is none where it is gone, or its key cannot be one; and a basket is a draft', async () => {
    const api = shop();
    expect(await orderSource.get(api, '9')).toBeNull();
    expect(await orderSource.get(api, '../webshops')).toBeNull();
    const basket = await readOrder({ is_completed: false, status: null, ordernumber_full: null });
    expect(basket).toMatchObject({ draft: true, number: '5501' });
  });

  test('that Koppel made says so', async () => {
    const record = await readOrder({ customer: { ...orderAnswer.customer, reference: 'Koppel 1042' } });
    expect(record).toMatchObject({ reference: '1042', madeByKoppel: true });
    expect(
      (await readOrder({ customer: { ...orderAnswer.customer, reference: 'D-204' } })).madeByKoppel,
    ).toBeUndefined();
  });

  test('tells amounts of fields that nobody knows yet', async () => {
    expect((await readOrder({ tip_amount: 2 })).extras).toEqual({ tip_amount: '2' });
  });
});

describe('a receipt of a till', () => {
  const receipt = (
    total: number,
    tax: number,
    rows: readonly unknown[],
    more: Fields = {},
    named: Record<string, string> = {},
  ) =>
    readOrder(
      {
        ...{ total_price: total, total_tax: tax, total_shipping: 0, total_discounts: 0, paymethod_costs: 0 },
        ...{ customer: null, user: { id: null }, paymethod: 'Cash', status: 7, ...more },
      },
      rows,
      {},
      { till: 'true', ...named },
    );
  const row = (price: number, tax: number, count = 1) => ({
    ...{ id: 1, product_name: 'Koffie', product_number: 'KOF', count, price_with_attributes: price, tax },
  });

  test('is of nobody', async () => {
    const record = await receipt(4.98, 0.86, [row(4.98, 21)]);
    expect(record.customer).toMatchObject({ kind: 'person', name: '', address: {} });
    expect(record.customer.email).toBeUndefined();
    expect(record.receipt).toEqual({ till: account.name, rounding: '0' });
    expect(record.shipped).toBe(true);
  });

  test.each([
    [5, '4.98', '0.02', 4.98],
    [7.3, '7.32', '-0.02', 7.32],
  ])('that was rounded to %f in cash turns over %s', async (paid, gross, rounding, price) => {
    const vat = Math.round((price * 2100) / 121) / 100;
    const record = await receipt(paid, vat, [row(price, 21)]);
    expect(record).toMatchObject({ gross, receipt: { rounding } });
    expect(partsTotal(record, record.vat).toFixed(2)).toBe(gross);
  });

  test.each([
    ['costs', [], { extra_costs: 0.02 }],
    ['a free row', [{ id: 2, product_name: 'Afronding', count: 1, price_with_attributes: 0.02, tax: 0 }], {}],
  ])('whose rounding stands in %s has it there alone', async (_, more, fields) => {
    const record = await receipt(5, 0.86, [row(4.98, 21), ...more], fields);
    expect(record).toMatchObject({ gross: '4.98', vat: '0.86', fees: [], receipt: { rounding: '0.02' } });
    expect(record.lines).toHaveLength(1);
    expect(record.vatByRate).toEqual([{ rate: '21', vat: '0.86' }]);
    expect(partsTotal(record, record.vat).toFixed(2)).toBe('4.98');
  });

  const named = { tips: 'FOOI', vouchers: 'BON, Cadeaubon', rounding: 'AFR' };
  const aside = (number: string, price: number, fields: Fields = {}) => ({
    ...{
      id: 9,
      product_name: 'Iets',
      product_number: number,
      count: 1,
      price_with_attributes: price,
      tax: 0,
    },
    ...fields,
  });

  test('has what the merchant names beside its turnover: tips, vouchers and rounding', async () => {
    const rows = [
      row(30.25, 21),
      aside('fooi', 2),
      aside('BON', 50, { id: 10 }),
      aside('X', -25, { id: 11, product_name: 'Cadeaubon' }),
      aside('AFR', -0.05, { id: 12 }),
    ];
    const record = await receipt(57.2, 5.25, rows, {}, named);
    expect(record).toMatchObject({
      ...{ gross: '30.25', vat: '5.25', vatByRate: [{ rate: '21', vat: '5.25' }] },
      receipt: { rounding: '-0.05', tips: '2', vouchersSold: '50', vouchersUsed: '25' },
    });
    expect(record.lines.map(({ sku }) => sku)).toEqual(['KOF']);
    expect(partsTotal(record, record.vat).toFixed(2)).toBe('30.25');
  });

  test('has as turnover what has VAT, or nobody names', async () => {
    const taxed = await receipt(60.5, 10.5, [row(12.1, 21), aside('BON', 48.4, { tax: 21 })], {}, named);
    expect(taxed.lines).toHaveLength(2);
    expect(taxed.receipt).toEqual({ till: account.name, rounding: '0' });
    const unnamed = await receipt(14.1, 2.1, [row(12.1, 21), aside('FOOI', 2)]);
    expect(unnamed).toMatchObject({ gross: '14.1', receipt: { rounding: '0' } });
    expect(unnamed.lines).toHaveLength(2);
  });

  test('may have a tip as costs', async () => {
    const costs = { extra_costs: 2, extra_costs_description: 'Fooi' };
    const record = await receipt(14.1, 2.1, [row(12.1, 21)], costs, { tips: 'Fooi' });
    expect(record).toMatchObject({ gross: '12.1', fees: [], receipt: { tips: '2' } });
  });

  const buyer = orderAnswer.customer;
  const elsewhere = { ...buyer.deliveryaddress, address_line_1: 'Kade 1', city: 'Hoorn' };

  test.each([
    ['is sent to whoever bought it', { deliver_method: 'shipping', customer: buyer }],
    ['costs something to send', { deliver_method: 'pickup', customer: buyer, total_shipping: 6.05 }],
    ['goes elsewhere', { deliver_method: 'pickup', customer: { ...buyer, deliveryaddress: elsewhere } }],
    ['goes to a pick-up point', { deliver_method: 'pickup', customer: buyer, delivery_option: 'PG' }],
    ['was sold on a platform', { deliver_method: 'pickup', customer: buyer, is_platform_sale: true }],
    ['Koppel made', { deliver_method: 'pickup', customer: { ...buyer, reference: 'Koppel 12' } }],
  ])('is none where the order %s', async (_, fields) => {
    expect((await receipt(12.1, 2.1, [row(12.1, 21)], fields)).receipt).toBeUndefined();
  });

  test.each([
    ['fetched by somebody who is known', { deliver_method: 'pickup', customer: buyer }],
    ['of somebody with a name alone', { deliver_method: 'shipping', customer: { email: 'a@b.nl' } }],
    ['of nobody', { deliver_method: 'shipping' }],
  ])('is one where the order is %s', async (_, fields) => {
    expect((await receipt(12.1, 2.1, [row(12.1, 21)], fields)).receipt).toBeDefined();
  });

  test('that takes goods back is below zero', async () => {
    const record = await receipt(-12.1, -2.1, [row(12.1, 21, -1)]);
    expect(record).toMatchObject({ gross: '-12.1', vat: '-2.1', vatByRate: [{ rate: '21', vat: '-2.1' }] });
    expect(record.lines).toMatchObject([{ quantity: '-1', unitPrice: '12.1' }]);
  });

  test('without rows does not add up, which a person is told', async () => {
    const record = await receipt(12.1, 2.1, []);
    expect(record.lines).toEqual([]);
    expect(partsTotal(record, record.vat).eq(record.gross)).toBe(false);
  });
});

describe('what was given back', () => {
  const link = 'https://molen.example/api/rest/v1/orders/5501';
  const credit = {
    ...{
      id: 9,
      invoicenumber_full: 'F-9',
      create_date: '2026-03-03T10:00:00Z',
      type: 'credit',
      status: 'unpaid',
    },
    ...{ total_price: -24.2, total_price_inc_tax: -24.2, total_tax: -4.2, total_shipping: 0, order: link },
  };
  const debit = { ...credit, id: 8, invoicenumber_full: 'F-8', type: 'debit', status: 'reimbursed' };
  const back = (
    invoices: readonly unknown[],
    returns: readonly unknown[] = [],
    rows: readonly unknown[] = [],
  ) =>
    readOrder({}, rowAnswers, {
      'GET /invoices/': (call) => paged(call.query.ordernumber_full === 'M-77' ? invoices : [], call),
      'GET /returns/': (call) => paged(call.query.ordernumber_full === 'M-77' ? returns : [], call),
      'GET /(invoices|returns)/\\d+/(invoice|return)rows/': (call) => paged(rows, call),
    });

  test('is a credit invoice, with its VAT', async () => {
    const record = await back([credit], [], [{ id: 1, count: -1, price_with_attributes: 24.2, tax: 21 }]);
    expect(record).toMatchObject({
      refunded: '24.2',
      refunds: [
        { id: 'F-9', date: '2026-03-03', gross: '24.2', byRate: [{ rate: '21', gross: '24.2', vat: '4.2' }] },
      ],
    });
  });

  test('is one thing, though an invoice was paid back and a return was credited for it', async () => {
    const whole = { ...debit, total_price: 62.93, total_price_inc_tax: 62.93, total_tax: 9.93 };
    const returned = { ...credit, id: 3, returnnumber_full: 'R-3', status: '8' };
    const record = await back([credit, whole], [returned]);
    expect(record.refunded).toBe('62.93');
    expect(record.refunds?.map(({ gross }) => gross)).toEqual(['24.2', '38.73']);
  });

  test('is nothing where an invoice is open or a return is under way, or they are of another order', async () => {
    const elsewhere = { ...credit, order: 'https://molen.example/api/rest/v1/orders/1' };
    const record = await back(
      [{ ...debit, status: 'paid', total_price: 62.93, total_price_inc_tax: 62.93 }, elsewhere],
      [{ ...credit, id: 3, status: '2' }],
    );
    expect(record.refunded).toBe('0');
  });

  test('is not known where the key may not read it', async () => {
    for (const [status, code] of [
      [501, '501.20'],
      [403, undefined],
    ] as const) {
      const refused = () => new Refused(status, { status, code, developermessage: 'not here' });
      const record = await readOrder({}, rowAnswers, { 'GET /(invoices|returns)/': refused });
      expect(record.refunded).toBe('0');
    }
  });
});

describe('orders that changed', () => {
  const listed = (id: number, more: Fields = {}) => ({
    ...{ id, create_date: '2026-03-01T10:00:00Z', status: 1, paid: false, total_price: 10 },
    ...more,
  });
  const window = { since: new Date('2026-03-02T11:00:00Z'), until: new Date('2026-03-02T12:00:00Z') };

  test('are those that are new, all of two months, and what was given back of any', async () => {
    const api = new FakeApi({
      'GET /orders/': (call) => paged([listed(1), listed(2)], call),
      'GET /invoices/': (call) =>
        paged(
          [
            { id: 5, create_date: '2026-03-01T10:00:00Z', status: 'paid', type: 'debit', total_price: 5 },
            {
              ...{
                id: 6,
                create_date: '2026-03-01T10:00:00Z',
                status: 'unpaid',
                type: 'credit',
                total_price: -5,
              },
              order: 'https://molen.example/api/rest/v1/orders/2',
            },
          ],
          call,
        ),
      'GET /returns/': () => new Refused(404, { status: 404, code: '404.20' }),
    });
    const named = await namedIn('orders', orderSource, api, window);
    expect(named.map(({ key }) => key)).toEqual(expect.arrayContaining(['1', '2']));
    expect(api.calls.map(({ path, query }) => [path, query.min_create_date])).toEqual([
      ['/orders/', '2026-03-02T10:50:00Z'],
      ['/orders/', '2026-01-01T12:00:00Z'],
      ['/invoices/', '2026-01-01T12:00:00Z'],
      ['/returns/', '2026-01-01T12:00:00Z'],
    ]);
  });

  test('are new ones first in every window, wherever the walk stood', async () => {
    const api = new FakeApi({
      'GET /orders/': (call) =>
        paged(
          Array.from({ length: 300 }, (_, i) => listed(i + 1)),
          call,
        ),
    });
    const { changes } = orderSource;
    if (changes.kind !== 'by-snapshot') throw new Error('it is not compared');
    const first = await changes.page(api, { ...window, page: null });
    const second = await changes.page(api, { ...window, page: first.next });
    const later = { since: window.until, until: new Date('2026-03-02T13:00:00Z') };
    const again = await changes.page(api, { ...later, page: second.next });
    expect(api.calls.map(({ query }) => [query.start, query.min_create_date])).toEqual([
      [0, '2026-03-02T10:50:00Z'],
      [95, '2026-03-02T10:50:00Z'],
      [0, '2026-03-02T11:50:00Z'],
    ]);
    expect(JSON.parse(again.next ?? '')).toMatchObject({ list: 0, start: 95, behind: { list: 1, start: 0 } });
  });

  test('are told though a row of them cannot be read', async () => {
    const odd = { id: 7, create_date: 'yesterday', total_price: {}, status: [] };
    const api = new FakeApi({ 'GET /(orders|invoices|returns)/': (call) => paged([odd], call) });
    expect(await namedIn('orders', orderSource, api, window)).toMatchObject([{ key: '7' }, { key: '7' }]);
  });

  test('are told by what changed of them, not by a note', async () => {
    const digests = async (more: Fields) => {
      const api = new FakeApi({ 'GET /orders/': (call) => paged([listed(1, more)], call) });
      if (orderSource.changes.kind !== 'by-snapshot') throw new Error('it is not compared');
      return (await orderSource.changes.page(api, { ...window, page: null })).rows.map(
        ({ digest }) => digest,
      );
    };
    expect(await digests({ packing_slip_deeplink: 'x' })).toEqual(await digests({}));
    expect(await digests({ paid: true })).not.toEqual(await digests({}));
  });
});

test('a status and a note go back once, and a status that nobody has does not', async () => {
  const api = shop({}, rowAnswers, {
    'GET /orders/5501/ordernotes/': () => ({ items: [{ id: 1, note: 'Factuur 12' }] }),
    'POST /orders/5501/ordernotes/': () => nothing,
    'PATCH /orders/5501/': () => nothing,
  });
  await orderSource.writeBack?.(api, '5501', { status: '5', note: 'Factuur 12' });
  await orderSource.writeBack?.(api, '5501', { status: '1', note: 'Factuur 13 ' });
  expect(api.sent).toEqual([{ status: 5 }, { note: 'Factuur 13' }]);
  await expect(orderSource.writeBack?.(api, '5501', { status: '99' })).rejects.toMatchObject({
    code: 'status_unknown',
  });
});

test('an order is found by its number, and by how it begins among the newest', async () => {
  const orders = [
    { id: 5501, ordernumber: 77, ordernumber_full: 'M-77' },
    { id: 5600, ordernumber: 770, ordernumber_full: 'M-770' },
  ];
  const api = new FakeApi({
    'GET /orders/': (call) =>
      paged(
        orders.filter(({ ordernumber }) =>
          [undefined, ordernumber].includes(call.query.ordernumber as number),
        ),
        call,
      ),
  });
  expect(await orderSource.findByNumber?.(api, 'm-77')).toEqual([{ key: '5501', number: 'M-77' }]);
  expect(await orderSource.findByNumber?.(api, 'M-7')).toHaveLength(2);
});
