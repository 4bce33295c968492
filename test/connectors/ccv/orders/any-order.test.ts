/** Any order, its totals worked out in one of the ways that the platform may have: its parts come to them all the same. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderFromWire } from '../../../../src/connectors/ccv/orders/to-record.ts';
import { orderWire, rowWire } from '../../../../src/connectors/ccv/orders/wire.ts';
import { big, sum } from '../../../../src/records/money.ts';
import { order } from '../../../../src/records/order.ts';
import { partsTotal } from '../../../../src/records/order-parts.ts';
import { orderAnswer } from '../answers.ts';
import { account } from '../fake-api.ts';

interface Row {
  readonly count: number;
  readonly rate: number;
  /** Of one piece, in cents. */
  readonly price: number;
  readonly off: number;
}

const anyRow: fc.Arbitrary<Row> = fc.record({
  count: fc.constantFrom(1, 1, 2, 3, 12),
  rate: fc.constantFrom(21, 21, 9),
  price: fc.integer({ min: 300, max: 20_000 }),
  off: fc.constantFrom(0, 0, 0, 50, 125),
});

const anySale = fc.record({
  rows: fc.array(anyRow, { minLength: 1, maxLength: 6 }),
  shipping: fc.constantFrom(0, 495, 695),
  fee: fc.constantFrom(0, 0, 121),
  coupon: fc.constantFrom(0, 0, 200),
  /** Whether the stated discounts have those of the rows in them. */
  withRows: fc.boolean(),
  includesVat: fc.boolean(),
  /** Whether VAT is rounded row by row. */
  byRow: fc.boolean(),
  isTill: fc.boolean(),
});

type Sale = typeof anySale extends fc.Arbitrary<infer Each> ? Each : never;

const euros = (cents: number) => Math.round(cents) / 100;

/** In cents, by rate: a coupon is of the first row's. */
function vatOf({ rows, shipping, fee, coupon, includesVat, byRow }: Sale): number {
  const vat = (cents: number, rate: number) =>
    includesVat ? (cents * rate) / (100 + rate) : (cents * rate) / 100;
  const parts = [
    ...rows.map(({ count, rate, price, off }) => ({ rate, cents: count * (price - off) })),
    { rate: 21, cents: shipping + fee },
    { rate: rows[0]?.rate ?? 21, cents: -coupon },
  ];
  if (byRow) return parts.reduce((all, { rate, cents }) => all + Math.round(vat(cents, rate)), 0);
  return [21, 9].reduce((all, rate) => {
    const cents = parts.filter((each) => each.rate === rate).reduce((some, each) => some + each.cents, 0);
    return all + Math.round(vat(cents, rate));
  }, 0);
}

function written(sale: Sale) {
  const { rows, shipping, fee, coupon, withRows, includesVat } = sale;
  const goods = rows.reduce((all, { count, price, off }) => all + count * (price - off), 0);
  const ofRows = rows.reduce((all, { count, off }) => all + count * off, 0);
  const vat = vatOf(sale);
  const whole = goods + shipping + fee - coupon;
  return {
    wire: orderWire.parse({
      ...orderAnswer,
      ...{ order_row_taxes_included: includesVat, shipping_taxes_included: includesVat },
      ...{ total_shipping: euros(shipping), paymethod_costs: euros(fee), total_tax: euros(vat) },
      total_discounts: euros(coupon + (withRows ? ofRows : 0)),
      total_price: euros(includesVat ? whole : whole + vat),
    }),
    rows: rows.map(({ count, rate, price, off }, id) =>
      rowWire.parse({
        ...{
          id: id + 1,
          product_name: `Artikel ${id}`,
          count,
          tax: rate,
          price: euros(price),
          discount: euros(off),
        },
        price_without_discount_with_attributes: euros(price),
        price_with_attributes: euros(price - off),
        total_price_with_attributes: euros(count * (price - off)),
      }),
    ),
    ...{ invoices: [], returns: [] },
    off: euros(coupon),
  };
}

describe('an order', () => {
  test('comes to its own totals, with the discount that it had', () => {
    fc.assert(
      fc.property(anySale, (sale) => {
        // A coupon of several rates is shared by the platform in a way that nobody knows.
        fc.pre(sale.coupon === 0 || new Set(sale.rows.map(({ rate }) => rate)).size === 1);
        // Nor is one taken for more than the goods come to.
        fc.pre(
          sale.coupon <= sale.rows.reduce((all, { count, price, off }) => all + count * (price - off), 0),
        );
        const { off, ...read } = written(sale);
        const traits = { ...account.traits, till: String(sale.isTill) };
        const record = order.parse(orderFromWire(read, { ...account, traits }));
        expect(partsTotal(record, record.vat).toFixed(2)).toBe(big(record.gross).toFixed(2));
        expect(record.gross).toBe(read.wire.total_price);
        expect(sum(record.vatByRate.map(({ vat }) => vat)).toFixed()).toBe(record.vat);
        expect(sum(record.discounts.map(({ amount }) => amount)).toFixed(2)).toBe(off.toFixed(2));
        expect(sum(record.lines.map(({ discount }) => discount)).toFixed(2)).toBe(
          euros(sale.rows.reduce((all, row) => all + row.count * row.off, 0)).toFixed(2),
        );
        for (const { rate, vat } of record.vatByRate) expect(big(vat).lt(0), `VAT at ${rate}`).toBe(false);
      }),
    );
  });
});
