import { describe, expect, test } from 'vitest';
import { orderSource } from '../../../../src/connectors/mijnwebwinkel/orders/source.ts';
import { order } from '../../../../src/records/order.ts';
import { amountOf, partsTotal } from '../../../../src/records/order-parts.ts';
import { Refused } from '../../../support/fake-api.ts';
import { namedIn } from '../../read-changes.ts';
import { creditAnswer, listed, orderAnswer, paymentsAnswer } from '../answers.ts';
import { FakeApi, paged, type Routes } from '../fake-api.ts';

const routes: Routes = {
  'GET /orders/2301': () => orderAnswer,
  'GET /orders/2310': () => creditAnswer,
  'GET /orders/2301/payments': () => paymentsAnswer,
};

async function read(more: Routes = {}, traits: Record<string, string> = {}) {
  const found = await orderSource.get(new FakeApi({ ...routes, ...more }, traits), '2301');
  return order.parse(found);
}

/** The order with some of its fields otherwise. */
const withFields = (fields: Record<string, unknown>): Routes => ({
  'GET /orders/2301': () => ({ ...orderAnswer, ...fields }),
});

describe('an order', () => {
  test('is read to the cent, with its VAT per rate', async () => {
    const record = await read();
    expect(record).toMatchObject({
      number: '2301',
      placedAt: '2026-03-01T19:15:00.000Z',
      updatedAt: '2026-03-01T19:16:00.000Z',
      date: '2026-03-01',
      status: '3',
      paymentStatus: 'captured',
      paid: true,
      cancelled: false,
      paymentMethod: 'ideal',
      pricesIncludeVat: true,
      gross: '24.85',
      vat: '3.3',
      note: 'Graag inpakken',
    });
    expect(record.vatByRate).toEqual([
      { rate: '21', vat: '2.39' },
      { rate: '9', vat: '0.91' },
    ]);
    expect(partsTotal(record, record.vat).toFixed(2)).toBe('24.85');
  });

  test('has its goods with their number of pieces, and a SKU of what was chosen', async () => {
    const { lines } = await read();
    expect(lines.map(({ sku, quantity, vatRate, discount }) => [sku, quantity, vatRate, discount])).toEqual([
      ['KAART-Rood', '3', '21', '0'],
      ['BOEK', '1', '9', '0'],
    ]);
    expect(lines.map((line) => amountOf(line).toFixed(2))).toEqual(['10.00', '10.90']);
  });

  test('has its shipping as the payment tells it, fees at every rate, and discounts', async () => {
    const { shipping, fees, discounts } = await read();
    expect(shipping).toEqual([{ description: 'Verzendkosten', amount: '4.95', vatRate: '21' }]);
    expect(fees.map(({ amount, vatRate }) => [amount, vatRate])).toEqual([
      ['0.21', '9'],
      ['0.79', '21'],
    ]);
    expect(discounts).toEqual([{ description: 'LENTE', amount: '2', vatRate: '21' }]);
  });

  test('is not told by the payment what it is where only a discount comes to the same', async () => {
    const [payment] = paymentsAnswer.payments;
    const lines = [{ type: 'discount', price: 495 }];
    const { shipping, fees } = await read({
      'GET /orders/2301/payments': () => ({ payments: [{ ...payment, order: { lines } }] }),
    });
    expect([shipping, fees.map(({ amount }) => amount)]).toEqual([[], ['4.95', '0.21', '0.79']]);
  });

  test('is read all the same where its payments cannot be, from its own summary', async () => {
    const record = await read({ 'GET /orders/2301/payments': () => new Refused(403, { message: 'No' }) });
    expect(record).toMatchObject({ paid: true, paymentMethod: 'ideal', shipping: [] });
    expect(record.fees.map(({ amount }) => amount)).toEqual(['4.95', '0.21', '0.79']);
    const open = await read({
      ...withFields({ payment_status: 'pending' }),
      'GET /orders/2301/payments': () => new Refused(404),
    });
    expect(open.paid).toBe(false);
  });

  test('of nothing has no payment, and is paid', async () => {
    const nothing = { price: { total: '0.00', tax: [] }, orderlines: [], payment: [], payment_status: 'new' };
    const api = new FakeApi({ ...withFields(nothing), 'GET /orders/2310': () => creditAnswer });
    expect(await orderSource.get(api, '2301')).toMatchObject({ gross: '0', vat: '0', paid: true });
    expect(api.calls.map(({ path }) => path)).toEqual(['/orders/2301', '/orders/2310']);
  });

  test('keeps its whole amount where a gift card paid a part', async () => {
    const card = { type: 'gift_card', quantity: 1, price: { rate: '0.00', amount_including_tax: '-5.00' } };
    const record = await read(
      withFields({
        price: { ...orderAnswer.price, total: '19.85' },
        orderlines: [...orderAnswer.orderlines, card],
      }),
    );
    expect(record.gross).toBe('24.85');
    expect(record.discounts).toHaveLength(1);
    expect(partsTotal(record, record.vat).toFixed(2)).toBe('24.85');
  });

  test('works its VAT out of its lines where it states none', async () => {
    const { vatByRate } = await read(withFields({ price: { total: 24.85 } }));
    expect(vatByRate).toEqual([
      { rate: '21', vat: '2.38' },
      { rate: '9', vat: '0.92' },
    ]);
  });

  test('is cancelled or sent where the merchant has said which status says so', async () => {
    expect(await read()).not.toHaveProperty('shipped');
    const traits = { cancelledStatus: '8', sentStatus: '3' };
    expect(await read({}, traits)).toMatchObject({ cancelled: false, shipped: true });
    expect(await read(withFields({ status: '8' }), traits)).toMatchObject({
      cancelled: true,
      shipped: false,
    });
  });

  test.each([
    ['is gone', '9'],
    ['is a credit order', '2310'],
    ['is a test order', 'T-1009'],
    ['has a key that leads elsewhere', '..'],
  ])('is none that %s', async (_, key) => {
    const api = new FakeApi({
      ...routes,
      'GET /orders/T-1009': () => ({ ...orderAnswer, number: 'T-1009' }),
    });
    expect(await orderSource.get(api, key)).toBeNull();
  });

  test.each([
    ['date', { date: '2026-13-01' }],
    ['currency', { currency: '' }],
    ['total', { price: { tax: [] } }],
  ])('without a %s that can be read is refused, and the field is named', async (field, fields) => {
    await expect(read(withFields(fields))).rejects.toThrow(
      new RegExp(field === 'date' ? 'not_a_timestamp' : field),
    );
  });
});

describe('a buyer', () => {
  const company = {
    ...orderAnswer.debtor.address.invoice,
    company: 'Smit BV',
    taxnumber: 'DE136695976',
    country_code: 'DE',
  };
  const debtor = (invoice: object, delivery: unknown = []) => ({
    ...orderAnswer.debtor,
    address: { invoice, delivery },
  });

  test('is a person with an address in one piece', async () => {
    const { customer, delivery } = await read();
    expect(customer).toMatchObject({
      id: '3f0f3c58-0000-4000-8000-00000000bb01',
      kind: 'person',
      name: 'Wilma Smit',
      email: 'wilma@example.nl',
      language: 'nl',
      reverseCharge: false,
      address: { street: 'Dijk 5b', postalCode: '1621AA', city: 'Hoorn', country: 'NL' },
    });
    expect(delivery).toBeUndefined();
  });

  test('is a company to which the VAT is shifted, where its number and the delivery let it', async () => {
    const fields = {
      debtor: debtor(company),
      tax_strategy: 'reverse_charged_vat',
      price: { total: '24.85', tax: { rate: '0.00', amount: '0.00' } },
    };
    const record = await read(withFields(fields));
    expect(record).toMatchObject({ vat: '0', shiftsVat: true });
    expect(record.customer).toMatchObject({ kind: 'company', company: 'Smit BV', reverseCharge: true });
    const home = { name: 'Kantoor', zipcode: '1000AA', city: 'Amsterdam', country_code: 'NL' };
    const delivered = await read(withFields({ ...fields, debtor: debtor(company, home) }));
    expect(delivered.customer.reverseCharge).toBe(false);
    expect(delivered.delivery).toMatchObject({ name: 'Kantoor', city: 'Amsterdam' });
  });

  test('may be nobody at all', async () => {
    expect((await read(withFields({ debtor: [] }))).customer).toMatchObject({ kind: 'person', name: '' });
  });
});

describe('what was given back', () => {
  test('is each credit order, on its day and per rate', async () => {
    expect(await read()).toMatchObject({
      refunded: '10.9',
      refunds: [
        { id: '2310', date: '2026-03-02', gross: '10.9', byRate: [{ rate: '9', gross: '10.9', vat: '0.9' }] },
      ],
    });
  });

  test('is the same whether a credit order is told above or below zero', async () => {
    const above = {
      ...creditAnswer,
      price: { total: 10.9, tax: [{ rate: 9, amount: 0.9 }] },
      orderlines: creditAnswer.orderlines.map((each) => ({
        ...each,
        price: { rate: '9.00', amount_including_tax: 10.9 },
      })),
    };
    const { refunds } = await read({ 'GET /orders/2310': () => above });
    expect(refunds).toEqual((await read()).refunds);
  });

  test('has the VAT within its lines where a credit order states none', async () => {
    const untold = { ...creditAnswer, price: { total: '-10.90', tax: [] } };
    const { refunds } = await read({ 'GET /orders/2310': () => untold });
    expect(refunds).toMatchObject([{ byRate: [{ rate: '9', gross: '10.9', vat: '0.9' }] }]);
  });

  test('says no more than its amount where the lines do not come to it', async () => {
    const { refunds } = await read({ 'GET /orders/2310': () => ({ ...creditAnswer, orderlines: [] }) });
    expect(refunds).toEqual([{ id: '2310', date: '2026-03-02', gross: '10.9' }]);
  });

  test('is not known where a credit order cannot be read', async () => {
    const record = await read({ 'GET /orders/2310': () => new Refused(404) });
    expect(record).toMatchObject({ refunded: '0', refundUnstated: true });
  });

  const refunded = (cents: number) => ({
    payments: paymentsAnswer.payments.map((payment) => ({
      ...payment,
      mutations: [
        ...payment.mutations,
        { id: 3, type: 'refund', price: cents, createdAt: '2026-03-03T00:30:00+01:00' },
      ],
    })),
  });

  test('is what the payment service paid back, where there is no credit order', async () => {
    const record = await read({
      ...withFields({ credit_order_numbers: [] }),
      'GET /orders/2301/payments': () => refunded(1_090),
    });
    expect(record).toMatchObject({
      refunded: '10.9',
      refunds: [{ id: '3', date: '2026-03-03', gross: '10.9' }],
    });
    expect(record.paid).toBe(true);
  });

  test('counts a payment back and its credit order once, and what it is more besides', async () => {
    const both = await read({ 'GET /orders/2301/payments': () => refunded(1_090) });
    expect(both).toMatchObject({ refunded: '10.9', refunds: [{ id: '2310' }] });
    const more = await read({ 'GET /orders/2301/payments': () => refunded(1_200) });
    expect(more).toMatchObject({ refunded: '12', refunds: [{ id: '2310' }, { gross: '1.1' }] });
  });

  test('is all of it where the status says so and nothing says more', async () => {
    const record = await read(withFields({ credit_order_numbers: [], payment_status: 'refunded' }));
    expect(record).toMatchObject({ refunded: '24.85', paid: true });
  });
});

describe('orders that changed', () => {
  const window = { since: new Date('2026-03-02T11:50:00Z'), until: new Date('2026-03-02T12:00:00Z') };

  /** A shop with these orders, by whether they are archived. */
  function shop(placed: readonly object[], archived: readonly object[] = [], moved: readonly object[] = []) {
    return new FakeApi({
      'GET /orders': (call) => {
        const { query } = call;
        if (query.start_date === undefined) return query.archived ? [] : paged(moved, call);
        return paged(query.archived ? archived : placed, call);
      },
    });
  }

  const keysIn = async (api: FakeApi) =>
    (await namedIn('orders', orderSource, api, window)).map(({ key }) => key);

  test('are those of a month, archived or not, and older ones whose status moved', async () => {
    const old = listed(5, { date: '2025-06-01' });
    const api = shop([listed(1), listed(2)], [listed(3)], [old, listed(1)]);
    expect(await keysIn(api)).toEqual(['1', '2', '3', '5']);
    expect(api.calls.map(({ query }) => query)).toEqual([
      { start_date: '2026-01-31', archived: false, ordering: 'asc', limit: 100, offset: 0 },
      { start_date: '2026-01-31', archived: true, ordering: 'asc', limit: 100, offset: 0 },
      ...[false, true].map((archived) => ({
        // Three hours of room, in the time of the shop.
        status_changed_start_date: '2026-03-02 09:50:00',
        archived,
        ordering: 'asc',
        limit: 100,
        offset: 0,
      })),
    ]);
  });

  test('are read to a short page; pages overlap, so that none slips through that moves', async () => {
    const all = Array.from({ length: 250 }, (_, index) => listed(index + 1));
    const api = shop(all);
    expect(new Set(await keysIn(api)).size).toBe(250);
    expect(api.calls.map(({ query }) => query.offset)).toEqual([0, 95, 190, 0, 0, 0]);
    let calls = 0;
    const moving = new FakeApi({
      'GET /orders': (call) => {
        if (call.query.start_date === undefined || call.query.archived) return [];
        return paged(calls++ === 0 ? all : all.slice(5), call);
      },
    });
    expect(new Set(await keysIn(moving)).size).toBe(250);
  });

  test('are those that a credit order credits', async () => {
    expect(await keysIn(shop([listed(7, { credited_order_number: 1 })]))).toEqual(['1']);
  });

  test('differ by status, payment and amount, and not by a note or by being archived', async () => {
    const versionOf = async (more: object) => {
      const [named] = await namedIn('orders', orderSource, shop([listed(1, { ...more })]), window);
      return named?.version;
    };
    const before = await versionOf({});
    expect(await versionOf({ comments: { internal: 'Geboekt' }, archived: true })).toBe(before);
    for (const change of [{ status: 2 }, { payment_status: 'captured' }, { credit_order_numbers: [9] }])
      expect(await versionOf(change)).not.toBe(before);
  });

  test('may be in an envelope, or an object for a list', async () => {
    const asObject = new FakeApi({ 'GET /orders': () => ({ orders: { 0: listed(1), 1: listed(2) } }) });
    expect(new Set(await keysIn(asObject))).toEqual(new Set(['1', '2']));
  });
});

describe('a write-back', () => {
  const put = (change: { status?: string; note?: string }, internal = 'Van de klant') => {
    const api = new FakeApi({
      'GET /orders/2301': () => ({ ...orderAnswer, comments: { internal } }),
      'PATCH /orders/2301': () => ({}),
    });
    return { api, done: Promise.resolve(orderSource.writeBack?.(api, '2301', change)) };
  };

  test('sets a status and adds a note to what stands there', async () => {
    const { api, done } = put({ status: '2', note: 'Factuur 12' });
    await done;
    expect(api.sent).toEqual([{ status: 2, comments: { internal: 'Van de klant\nFactuur 12' } }]);
  });

  test('writes nothing that is so already', async () => {
    const { api, done } = put({ status: '3', note: 'Factuur 12' }, 'Factuur 12');
    await done;
    expect(api.sent).toEqual([]);
  });

  test('refuses a status that is no number', async () => {
    await expect(put({ status: 'Verzonden' }).done).rejects.toMatchObject({ code: 'status_unknown' });
  });
});

describe('an order by its number', () => {
  test('is asked for exactly, and else looked for among the newest', async () => {
    const api = new FakeApi({
      ...routes,
      'GET /orders': (call) =>
        paged([listed(2_305), listed(2_304, { credited_order_number: 2 }), listed(199)], call),
    });
    expect(await orderSource.findByNumber?.(api, '2301')).toEqual([{ key: '2301', number: '2301' }]);
    expect(await orderSource.findByNumber?.(api, '230')).toEqual([{ key: '2305', number: '2305' }]);
    expect(await orderSource.findByNumber?.(api, 'X/..')).toEqual([]);
  });
});
