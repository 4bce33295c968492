import type Big from 'big.js';
import { z } from 'zod';
import type { DocumentLine } from '../../../records/document.ts';
import { big, type Decimal, decimal, normalise } from '../../../records/money.ts';
import { type Charge, type Order, order as orderRecord } from '../../../records/order.ts';
import { byRate, type RateAmount } from '../../../records/vat-breakdown.ts';
import { allDiscounts, spreadDiscounts, unspreadDiscounts } from './discounts.ts';

/** A line as one side has it. */
export interface ShownLine {
  readonly kind: DocumentLine['kind'];
  /** In that side's own words; empty where it has none. */
  readonly name: string;
  readonly sku: string | null;
  readonly quantity: string;
  /** Of the whole line, on the basis of the order's prices; below zero for a discount. */
  readonly amount: string;
  readonly vatRate: string;
}

/** A line of an order beside the one of its document that stands for it; null where there is none. */
export interface PairedLine {
  readonly source: ShownLine | null;
  readonly target: ShownLine | null;
  /** Both are there, and their amount or VAT rate is not the same. */
  readonly differs: boolean;
}

/** What of a document's lines is kept with the activity, beside the body that was sent: that one is in the target's words. */
export type KeptLine = Pick<
  DocumentLine,
  'kind' | 'description' | 'sku' | 'quantity' | 'unitPrice' | 'vatRate'
>;

export function keptLines(lines: readonly DocumentLine[]): KeptLine[] {
  return lines.map(({ kind, description, sku, quantity, unitPrice, vatRate }) => ({
    ...{ kind, description, quantity, unitPrice, vatRate },
    ...(sku === undefined ? {} : { sku }),
  }));
}

const kept = z.array(
  z.object({
    kind: z.enum(['item', 'shipping', 'discount', 'fee', 'rounding']),
    description: z.string(),
    sku: z.string().optional(),
    ...{ quantity: decimal, unitPrice: decimal, vatRate: decimal },
  }),
);

/**
 * The lines of an order beside those of its document, both as they were kept. Discounts stand as the document has them: by themselves, or
 * taken off the lines. A line is paired with one of its kind that comes to the same, first of all one with its SKU; what is left is
 * paired in turn where as many are left on both sides. Lines that add others up, and rounding, stand alone. Null where the order,
 * or the document, is not there or was cut.
 */
export function pairedLines(source: unknown, lines: unknown): PairedLine[] | null {
  const order = orderRecord.safeParse(source);
  const document = kept.safeParse(lines);
  if (!order.success || !document.success) return null;
  const shown = document.data.map(asShown);
  const apart = paired(byThemselves(order.data), shown);
  const spread = paired(takenOff(order.data), shown);
  return equal(spread) > equal(apart) ? spread : apart;
}

function paired(own: readonly ShownLine[], lines: readonly ShownLine[]): PairedLine[] {
  const left = [...lines];
  const take = (fits: (line: ShownLine) => boolean): ShownLine | null => {
    const at = left.findIndex(fits);
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  };
  const pairs = own.map((line) => ({
    line,
    target:
      take((each) => isAlike(each, line) && each.sku !== null && each.sku === line.sku) ??
      take((each) => isAlike(each, line)),
  }));
  for (const kind of ['item', 'shipping', 'fee', 'discount'] as const) {
    const alone = pairs.filter(({ line, target }) => line.kind === kind && target === null);
    if (alone.length !== left.filter((each) => each.kind === kind).length) continue;
    for (const each of alone) each.target = take((line) => line.kind === kind);
  }
  return [
    ...pairs.map(({ line, target }) => ({
      source: line,
      target,
      differs: target !== null && !isAlike(line, target),
    })),
    ...left.map((target) => ({ source: null, target, differs: false })),
  ];
}

function equal(pairs: readonly PairedLine[]): number {
  return pairs.filter(({ source, target, differs }) => source !== null && target !== null && !differs).length;
}

function byThemselves(order: Order): ShownLine[] {
  return [...items(order), ...discountsOf(allDiscounts(order)), ...charges(order)];
}

function takenOff(order: Order): ShownLine[] {
  return [
    ...items(order, spreadDiscounts(order)),
    ...discountsOf(unspreadDiscounts(order)),
    ...charges(order),
  ];
}

function items({ lines }: Order, reductions: readonly Big[] = []): ShownLine[] {
  return lines.map(({ name, sku, quantity, unitPrice, vatRate }, index) => ({
    kind: 'item',
    ...{ name, sku: sku ?? null, quantity: plain(quantity), vatRate: plain(vatRate) },
    amount: normalise(
      big(quantity)
        .times(unitPrice)
        .minus(reductions[index] ?? '0'),
    ),
  }));
}

function discountsOf(discounts: readonly RateAmount[]): ShownLine[] {
  return byRate(discounts)
    .filter(({ amount }) => !amount.eq(0))
    .map(({ rate, amount }) => ({
      kind: 'discount',
      ...{ name: '', sku: null, quantity: '1', vatRate: plain(rate) },
      amount: normalise(amount.neg()),
    }));
}

function charges({ shipping, fees }: Order): ShownLine[] {
  const shown =
    (kind: 'shipping' | 'fee') =>
    ({ description, amount, vatRate }: Charge): ShownLine => ({
      ...{ kind, name: description ?? '', sku: null, quantity: '1' },
      ...{ amount: plain(amount), vatRate: plain(vatRate) },
    });
  return [...shipping.map(shown('shipping')), ...fees.map(shown('fee'))];
}

function asShown({ kind, description: name, sku, quantity, unitPrice, vatRate }: KeptLine): ShownLine {
  return {
    ...{ kind, name, sku: sku ?? null, quantity: plain(quantity), vatRate: plain(vatRate) },
    amount: normalise(big(quantity).times(unitPrice)),
  };
}

/** A price that does not come out even is written as one piece: how many there are tells nothing. */
function isAlike(one: ShownLine, other: ShownLine): boolean {
  return one.kind === other.kind && one.amount === other.amount && one.vatRate === other.vatRate;
}

function plain(value: Decimal): Decimal {
  return normalise(big(value));
}
