/** How what is told of a refund can be read: which of its taxes are believed, and what it comes to (sheet 5.6). */
import type Big from 'big.js';
import { big, type Decimal, money, sum } from '../../../records/money.ts';
import { vatOf } from '../../../records/vat.ts';
import type { GivenBack } from '../../wire/refunds.ts';
import type { OrderWire } from './order.graphql.ts';
import type { RefundLineWire, RefundWire } from './refund.graphql.ts';

export type WholeRefund = RefundWire & { readonly lines: readonly RefundLineWire[] };

export interface Reading {
  readonly taxed: Taxed;
  readonly amount: Amount;
}

/** What a refund comes to, of which the goods (less what came instead) come to `goods`. */
type Amount = (refund: WholeRefund, goods: Big, wire: OrderWire) => Big;

/** What is still to be paid is on its way. */
const adjusted: Amount = ({ orderAdjustments }, goods, { taxesIncluded }) => {
  const lasting = orderAdjustments.nodes.filter(({ reason }) => reason !== 'PENDING_REFUND_DISCREPANCY');
  const amounts = lasting.map(({ amountSet, taxAmountSet }) =>
    big(amountSet).plus(taxesIncluded ? '0' : taxAmountSet),
  );
  return goods.minus(sum(amounts));
};

const asGoods: Amount = (_refund, goods) => goods;

const asMoney: Amount = (refund, goods) => {
  const paid = moneyOf(refund);
  return paid.gt(0) ? paid : goods;
};

/** Goods or shipping at one rate, on the basis of the order's prices, with the tax that is stated of it. */
interface Back {
  readonly rate: Decimal;
  readonly subtotal: Decimal;
  readonly tax: Decimal;
}

export type Taxed = (back: Back, wire: OrderWire) => GivenBack;

const asStated: Taxed = ({ rate, subtotal, tax }, { taxesIncluded }) => {
  const gross = taxesIncluded ? big(subtotal) : big(subtotal).plus(tax);
  return { rate, gross, vat: big(tax) };
};

/** A tax is believed where it is that of its rate (vat.ts). */
const ofItsRate: Taxed = (back, wire) => {
  const { rate, subtotal, tax } = back;
  const vat = big(money(vatOf(big(subtotal), rate, wire.taxesIncluded), wire.currencyCode));
  if (vat.minus(tax).abs().lte('0.05')) return asStated(back, wire);
  return { rate, gross: wire.taxesIncluded ? big(subtotal) : big(subtotal).plus(vat), vat };
};

/** What failed was not paid; what is pending is on its way. */
function moneyOf({ transactions, totalRefundedSet }: RefundWire): Big {
  const paid = transactions.nodes.filter(
    ({ kind, status = '' }) => kind === 'REFUND' && !['FAILURE', 'ERROR'].includes(status),
  );
  return paid.length === 0 ? big(totalRefundedSet) : sum(paid.map(({ amountSet }) => amountSet));
}

/** The likeliest first. */
export const refundReadings: readonly Reading[] = [ofItsRate, asStated].flatMap((taxed) =>
  [adjusted, asGoods, asMoney].map((amount) => ({ taxed, amount })),
);
