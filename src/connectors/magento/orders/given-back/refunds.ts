/**
 * What was given back of an order, by rate: as its credit memos say, else as its rows do (sheet 7.2, 7.3, 8.2). A memo's day is
 * that of the shop.
 */
import type Big from 'big.js';
import { allocate, big, type Decimal, money, normalise, sum } from '../../../../records/money.ts';
import type { Refund } from '../../../../records/order.ts';
import { rateFromVat } from '../../../../records/rate-from-vat.ts';
import { localDate } from '../../../../records/time-zone.ts';
import { vatWithin } from '../../../../records/vat.ts';
import { type RateAmount, spread } from '../../../../records/vat-breakdown.ts';
import { type GivenBack, refundByRate, refundsUpTo } from '../../../wire/refunds.ts';
import type { Row } from '../rows.ts';
import type { OrderWire } from '../wire.ts';
import type { MemoWire } from './credit-memos.ts';

interface Sold {
  readonly rows: readonly Row[];
  /** The rates of the shipping. */
  readonly shares: readonly RateAmount[];
  readonly currency: string;
  readonly timeZone: string;
  /** All that was given back. */
  readonly refunded: Decimal;
}

/** A refund as a whole, and the parts of it that say their rate. */
interface Stated {
  readonly parts: readonly GivenBack[];
  /** With VAT. */
  readonly gross: Big;
  /** Undefined where it is that of the parts. */
  readonly vat: Big | undefined;
  /** Given beside the goods (above zero), or kept back (below). It says no rate. */
  readonly adjustment: Big;
}

/** Oldest first. Undefined where nothing was given back, or the shop says no more than how much. */
export function refundsOf(wire: OrderWire, memos: readonly MemoWire[], sold: Sold): Refund[] | undefined {
  if (big(sold.refunded).lte(0)) return undefined;
  const cancelled = cancelledPart(wire, sold);
  const ofMemos = memos
    .toSorted((a, b) => Number(a.created_at ?? 0) - Number(b.created_at ?? 0))
    .flatMap((memo) => ofMemo(memo, sold));
  if (ofMemos.length > 0) {
    const found = refundsUpTo([...ofMemos, ...cancelled], sold.refunded);
    if (found !== undefined) return found;
  }
  return refundsUpTo(
    [...ofRows(wire, sold, sum(cancelled.map(({ gross }) => gross))), ...cancelled],
    sold.refunded,
  );
}

function ofMemo(memo: MemoWire, sold: Sold): Refund[] {
  const { extension_attributes: found } = memo;
  const prepaid = [found?.gift_cards_amount, found?.customer_balance_amount, found?.reward_currency_amount];
  const rows = memo.items.flatMap((item) => {
    const row = sold.rows.find(
      ({ wire }) => wire.item_id !== undefined && wire.item_id === item.order_item_id,
    );
    if (row === undefined) return [];
    const net = item.row_total ?? normalise(big(item.price ?? '0').times(item.qty ?? '0'));
    return [
      taken(row.rate, net, item.discount_amount, item.discount_tax_compensation_amount, item.tax_amount),
    ];
  });
  const ofRows = sum(memo.items.map(({ discount_amount }) => discount_amount ?? '0'));
  // Below zero in the header, and that of the shipping is within it.
  const ofShipping = big(memo.discount_amount ?? '0')
    .neg()
    .minus(ofRows);
  const refund = {
    parts: [
      ...rows,
      ...shippingParts(sold, {
        net: big(memo.shipping_amount ?? '0')
          .minus(ofShipping.gt(0) ? ofShipping : 0)
          .plus(memo.shipping_discount_tax_compensation_amount ?? '0'),
        vat: big(memo.shipping_tax_amount ?? '0'),
      }),
    ],
    gross: sum([memo.grand_total, ...prepaid.map((each) => each ?? '0')]),
    vat: big(memo.tax_amount ?? '0'),
    adjustment: big(memo.adjustment_positive ?? '0').minus(memo.adjustment_negative ?? '0'),
  };
  const date = memo.created_at === undefined ? {} : { date: localDate(memo.created_at, sold.timeZone) };
  return refundFrom(refund, sold, { id: memo.entity_id, ...date });
}

function ofRows(wire: OrderWire, sold: Sold, cancelled: Big): Refund[] {
  const rows = sold.rows
    .filter(({ wire: row }) => big(row.qty_refunded ?? '0').gt(0) || big(row.amount_refunded ?? '0').gt(0))
    .map(({ wire: row, rate }) => {
      const { discount_refunded: off, discount_tax_compensation_refunded: hidden } = row;
      return row.amount_refunded === undefined || big(row.amount_refunded).eq(0)
        ? shareOf({ wire: row, rate }, row.qty_refunded ?? '0')
        : taken(rate, row.amount_refunded, off, hidden, row.tax_refunded);
    });
  const shipping = shippingParts(sold, {
    net: big(wire.shipping_refunded ?? '0'),
    vat: shippingVatRefunded(wire),
  });
  const refund = {
    parts: [...rows, ...shipping],
    gross: big(sold.refunded).minus(cancelled),
    vat: wire.tax_refunded === undefined ? undefined : big(wire.tax_refunded),
    adjustment: big(wire.adjustment_positive ?? '0').minus(wire.adjustment_negative ?? '0'),
  };
  return refundFrom(refund, sold, {});
}

/** Where it is not stated, in proportion. */
function shippingVatRefunded(wire: OrderWire): Big {
  if (wire.shipping_tax_refunded !== undefined) return big(wire.shipping_tax_refunded);
  const {
    shipping_amount: whole = '0',
    shipping_tax_amount: vat = '0',
    shipping_refunded: back = '0',
  } = wire;
  return big(whole).eq(0) ? big('0') : big(vat).times(back).div(whole);
}

/** What was cancelled of an order that is not cancelled as a whole. */
function cancelledPart(wire: OrderWire, sold: Sold): Refund[] {
  const gross = big(wire.state === 'canceled' ? '0' : (wire.total_canceled ?? '0'));
  const parts = sold.rows
    .filter(({ wire: row }) => big(row.qty_canceled ?? '0').gt(0))
    .map((row) => shareOf(row, row.wire.qty_canceled ?? '0'));
  return refundFrom({ parts, gross, vat: undefined, adjustment: big('0') }, sold, { id: 'cancelled' });
}

function taken(rate: Decimal, net: Decimal, off = '0', hidden = '0', vat = '0'): GivenBack {
  return { rate, vat: big(vat), gross: big(net).minus(off).plus(hidden).plus(vat) };
}

/** So many pieces of a row, by what all of them came to. */
function shareOf({ wire, rate }: Row, quantity: Decimal): GivenBack {
  const { qty_ordered: ordered = '0', price = '0', tax_amount: vat = '0' } = wire;
  const whole = taken(
    rate,
    normalise(big(price).times(ordered)),
    wire.discount_amount,
    wire.discount_tax_compensation_amount,
    vat,
  );
  const share = big(ordered).eq(0) ? big('0') : big(quantity).div(ordered);
  return { rate, gross: whole.gross.times(share), vat: whole.vat.times(share) };
}

function shippingParts(
  { shares, currency }: Sold,
  { net, vat }: { readonly net: Big; readonly vat: Big },
): GivenBack[] {
  const gross = net.plus(vat);
  if (gross.lte(0)) return [];
  const byTax = shares.map(({ rate, amount }) => ({ rate, amount: vatWithin(amount, rate) }));
  const taxes = spread(vat, shares.length === 1 ? shares : byTax, currency);
  return spread(gross, shares, currency).map(({ rate, amount }) => ({
    rate,
    gross: amount,
    vat: sum(taxes.filter((tax) => tax.rate === rate).map((tax) => tax.amount)),
  }));
}

function refundFrom(stated: Stated, { rows, currency }: Sold, named: Pick<Refund, 'id' | 'date'>): Refund[] {
  const gross = big(money(stated.gross, currency));
  if (gross.lte(0)) return [];
  const parts = stated.parts.length === 0 ? [] : completed(stated, rows, currency);
  const byRate = refundByRate(parts, gross, currency);
  return [{ ...named, gross: normalise(gross), ...(byRate === undefined ? {} : { byRate }) }];
}

/** What the parts leave open: an amount beside rows and shipping with the VAT that is left, and the adjustment, spread. */
function completed(
  { parts, gross, vat, adjustment }: Stated,
  rows: readonly Row[],
  currency: string,
): GivenBack[] {
  const restVat = (vat ?? sum(parts.map((part) => part.vat))).minus(sum(parts.map((part) => part.vat)));
  const rest = gross.minus(adjustment).minus(sum(parts.map((part) => part.gross)));
  const known = rows.map(({ rate }) => rate);
  const isRounding = rest.abs().lte('0.05') && restVat.abs().lte('0.05');
  const beside =
    isRounding || rest.lte(0)
      ? []
      : [{ rate: rateFromVat(rest.minus(restVat), restVat, known), gross: rest, vat: restVat }];
  const all = [...parts, ...beside];
  const shares = allocate(
    adjustment,
    all.map((part) => part.gross),
    currency,
  );
  return all.map((part, index) => {
    const share = shares[index] ?? big('0');
    return { ...part, gross: part.gross.plus(share), vat: part.vat.plus(vatWithin(share, part.rate)) };
  });
}
