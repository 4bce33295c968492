/**
 * What was given back of an order, each time by itself (sheet 5.6): its amount is the money that went back, its rates are those of
 * the goods. Goods that were taken off without money, by an edit or to be paid back later, count as given back too.
 */
import type Big from 'big.js';
import { allocate, big, type Decimal, money, normalise, sum } from '../../../records/money.ts';
import type { Refund } from '../../../records/order.ts';
import { localDate } from '../../../records/time-zone.ts';
import { vatWithin } from '../../../records/vat.ts';
import { spread } from '../../../records/vat-breakdown.ts';
import { type GivenBack, refundByRate, refundsUpTo } from '../../wire/refunds.ts';
import type { Figures } from './figures.ts';
import type { LineWire, OrderWire } from './order.graphql.ts';
import type { RefundLineWire, RefundWire } from './refund.graphql.ts';

export type WholeRefund = RefundWire & { readonly lines: readonly RefundLineWire[] };

/** Lines that came in the place of what these refunds took back. */
export interface Exchange {
  readonly refunds: readonly string[];
  readonly lines: readonly string[];
}

export interface Sale {
  readonly wire: OrderWire;
  readonly lines: readonly LineWire[];
  readonly figures: Figures;
  readonly timeZone: string;
}

export function refundsOf(
  sale: Sale,
  refunds: readonly WholeRefund[],
  exchanged: readonly Exchange[],
): { readonly refunded: Decimal; readonly refunds?: Refund[] } {
  const oldestFirst = refunds.toSorted((a, b) => Number(momentOf(a)) - Number(momentOf(b)));
  const given = oldestFirst.flatMap((each) => refundOf(each, sale, exchanged));
  const stated = [...given, ...takenOff(sale, refunds)];
  const listed = normalise(sum(stated.map(({ gross }) => gross)));
  const { totalRefundedSet: paidBack } = sale.wire;
  const refunded = big(paidBack).gt(listed) ? paidBack : listed;
  if (big(refunded).eq(0)) return { refunded: '0' };
  const found = refundsUpTo(stated, refunded);
  return { refunded, ...(found === undefined ? {} : { refunds: found }) };
}

function refundOf(refund: WholeRefund, sale: Sale, exchanged: readonly Exchange[]): Refund[] {
  const { currencyCode: currency } = sale.wire;
  const parts = [...goodsOf(refund, sale), ...shippingOf(refund, sale)];
  const instead = exchanged
    .filter(({ refunds }) => refunds[0] === refund.id)
    .flatMap(({ lines }) => lines.flatMap((id) => partOf(sale, id)));
  const all = [
    ...parts,
    ...instead.map(({ rate, gross, vat }) => ({ rate, gross: gross.neg(), vat: vat.neg() })),
  ];
  const goods = sum(all.map(({ gross }) => gross));
  const paid = moneyOf(refund);
  const gross = big(money(paid.gt(0) ? paid : goods, currency));
  if (gross.lte(0)) return [];
  const moment = momentOf(refund);
  const byRate = refundByRate(completed(all, gross, sale), gross, currency);
  return [
    {
      id: refund.id,
      ...(moment === undefined ? {} : { date: localDate(moment, sale.timeZone) }),
      gross: normalise(gross),
      ...(byRate === undefined ? {} : { byRate }),
    },
  ];
}

/** What failed was not paid; what is pending is on its way. */
function moneyOf({ transactions, totalRefundedSet }: RefundWire): Big {
  const paid = transactions.nodes.filter(
    ({ kind, status = '' }) => kind === 'REFUND' && !['FAILURE', 'ERROR'].includes(status),
  );
  return paid.length === 0 ? big(totalRefundedSet) : sum(paid.map(({ amountSet }) => amountSet));
}

function momentOf({ processedAt, createdAt }: RefundWire): Date | undefined {
  return processedAt ?? createdAt;
}

/** The VAT of a line is believed where it is that of its rate (vat.ts). */
function goodsOf({ lines }: WholeRefund, { wire, figures }: Sale): GivenBack[] {
  return lines.flatMap(({ lineItem, subtotalSet, totalTaxSet }) => {
    const rate = figures.sold.get(lineItem.id)?.rate;
    return rate === undefined ? [] : [backAt(rate, subtotalSet, totalTaxSet, wire)];
  });
}

function backAt(
  rate: Decimal,
  subtotal: Decimal,
  tax: Decimal,
  { taxesIncluded, currencyCode }: OrderWire,
): GivenBack {
  const stated = taxesIncluded ? big(subtotal) : big(subtotal).plus(tax);
  const vat = vatWithin(stated, rate);
  if (vat.minus(tax).abs().lte('0.05')) return { rate, gross: stated, vat: big(tax) };
  const rounded = big(money(taxesIncluded ? vat : big(subtotal).times(rate).div(100), currencyCode));
  return { rate, gross: taxesIncluded ? stated : big(subtotal).plus(rounded), vat: rounded };
}

function shippingOf({ refundShippingLines, duties }: WholeRefund, { wire, figures }: Sale): GivenBack[] {
  const { taxesIncluded, currencyCode } = wire;
  const ofDuties = duties.map(({ amountSet }) => ({ rate: '0', gross: big(amountSet), vat: big('0') }));
  const shipping = refundShippingLines.nodes.flatMap(({ shippingLine, subtotalAmountSet, taxAmountSet }) => {
    const shares = figures.shipping.get(shippingLine?.id ?? '') ?? [...figures.shipping.values()][0] ?? [];
    const [only, ...others] = shares;
    if (only === undefined) return [];
    if (others.length === 0) return [backAt(only.rate, subtotalAmountSet, taxAmountSet, wire)];
    const gross = taxesIncluded ? big(subtotalAmountSet) : big(subtotalAmountSet).plus(taxAmountSet);
    return spread(gross, shares, currencyCode).map(({ rate, amount }) => ({
      rate,
      gross: amount,
      vat: big(money(vatWithin(amount, rate), currencyCode)),
    }));
  });
  return [...shipping, ...ofDuties];
}

function partOf({ figures }: Sale, id: string): GivenBack[] {
  return figures.sold.get(id) === undefined ? [] : [figures.sold.get(id) as GivenBack];
}

/** More or less than the goods, or nothing but money: over their rates, or the one that the order has. */
function completed(parts: readonly GivenBack[], gross: Big, { figures, wire }: Sale): GivenBack[] {
  const rest = gross.minus(sum(parts.map((part) => part.gross)));
  if (rest.abs().lte('0.05')) return [...parts];
  const rates = figures.vatByRate.map(({ rate }) => rate);
  const [only, ...others] = rates;
  if (parts.length === 0)
    return only === undefined || others.length > 0
      ? []
      : [{ rate: only, gross, vat: rounded(gross, only, wire) }];
  const shares = allocate(
    rest,
    parts.map((part) => part.gross),
    wire.currencyCode,
  );
  return parts.map((part, index) => {
    const share = shares[index] ?? big('0');
    return { ...part, gross: part.gross.plus(share), vat: part.vat.plus(vatWithin(share, part.rate)) };
  });
}

/** Pieces that an edit took off and no refund names (case O2). A cancelled order is given back as a whole. */
function takenOff({ wire, lines, figures }: Sale, refunds: readonly WholeRefund[]): Refund[] {
  if (wire.cancelledAt !== undefined) return [];
  const named = refunds.flatMap((refund) => refund.lines);
  const parts = lines.flatMap(({ id, quantity, currentQuantity = quantity }) => {
    const back = sum(named.filter(({ lineItem }) => lineItem.id === id).map((each) => each.quantity));
    const pieces = big(quantity).minus(currentQuantity).minus(back);
    const sold = figures.sold.get(id);
    if (sold === undefined || pieces.lte(0)) return [];
    const share = (of: Big) => big(money(of.times(pieces).div(sold.quantity), wire.currencyCode));
    return [{ rate: sold.rate, gross: share(sold.gross), vat: share(sold.vat) }];
  });
  const gross = sum(parts.map((part) => part.gross));
  if (gross.lte(0)) return [];
  const byRate = refundByRate(parts, gross, wire.currencyCode);
  return [{ id: 'edited', gross: normalise(gross), ...(byRate === undefined ? {} : { byRate }) }];
}

function rounded(gross: Big, rate: Decimal, { currencyCode }: OrderWire): Big {
  return big(money(vatWithin(gross, rate), currencyCode));
}
