import type Big from 'big.js';
import { big, type Decimal, normalise, roundTo, sum } from '../../../records/money.ts';
import { vatUpon } from '../../../records/vat.ts';
import type { RowWire } from './wire.ts';

/** A row that counts for money. */
export interface Row {
  readonly wire: RowWire;
  readonly rate: Decimal;
}

/**
 * The rows that are sold: parents without their children, save where a bundle's prices are its children's (sheet 7.7).
 * Children may show prices of their own that do not count, so parent and child are never both taken.
 */
export function soldRows(items: readonly RowWire[]): Row[] {
  const ids = new Set(items.map(({ item_id: id }) => id));
  const parents = items.filter(({ parent_item_id: id }) => id === undefined || !ids.has(id));
  return parents
    .flatMap((parent) => {
      const children = items.filter(
        (item) => item.parent_item_id !== undefined && item.parent_item_id === parent.item_id,
      );
      return isPricedByChildren(parent, children) ? children : [parent];
    })
    .map((wire) => ({ wire, rate: rateOf(wire) }));
}

function isPricedByChildren(parent: RowWire, children: readonly RowWire[]): boolean {
  if (parent.product_type !== 'bundle' || children.length === 0 || isPositive(parent.tax_percent))
    return false;
  if (children.some((child) => isPositive(child.tax_percent))) return true;
  // Nothing is taxed: then the amounts tell.
  const amounts = children.map(amountOf);
  return sum(amounts).gt(0) && sum(amounts).minus(amountOf(parent)).abs().lte('0.05');
}

function isPositive(percent: Decimal | undefined): boolean {
  return big(percent ?? '0').gt(0);
}

/** Without VAT, after its discount. */
export function netOf({ wire }: Row): Big {
  return afterDiscount(wire);
}

function afterDiscount(row: RowWire): Big {
  return amountOf(row)
    .minus(row.discount_amount ?? '0')
    .plus(row.discount_tax_compensation_amount ?? '0');
}

function amountOf(row: RowWire) {
  return big(row.price ?? '0').times(row.qty_ordered ?? '0');
}

/** Percent. A tax that is listed but not charged, though it would come to something, does not count. */
function rateOf(row: RowWire): Decimal {
  const net = afterDiscount(row);
  const tax = big(row.tax_amount ?? '0');
  const rate = big(row.tax_percent ?? '0');
  if (rate.eq(0)) return tax.eq(0) || net.eq(0) ? '0' : normalise(roundTo(tax.times(100).div(net), 0));
  return tax.eq(0) && roundTo(vatUpon(net, normalise(rate)), 2).gt('0.01') ? '0' : normalise(rate);
}
