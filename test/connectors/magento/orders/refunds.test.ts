import { describe, expect, test } from 'vitest';
import { memoWire } from '../../../../src/connectors/magento/orders/given-back/credit-memos.ts';
import { orderSource } from '../../../../src/connectors/magento/orders/source.ts';
import { orderFromWire } from '../../../../src/connectors/magento/orders/to-record.ts';
import { orderAnswer } from '../../../../src/connectors/magento/orders/wire.ts';
import type { Order } from '../../../../src/records/order.ts';
import { problem } from '../../../../src/records/problem.ts';
import { Refused } from '../../../support/fake-api.ts';
import { account, type Call, FakeApi, filtersOf } from '../fake-api.ts';
import { extended, type Fields, mugs, row } from '../order-payload.ts';

const lamp = {
  item_id: 601,
  name: 'Lamp',
  qty_ordered: 4,
  price: 20,
  price_incl_tax: 24.2,
  original_price: 24.2,
  tax_amount: 16.8,
};
const tea = {
  item_id: 602,
  name: 'Tea',
  qty_ordered: 2,
  price: 5,
  price_incl_tax: 5.45,
  original_price: 5.45,
  tax_percent: 9,
  tax_amount: 0.9,
};

/** Four lamps at 21 %, two teas at 9 % and delivery at 21 %: 113.75 with 18.75 VAT. */
function refunded(header: Fields, lamps: Fields = {}, teas: Fields = {}): Fields {
  return mugs({
    grand_total: 113.75,
    tax_amount: 18.75,
    total_paid: 113.75,
    shipping_amount: 5,
    shipping_incl_tax: 6.05,
    shipping_tax_amount: 1.05,
    items: [row({ ...lamp, ...lamps }), row({ ...tea, ...teas })],
    ...header,
  });
}

const oneLamp = refunded(
  { total_refunded: 24.2, tax_refunded: 4.2 },
  { qty_refunded: 1, amount_refunded: 20, tax_refunded: 4.2 },
);

function memo(fields: Fields = {}): Fields {
  return {
    entity_id: 31,
    order_id: 71,
    state: 2,
    created_at: '2026-06-30 22:30:00',
    grand_total: 24.2,
    tax_amount: 4.2,
    discount_amount: 0,
    shipping_amount: 0,
    shipping_tax_amount: 0,
    adjustment_positive: 0,
    adjustment_negative: 0,
    items: [
      {
        order_item_id: 601,
        qty: 1,
        price: 20,
        row_total: 20,
        tax_amount: 4.2,
        discount_amount: 0,
        discount_tax_compensation_amount: 0,
      },
    ],
    ...fields,
  };
}

function read(payload: Fields, memos: readonly Fields[] = []): Order {
  return orderFromWire(
    orderAnswer.parse(payload),
    account,
    memos.map((each) => memoWire.parse(each)),
  );
}

describe('by the rows of the order', () => {
  test('what was given back is at the rate of its row', () => {
    expect(read(oneLamp).refunds).toEqual([
      { gross: '24.2', byRate: [{ rate: '21', gross: '24.2', vat: '4.2' }] },
    ]);
  });

  test('with the shipping, at its own', () => {
    const payload = refunded(
      { total_refunded: 11.5, tax_refunded: 1.5, shipping_refunded: 5, shipping_tax_refunded: 1.05 },
      {},
      { qty_refunded: 1, amount_refunded: 5, tax_refunded: 0.45 },
    );
    expect(read(payload).refunds).toEqual([
      {
        gross: '11.5',
        byRate: [
          { rate: '9', gross: '5.45', vat: '0.45' },
          { rate: '21', gross: '6.05', vat: '1.05' },
        ],
      },
    ]);
  });

  test('the VAT of the shipping in proportion where it is not stated', () => {
    const payload = refunded({ total_refunded: 6.05, tax_refunded: 1.05, shipping_refunded: 5 });
    expect(read(payload).refunds).toEqual([
      { gross: '6.05', byRate: [{ rate: '21', gross: '6.05', vat: '1.05' }] },
    ]);
  });

  test('after the discount of the row', () => {
    const payload = mugs({
      grand_total: 21.78,
      tax_amount: 3.78,
      discount_amount: -2.42,
      total_refunded: 10.89,
      tax_refunded: 1.89,
      items: [
        row({
          tax_amount: 3.78,
          discount_amount: 2.42,
          discount_tax_compensation_amount: 0.42,
          qty_refunded: 1,
          amount_refunded: 10,
          tax_refunded: 1.89,
          discount_refunded: 1.21,
          discount_tax_compensation_refunded: 0.21,
        }),
      ],
    });
    expect(read(payload).refunds).toEqual([
      { gross: '10.89', byRate: [{ rate: '21', gross: '10.89', vat: '1.89' }] },
    ]);
  });

  test('an amount beside the goods is of their rates, and one kept back too', () => {
    const more = { ...oneLamp, total_refunded: 29.2, adjustment_positive: 5 };
    expect(read(more).refunds?.[0]?.byRate).toEqual([{ rate: '21', gross: '29.2', vat: '5.07' }]);
    const less = { ...oneLamp, total_refunded: 20.2, adjustment_negative: 4 };
    expect(read(less).refunds?.[0]?.byRate).toEqual([{ rate: '21', gross: '20.2', vat: '3.51' }]);
  });

  test('an amount alone says no rate', () => {
    expect(read(refunded({ total_refunded: 10, adjustment_positive: 10 })).refunds).toEqual([
      { gross: '10' },
    ]);
    expect(read(refunded({ total_refunded: 10 })).refunds).toEqual([{ gross: '10' }]);
  });

  test('what was cancelled of a row stands apart', () => {
    const payload = { ...oneLamp, total_canceled: 5.45 } as Fields;
    const [lamps, teas] = payload.items as Fields[];
    const order = read({ ...payload, items: [lamps, { ...teas, qty_canceled: 1 }] });
    expect(order.refunded).toBe('29.65');
    expect(order.refunds).toEqual([
      { gross: '24.2', byRate: [{ rate: '21', gross: '24.2', vat: '4.2' }] },
      { id: 'cancelled', gross: '5.45', byRate: [{ rate: '9', gross: '5.45', vat: '0.45' }] },
    ]);
  });

  test('nothing given back is no refund', () => {
    expect(read(refunded({})).refunds).toBeUndefined();
  });
});

describe('by the credit memos', () => {
  test('each has its day in the shop, oldest first', () => {
    const payload = refunded({ total_refunded: 29.65, tax_refunded: 4.65 });
    const teaMemo = memo({
      entity_id: 30,
      created_at: '2026-04-01 10:00:00',
      grand_total: 5.45,
      tax_amount: 0.45,
      items: [{ order_item_id: 602, qty: 1, price: 5, row_total: 5, tax_amount: 0.45 }],
    });
    expect(read(payload, [memo(), teaMemo]).refunds).toEqual([
      { id: '30', date: '2026-04-01', gross: '5.45', byRate: [{ rate: '9', gross: '5.45', vat: '0.45' }] },
      { id: '31', date: '2026-07-01', gross: '24.2', byRate: [{ rate: '21', gross: '24.2', vat: '4.2' }] },
    ]);
  });

  test('with shipping, an adjustment, and what went to a gift card', () => {
    const payload = extended(refunded({ total_refunded: 25.25 }), { gift_cards_refunded: 10 });
    const fields = {
      grand_total: 25.25,
      tax_amount: 5.25,
      shipping_amount: 5,
      shipping_tax_amount: 1.05,
      adjustment_positive: 5,
      extension_attributes: { gift_cards_amount: 10 },
    };
    // 24.20 + 6.05 + 5.00, all at 21 %.
    expect(read(payload, [memo(fields)]).refunds).toEqual([
      {
        id: '31',
        date: '2026-07-01',
        gross: '35.25',
        byRate: [{ rate: '21', gross: '35.25', vat: '6.12' }],
      },
    ]);
  });

  test('what they leave open stands beside them without a rate; more than was given back counts for nothing', () => {
    expect(read(refunded({ total_refunded: 30 }), [memo()]).refunds).toEqual([
      expect.objectContaining({ id: '31', gross: '24.2' }),
      { gross: '5.8' },
    ]);
    expect(read(oneLamp, [memo({ grand_total: 48.4 })]).refunds).toEqual(read(oneLamp).refunds);
  });

  function shop(payload: Fields, memos: unknown): FakeApi {
    return new FakeApi(({ path }: Call) => (path === '/V1/orders/71' ? payload : memos));
  }

  test('are asked for by the order, once something was given back', async () => {
    const api = shop(oneLamp, { items: [memo(), memo({ entity_id: 32, state: 3 })], total_count: 2 });
    expect((await orderSource.get(api, '71'))?.refunds).toMatchObject([{ id: '31', date: '2026-07-01' }]);
    expect(api.calls.map(({ path }) => path)).toEqual(['/V1/orders/71', '/V1/creditmemos']);
    expect(api.calls[1] && filtersOf(api.calls[1])).toEqual([['order_id eq 71']]);
    const untouched = shop(refunded({}), { items: [] });
    await orderSource.get(untouched, '71');
    expect(untouched.calls).toHaveLength(1);
  });

  test.each([401, 403, 404])('that may not be read (%i) leave it to the rows', async (status) => {
    const order = await orderSource.get(shop(oneLamp, new Refused(status)), '71');
    expect(order?.refunds).toEqual(read(oneLamp).refunds);
  });

  test('that cannot be read now are waited for', async () => {
    const api = new FakeApi(({ path }) => {
      if (path === '/V1/orders/71') return oneLamp;
      throw problem('retry', 'timed_out', { system: 'Magento' });
    });
    await expect(orderSource.get(api, '71')).rejects.toThrow('timed_out');
  });
});

describe('an order that was paid in points, too', () => {
  const paid = { grand_total: 14.2, total_paid: 14.2, tax_amount: 4.2 };
  const points = { reward_currency_amount: 10 };
  const mug = { order_item_id: 501, qty: 1, price: 10, row_total: 10, tax_amount: 2.1 };

  test('gives back what the goods cost: in money and in points', () => {
    const order = extended(
      mugs({ ...paid, state: 'closed', total_refunded: 14.2, tax_refunded: 4.2 }),
      points,
    );
    const both = { ...mug, qty: 2, row_total: 20, tax_amount: 4.2 };
    const given = memo({
      ...{ grand_total: 14.2, tax_amount: 4.2, items: [both], extension_attributes: points },
    });
    const { refunded, refunds, paymentStatus } = read(order, [given]);
    expect([refunded, paymentStatus]).toEqual(['24.2', 'refunded']);
    expect(refunds).toMatchObject([
      { gross: '24.2', byRate: [{ rate: '21', gross: '24.2', vat: '4.2' }], date: '2026-07-01' },
    ]);
  });

  test('in part, likewise', () => {
    const order = extended(mugs({ ...paid, total_refunded: 7.1, tax_refunded: 2.1 }), points);
    const half = { reward_currency_amount: 5 };
    const given = memo({ grand_total: 7.1, tax_amount: 2.1, items: [mug], extension_attributes: half });
    expect(read(order, [given])).toMatchObject({
      refunded: '12.1',
      paymentStatus: 'partially_refunded',
      refunds: [{ gross: '12.1', byRate: [{ rate: '21', gross: '12.1', vat: '2.1' }] }],
    });
  });

  test('and in nothing else: its memos are read when it is closed', async () => {
    const order = extended(mugs({ ...paid, grand_total: 0, total_paid: 0, state: 'closed' }), {
      reward_currency_amount: 24.2,
    });
    const api = new FakeApi(({ path }: Call) =>
      path.startsWith('/V1/creditmemos')
        ? { items: [memo({ grand_total: 0, extension_attributes: { reward_currency_amount: 24.2 } })] }
        : order,
    );
    expect((await orderSource.get(api, '71'))?.refunded).toBe('24.2');
  });
});
