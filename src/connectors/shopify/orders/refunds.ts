/**
 * What was given back of an order, each time by itself (sheet 5.6): its amount is that of its goods and of what was adjusted, its
 * rates are those of the goods. What an edit took off counts as given back too; money that then goes back for it is no more of it.
 * Every reading that Shopify allows is tried, and the one that comes to what is left of the order is right.
 */
import type Big from 'big.js';
import { allocate, big, type Decimal, money, normalise, sum } from '../../../records/money.ts';
import type { Refund } from '../../../records/order.ts';
import { localDate } from '../../../records/time-zone.ts';
import { vatOf, vatWithin } from '../../../records/vat.ts';
import { spread, wholeAt } from '../../../records/vat-breakdown.ts';
import { addsUp, likeliest } from '../../wire/interpretations.ts';
import { type GivenBack, refundByRate, refundsUpTo } from '../../wire/refunds.ts';
import type { Exchanged } from './exchanges.ts';
import type { Figures } from './figures.ts';
import type { LineWire, OrderWire } from './order.graphql.ts';
import { type Reading, refundReadings, type Taxed, type WholeRefund } from './refund-readings.ts';
import type { Shares } from './vat.ts';

/** What rounding line by line may be off. */
const slack = '0.02';

export interface Sale {
  readonly wire: OrderWire;
  readonly lines: readonly LineWire[];
  readonly figures: Figures;
  readonly timeZone: string;
  readonly exchanged: Exchanged;
}

export function refundsOf(
  sale: Sale,
  refunds: readonly WholeRefund[],
): { readonly refunded: Decimal; readonly refunds?: Refund[] } {
  const oldestFirst = refunds.toSorted((a, b) => Number(momentOf(a)) - Number(momentOf(b)));
  const edited = takenOff(sale, refunds);
  const left = big(sale.wire.currentTotalPriceSet);
  const candidates = refundReadings.map((reading) => {
    const given = [...oldestFirst.flatMap((each) => refundOf(each, sale, reading)), ...edited];
    const all = sum(given.map(({ gross }) => gross));
    return { given, difference: sale.figures.gross.minus(all).minus(left) };
  });
  const found = likeliest(candidates, slack);
  const listed = normalise(sum(found.given.map(({ gross }) => gross)));
  const { totalRefundedSet: paidBack } = sale.wire;
  // Money that nothing explains was given back all the same.
  const refunded = addsUp(found, slack) || big(paidBack).lte(listed) ? listed : paidBack;
  if (big(refunded).eq(0)) return { refunded: '0' };
  const stated = refundsUpTo(found.given, refunded);
  return { refunded, ...(stated === undefined ? {} : { refunds: stated }) };
}

function refundOf(refund: WholeRefund, sale: Sale, { taxed, amount }: Reading): Refund[] {
  const { currencyCode: currency } = sale.wire;
  const parts = [...goodsOf(refund, sale, taxed), ...besideOf(refund, sale, taxed)];
  const instead = (sale.exchanged.instead.get(refund.id) ?? []).flatMap((id) => partOf(sale, id));
  const all = [
    ...parts,
    ...instead.map(({ rate, gross, vat }) => ({ rate, gross: gross.neg(), vat: vat.neg() })),
  ];
  const goods = sum(all.map((part) => part.gross));
  const gross = big(money(amount(refund, goods, sale.wire), currency));
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

function momentOf({ processedAt, createdAt }: WholeRefund): Date | undefined {
  return processedAt ?? createdAt;
}

/** A line that is none of the goods is the tip, which has no VAT. */
function goodsOf({ lines }: WholeRefund, { wire, lines: goods, figures }: Sale, taxed: Taxed): GivenBack[] {
  return lines.flatMap(({ lineItem: { id }, subtotalSet: subtotal, totalTaxSet: tax }) => {
    const rate = figures.sold.get(id)?.rate ?? (goods.some((line) => line.id === id) ? undefined : '0');
    return rate === undefined ? [] : [taxed({ rate, subtotal, tax }, wire)];
  });
}

/** Shipping and duties, at the rates that they were charged with. */
function besideOf({ refundShippingLines, duties }: WholeRefund, sale: Sale, taxed: Taxed): GivenBack[] {
  const { shipping, duties: charged } = sale.figures;
  const ofShipping = refundShippingLines.nodes.flatMap(({ shippingLine, subtotalAmountSet, taxAmountSet }) =>
    atRates(
      ratesIn(shipping, shippingLine?.id) ?? [],
      { subtotal: subtotalAmountSet, tax: taxAmountSet },
      sale,
      taxed,
    ),
  );
  const ofDuties = duties.flatMap(({ originalDuty, amountSet: subtotal }) => {
    const shares = ratesIn(charged, originalDuty?.id) ?? wholeAt('0');
    return atRates(shares, { subtotal, tax: vatUpon(subtotal, shares, sale.wire) }, sale, taxed);
  });
  return [...ofShipping, ...ofDuties];
}

/** Those of the first where it is not told which it is. */
function ratesIn(charged: ReadonlyMap<string, Shares>, id = ''): Shares | undefined {
  return charged.get(id) ?? [...charged.values()][0];
}

function vatUpon(subtotal: Decimal, shares: Shares, { taxesIncluded, currencyCode }: OrderWire): Decimal {
  const parts = spread(big(subtotal), shares, currencyCode);
  return money(sum(parts.map(({ rate, amount }) => vatOf(amount, rate, taxesIncluded))), currencyCode);
}

function atRates(
  shares: Shares,
  { subtotal, tax }: { readonly subtotal: Decimal; readonly tax: Decimal },
  { wire }: Sale,
  taxed: Taxed,
): GivenBack[] {
  const [only, ...others] = shares;
  if (only === undefined) return [];
  if (others.length === 0) return [taxed({ rate: only.rate, subtotal, tax }, wire)];
  const gross = wire.taxesIncluded ? big(subtotal) : big(subtotal).plus(tax);
  return spread(gross, shares, wire.currencyCode).map(({ rate, amount }) => ({
    rate,
    gross: amount,
    vat: rounded(amount, rate, wire),
  }));
}

function partOf({ figures }: Sale, id: string): GivenBack[] {
  return figures.sold.get(id) === undefined ? [] : [figures.sold.get(id) as GivenBack];
}

/**
 * More or less than the goods, or nothing but money: over their rates, or the one that the order has. What comes to the tip is the tip,
 * and it is in what comes to all of the order.
 */
function completed(named: readonly GivenBack[], gross: Big, { figures, wire }: Sale): GivenBack[] {
  const beyond = gross.minus(sum(named.map((part) => part.gross)));
  if (beyond.abs().lte('0.05')) return [...named];
  const tip = big(wire.totalTipReceivedSet);
  const isTipped = tip.gt(0) && beyond.gte(tip) && (beyond.eq(tip) || gross.eq(figures.gross));
  const tipped = isTipped ? [{ rate: '0', gross: tip, vat: big('0') }] : [];
  const rest = isTipped ? beyond.minus(tip) : beyond;
  if (rest.abs().lte('0.05')) return [...named, ...tipped];
  const all = figures.vatByRate.map(({ rate }) => rate);
  const rates = isTipped && isOnlyTip(figures, tip) ? all.filter((rate) => rate !== '0') : all;
  const [only, ...others] = rates;
  if (named.length === 0)
    return only === undefined || others.length > 0
      ? []
      : [{ rate: only, gross: rest, vat: rounded(rest, only, wire) }, ...tipped];
  const shares = allocate(
    rest,
    named.map((part) => part.gross),
    wire.currencyCode,
  );
  const whole = named.map((part, index) => {
    const share = shares[index] ?? big('0');
    return { ...part, gross: part.gross.plus(share), vat: part.vat.plus(vatWithin(share, part.rate)) };
  });
  return [...whole, ...tipped];
}

/** Whether nothing but the tip has no VAT, which is one of the lines then. */
function isOnlyTip({ sold, shipping, duties }: Figures, tip: Big): boolean {
  const untaxed = [...sold.values()].filter(({ rate }) => rate === '0');
  const beside = [...shipping.values(), ...duties.values()].flat();
  return (
    untaxed.length === 1 && untaxed[0]?.gross.eq(tip) === true && beside.every(({ rate }) => rate !== '0')
  );
}

/** Pieces that an edit took off and no refund names (case O2). A cancelled order is given back as a whole. */
function takenOff({ wire, lines, figures, exchanged }: Sale, refunds: readonly WholeRefund[]): Refund[] {
  if (wire.cancelledAt !== undefined) return [];
  const named = refunds.flatMap((refund) => refund.lines);
  const sold = lines.filter((line) => !exchanged.pending.has(line.id));
  const parts = sold.flatMap(({ id, quantity, currentQuantity = quantity }) => {
    const back = sum(named.filter(({ lineItem }) => lineItem.id === id).map((each) => each.quantity));
    const pieces = big(quantity).minus(currentQuantity).minus(back);
    const whole = figures.sold.get(id);
    if (whole === undefined || pieces.lte(0)) return [];
    const share = (of: Big) => big(money(of.times(pieces).div(whole.quantity), wire.currencyCode));
    return [{ rate: whole.rate, gross: share(whole.gross), vat: share(whole.vat) }];
  });
  const gross = sum(parts.map((part) => part.gross));
  if (gross.lte(0)) return [];
  const byRate = refundByRate(parts, gross, wire.currencyCode);
  return [{ id: 'edited', gross: normalise(gross), ...(byRate === undefined ? {} : { byRate }) }];
}

function rounded(gross: Big, rate: Decimal, { currencyCode }: OrderWire): Big {
  return big(money(vatWithin(gross, rate), currencyCode));
}
