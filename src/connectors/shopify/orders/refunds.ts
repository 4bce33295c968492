/**
 * What was given back of an order, each time by itself (sheet 5.6): its amount is that of its goods and of what was adjusted, its
 * rates are those of the goods. What an edit took off counts as given back too; money that then goes back for it is no more of it.
 * Every reading that Shopify allows is tried, and the one that comes to what is left of the order is right.
 */
import type Big from 'big.js';
import { allocate, big, type Decimal, money, normalise, sum } from '../../../records/money.ts';
import type { Refund } from '../../../records/order.ts';
import { localDate } from '../../../records/time-zone.ts';
import { vatWithin } from '../../../records/vat.ts';
import { spread } from '../../../records/vat-breakdown.ts';
import { addsUp, likeliest } from '../../wire/interpretations.ts';
import { type GivenBack, refundByRate, refundsUpTo } from '../../wire/refunds.ts';
import type { Exchanged } from './exchanges.ts';
import type { Figures } from './figures.ts';
import type { LineWire, OrderWire } from './order.graphql.ts';
import { type Reading, refundReadings, type Taxed, type WholeRefund } from './refund-readings.ts';

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
  const parts = [...goodsOf(refund, sale, taxed), ...shippingOf(refund, sale, taxed)];
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

function goodsOf({ lines }: WholeRefund, { wire, figures }: Sale, taxed: Taxed): GivenBack[] {
  return lines.flatMap(({ lineItem, subtotalSet: subtotal, totalTaxSet: tax }) => {
    const rate = figures.sold.get(lineItem.id)?.rate;
    return rate === undefined ? [] : [taxed({ rate, subtotal, tax }, wire)];
  });
}

function shippingOf(
  { refundShippingLines, duties }: WholeRefund,
  { wire, figures }: Sale,
  taxed: Taxed,
): GivenBack[] {
  const { taxesIncluded, currencyCode } = wire;
  const ofDuties = duties.map(({ amountSet }) => ({ rate: '0', gross: big(amountSet), vat: big('0') }));
  const shipping = refundShippingLines.nodes.flatMap(({ shippingLine, subtotalAmountSet, taxAmountSet }) => {
    const shares = figures.shipping.get(shippingLine?.id ?? '') ?? [...figures.shipping.values()][0] ?? [];
    const [only, ...others] = shares;
    if (only === undefined) return [];
    if (others.length === 0)
      return [taxed({ rate: only.rate, subtotal: subtotalAmountSet, tax: taxAmountSet }, wire)];
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
