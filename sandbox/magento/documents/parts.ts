/** Which part of an order an invoice or credit memo takes, row by row and for the shipping (sheet 8.1 to 8.3). */
import type Big from 'big.js';
import type { JsonObject } from '../../kit/json.ts';
import { cents, zero } from '../../kit/money/cents.ts';
import { amountIn, type Currency } from '../amounts.ts';
import { childrenOf, isDummy, parentOf, rowsOf } from '../orders/row-quantities.ts';

export type Step = 'invoiced' | 'refunded';

/** A column of the order's row, and what of it earlier documents took. The last two have no field in the API. */
const rowColumns = [
  { name: 'row_total', invoiced: 'row_invoiced', refunded: 'amount_refunded' },
  { name: 'tax_amount', invoiced: 'tax_invoiced', refunded: 'tax_refunded' },
  { name: 'discount_amount', invoiced: 'discount_invoiced', refunded: 'discount_refunded' },
  {
    name: 'discount_tax_compensation_amount',
    invoiced: 'discount_tax_compensation_invoiced',
    refunded: 'discount_tax_compensation_refunded',
  },
  { name: 'row_total_incl_tax', invoiced: 'row_incl_tax_invoiced', refunded: 'row_incl_tax_refunded' },
  { name: 'weee_tax_applied_row_amount', invoiced: 'weee_row_invoiced', refunded: 'weee_row_refunded' },
] as const;

export type RowAmount = (typeof rowColumns)[number]['name'];
export type RowAmounts = Readonly<Record<RowAmount, Big>>;

export interface RowPart {
  readonly row: JsonObject;
  readonly quantity: Big;
  /** False for a row whose parent or children carry the money. */
  readonly counts: boolean;
}

/**
 * The rows with their quantities; all that is left when no quantities are asked. Rows that do not count accompany those
 * that do.
 */
export function partsOf(
  order: JsonObject,
  asked: ReadonlyMap<number, Big> | null,
  left: (row: JsonObject) => Big,
): RowPart[] {
  const quantityOf = (row: JsonObject) =>
    asked === null ? left(row) : (asked.get(Number(row.item_id)) ?? zero);
  return rowsOf(order)
    .map((row): RowPart => {
      if (!isDummy(order, row)) return { row, quantity: quantityOf(row), counts: true };
      const parent = parentOf(order, row);
      const kin = parent === undefined ? childrenOf(order, row) : [parent];
      const shares = kin.map((each) => inStep(row, each, quantityOf(each)));
      const quantity = shares.reduce((max, share) => (share.gt(max) ? share : max), zero);
      return { row, quantity, counts: false };
    })
    .filter(({ quantity }) => quantity.gt(0));
}

/** The amounts of a counting row in the document. The last part takes what is left, so that nothing is lost. */
export function amountsOf({ row, quantity }: RowPart, step: Step, currency: Currency): RowAmounts {
  const refund = step === 'refunded';
  const whole = amountIn(row, refund ? 'qty_invoiced' : 'qty_ordered');
  const done = amountIn(row, refund ? 'qty_refunded' : 'qty_invoiced');
  const gone = refund ? zero : amountIn(row, 'qty_canceled');
  const last = quantity.gte(whole.minus(done).minus(gone)) && gone.eq(0);
  const amounts = rowColumns.map((column) => {
    const total = amountIn(row, refund ? column.invoiced : column.name, currency);
    const taken = amountIn(row, refund ? column.refunded : column.invoiced, currency);
    const part = last || whole.eq(0) ? total.minus(taken) : cents(total.times(quantity).div(whole));
    return [column.name, part] as const;
  });
  return Object.fromEntries(amounts) as Record<RowAmount, Big>;
}

export function doneColumn(name: RowAmount, step: Step): string {
  return rowColumns.find((column) => column.name === name)?.[step] ?? name;
}

export const rowAmountNames: readonly RowAmount[] = rowColumns.map(({ name }) => name);

/** The quantity of a row that belongs to a quantity of its parent or child. */
function inStep(row: JsonObject, kin: JsonObject, quantity: Big): Big {
  const ordered = amountIn(kin, 'qty_ordered');
  return ordered.eq(0) ? zero : amountIn(row, 'qty_ordered').times(quantity).div(ordered).round(4);
}
