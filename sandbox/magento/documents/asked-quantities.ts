import Big from 'big.js';
import { type JsonObject, objectsIn } from '../../kit/json.ts';
import { amountOf } from '../amounts.ts';
import { rowsOf } from '../orders/row-quantities.ts';

/** Quantities by row of the order. Returns null, which means all that is left, when the body names none (sheet 8.1). */
export function askedQuantities(body: JsonObject): Map<number, Big> | null {
  const items = objectsIn(body.items);
  if (items.length === 0) return null;
  const asked = new Map<number, Big>();
  for (const item of items) {
    const id = Number(item.order_item_id);
    asked.set(id, (asked.get(id) ?? Big(0)).plus(amountOf(item.qty)));
  }
  return asked;
}

/** The SKU of a row, or nothing when the order has no such row. */
export function skuOf(order: JsonObject, itemId: number): string | undefined {
  const row = rowsOf(order).find((each) => each.item_id === itemId);
  return row === undefined ? undefined : String(row.sku);
}

/** The SKUs of the rows of which more is asked than is left. */
export function excessive(
  order: JsonObject,
  asked: ReadonlyMap<number, Big> | null,
  left: (row: JsonObject) => Big,
): string[] {
  if (asked === null) return [];
  return rowsOf(order).flatMap((row) => {
    const quantity = asked.get(Number(row.item_id));
    return quantity?.gt(left(row)) ? [String(row.sku)] : [];
  });
}

export function foreignRows(order: JsonObject, asked: ReadonlyMap<number, Big> | null): number[] {
  return [...(asked ?? new Map<number, Big>()).keys()].filter((id) => skuOf(order, id) === undefined);
}
