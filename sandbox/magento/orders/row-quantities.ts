/** What is left to do with the rows of an order (sheet 7.6). */
import type Big from 'big.js';
import { type JsonObject, objectsIn } from '../../kit/json.ts';
import { notBelowZero, smallest, zero } from '../../kit/money/cents.ts';
import { amountIn } from '../amounts.ts';

export function rowsOf(order: JsonObject): JsonObject[] {
  return objectsIn(order.items);
}

export function parentOf(order: JsonObject, row: JsonObject): JsonObject | undefined {
  const id = row.parent_item_id;
  return typeof id === 'number' ? rowsOf(order).find((each) => each.item_id === id) : undefined;
}

export function childrenOf(order: JsonObject, row: JsonObject): JsonObject[] {
  return rowsOf(order).filter((each) => each.parent_item_id === row.item_id && row.item_id !== undefined);
}

/** Whether a row has no amounts of its own, because its parent or its children have them. */
export function isDummy(order: JsonObject, row: JsonObject): boolean {
  const parent = parentOf(order, row);
  if (parent !== undefined) return !childrenCarryThePrice(parent);
  return childrenCarryThePrice(row) && childrenOf(order, row).length > 0;
}

/** Whether a bundle's price is the sum of its parts' prices. No field of the API says so. */
export function childrenCarryThePrice(row: JsonObject): boolean {
  return row.children_calculated === 1;
}

/** Parents are shipped with all that belongs to them. */
export function isShippedWithParent(order: JsonObject, row: JsonObject): boolean {
  return parentOf(order, row) !== undefined;
}

export function toInvoice(order: JsonObject, row: JsonObject): Big {
  if (isDummy(order, row)) return zero;
  return notBelowZero(left(row, 'qty_invoiced', 'qty_canceled'));
}

export function toShip(order: JsonObject, row: JsonObject): Big {
  if (isShippedWithParent(order, row) || row.is_virtual === 1) return zero;
  return notBelowZero(left(row, 'qty_shipped', 'qty_refunded', 'qty_canceled'));
}

export function toRefund(order: JsonObject, row: JsonObject): Big {
  if (isDummy(order, row)) return zero;
  return notBelowZero(amountIn(row, 'qty_invoiced').minus(amountIn(row, 'qty_refunded')));
}

/** For rows that are not shipped separately only the invoices count. */
export function toCancel(order: JsonObject, row: JsonObject): Big {
  const uninvoiced = toInvoice(order, row);
  const byShipment = row.is_virtual !== 1 && !isShippedWithParent(order, row);
  return byShipment ? smallest(uninvoiced, toShip(order, row)) : uninvoiced;
}

function left(row: JsonObject, ...taken: string[]): Big {
  return taken.reduce((rest, name) => rest.minus(amountIn(row, name)), amountIn(row, 'qty_ordered'));
}
