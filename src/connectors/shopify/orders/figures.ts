/**
 * What an order consists of, in the shop's money (sheet 5.2): as ordered, before returns. Edits, exchanges, tips and the rounding
 * of cash each break the simple sum, so every reading that Shopify allows is tried, and the one that comes to the order's own
 * total is right.
 */
import type Big from 'big.js';
import { big, type Decimal, money, normalise, sum } from '../../../records/money.ts';
import type { Charge, OrderLine } from '../../../records/order.ts';
import { type OrderParts, partsTotal } from '../../../records/order-parts.ts';
import { chargesOver } from '../../../records/vat-breakdown.ts';
import { likeliest } from '../../wire/interpretations.ts';
import type { DutyWire, LineWire, OrderWire } from './order.graphql.ts';
import { type Shares, sharesOf, type Taxable, vatByRate } from './vat.ts';

export interface Figures {
  readonly parts: OrderParts;
  readonly gross: Big;
  readonly vatByRate: ReturnType<typeof vatByRate>;
  /** What a line came to with VAT, and its VAT, by its id. */
  readonly sold: ReadonlyMap<string, Sold>;
  /** The rates of each line of shipping, by its id. */
  readonly shipping: ReadonlyMap<string, Shares>;
  /** The rates of each import duty, by its id. */
  readonly duties: ReadonlyMap<string, Shares>;
}

export interface Sold {
  readonly rate: Decimal;
  readonly quantity: Decimal;
  readonly gross: Big;
  readonly vat: Big;
}

/** `exchanged`: ids of lines that came in the place of others; they are part of what was given back (case O3). */
export function figuresOf(
  wire: OrderWire,
  lines: readonly LineWire[],
  exchanged: ReadonlySet<string>,
): Figures {
  const kept = lines.filter(({ id }) => !exchanged.has(id));
  const totals = [
    { lines, total: wire.totalPriceSet, tax: wire.totalTaxSet ?? '0' },
    ...(kept.length < lines.length
      ? [{ lines: kept, total: wire.totalPriceSet, tax: wire.totalTaxSet ?? '0' }]
      : []),
    { lines, total: wire.currentTotalPriceSet, tax: wire.currentTotalTaxSet },
  ];
  const rounding = wire.totalCashRoundingAdjustment?.paymentSet ?? '0';
  // The tip may be one of the lines as well.
  const beside = [...new Set([wire.totalTipReceivedSet, '0'])].flatMap((tip) =>
    [...new Set(['0', rounding])].map((cash) => ({ tip, cash })),
  );
  const candidates = totals.flatMap((each) =>
    [discountAsAllocated, discountByPiece].flatMap((discount) =>
      beside.map((untaxed) => added(wire, { ...each, ...untaxed, discount })),
    ),
  );
  const found = likeliest(candidates, '0.02');
  return withoutLines(found, wire, exchanged);
}

interface Reading {
  readonly lines: readonly LineWire[];
  readonly total: Decimal;
  readonly tax: Decimal;
  readonly discount: (line: LineWire) => Big;
  readonly tip: Decimal;
  readonly cash: Decimal;
}

function discountAsAllocated({ discountAllocations }: LineWire): Big {
  return sum(discountAllocations.map(({ allocatedAmountSet }) => allocatedAmountSet));
}

/** An edit leaves the allocations of the former quantity (case O2). */
function discountByPiece(line: LineWire): Big {
  const { originalUnitPriceSet: price, discountedUnitPriceAfterAllDiscountsSet: left, quantity } = line;
  return big(price).minus(left).times(quantity);
}

interface Added extends Figures {
  readonly difference: Big;
}

function added(wire: OrderWire, { lines, total, tax, discount, tip, cash }: Reading): Added {
  const { currencyCode: currency, taxesIncluded: includesVat } = wire;
  const order = { total: big(tax), listed: wire.taxLines, includesVat };
  const items = lines.map((line): Taxable & { line: LineWire; off: Big } => {
    const off = discount(line);
    const amount = big(line.originalUnitPriceSet).times(line.quantity).minus(off);
    return { line, off, amount, taxes: line.taxLines, quantity: line.quantity, taxable: line.taxable };
  });
  const shipped = wire.shippingLines.nodes.map(({ title: description, discountedPriceSet: price, ...each }) =>
    beside({ ...each, description, price }),
  );
  const charged = feesOf(wire, lines);
  const all: readonly Taxable[] = [...items, ...shipped, ...charged];
  const shares = sharesOf(all, order);
  const at = (index: number) => shares[index] ?? [];
  const byId = (list: readonly Beside[], from: number) =>
    new Map(list.map(({ id = '' }, index) => [id, at(from + index)]));
  const charges = (list: readonly Beside[], from: number, kind?: Charge['kind']) =>
    list.flatMap(({ description, amount }, index) =>
      chargesOver(
        { description, ...(kind === undefined ? {} : { kind }) },
        amount,
        at(from + index),
        currency,
      ),
    );
  const untaxed = [
    { description: 'Tip', amount: tip },
    { description: 'Cash rounding', amount: cash },
  ].filter(({ amount }) => !big(amount).eq(0));
  const parts: OrderParts = {
    pricesIncludeVat: includesVat,
    lines: items.map(({ line, off }, index) => orderLine(line, off, at(index)[0]?.rate ?? '0')),
    shipping: charges(shipped, items.length),
    fees: [
      ...charges(charged, items.length + shipped.length, 'levy'),
      ...untaxed.map((each) => ({ ...each, kind: 'surcharge' as const, vatRate: '0' })),
    ],
    // All of them are allocated to the lines (sheet 5.1).
    discounts: [],
  };
  const byRate = vatByRate(all, shares, order);
  return {
    parts,
    gross: big(total),
    vatByRate: byRate,
    sold: new Map(items.map((item, index) => [item.line.id, soldOf(item, at(index)[0]?.rate ?? '0', wire)])),
    shipping: byId(shipped, items.length),
    duties: byId(charged, items.length + shipped.length),
    difference: big(total).minus(partsTotal(parts, tax)),
  };
}

interface Named {
  readonly id?: string | undefined;
  readonly description: string | undefined;
}

interface Beside extends Taxable, Named {}

function beside({ price, taxLines, ...named }: Named & Pick<DutyWire, 'price' | 'taxLines'>): Beside {
  return { ...named, amount: big(price), taxes: taxLines };
}

function feesOf({ additionalFees }: OrderWire, lines: readonly LineWire[]): Beside[] {
  const duties = lines.flatMap((line) => line.duties);
  return [
    ...additionalFees.map(({ name: description, ...fee }) => beside({ ...fee, description })),
    ...duties.map((duty) => beside({ ...duty, description: 'Duties' })),
  ].filter(({ amount }) => !amount.eq(0));
}

function orderLine(line: LineWire, off: Big, vatRate: Decimal): OrderLine {
  return {
    id: line.id,
    productId: line.product?.id,
    sku: line.sku,
    name: [line.title, line.variantTitle].filter((each) => each && each !== 'Default Title').join(' – '),
    quantity: line.quantity,
    unitPrice: line.originalUnitPriceSet,
    discount: normalise(off),
    vatRate,
  };
}

function soldOf({ amount, line }: { amount: Big; line: LineWire }, rate: Decimal, wire: OrderWire): Sold {
  const { currencyCode, taxesIncluded } = wire;
  const percent = big(rate);
  const vat = taxesIncluded ? amount.times(percent).div(percent.plus(100)) : amount.times(percent).div(100);
  const rounded = big(money(vat, currencyCode));
  return {
    rate,
    quantity: line.quantity,
    gross: taxesIncluded ? amount : amount.plus(rounded),
    vat: rounded,
  };
}

/** The order as it was before the exchange: what came in the place of other goods is taken out again, with its VAT. */
function withoutLines(found: Figures, wire: OrderWire, exchanged: ReadonlySet<string>): Figures {
  const out = found.parts.lines.filter(({ id = '' }) => exchanged.has(id));
  if (out.length === 0) return found;
  const taken = out.flatMap(({ id = '' }) => found.sold.get(id) ?? []);
  const left = found.vatByRate.map(({ rate, vat }) => {
    const ofRate = taken.filter((each) => big(each.rate).eq(rate));
    return { rate, vat: normalise(big(vat).minus(sum(ofRate.map((each) => each.vat)))) };
  });
  return {
    ...found,
    parts: { ...found.parts, lines: found.parts.lines.filter((line) => !out.includes(line)) },
    gross: big(money(found.gross.minus(sum(taken.map(({ gross }) => gross))), wire.currencyCode)),
    vatByRate: left,
  };
}
