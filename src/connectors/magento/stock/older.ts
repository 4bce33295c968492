import { big, normalise } from '../../../records/money.ts';
import type { StockLevel } from '../../../records/stock-level.ts';
import type { StockItem } from './stock-items.ts';

/** Without sources an order lowers the quantity at once: nothing is reserved beside it. */
export function olderLevel({ qty = '0', manage_stock: managed, min_qty: held = '0' }: StockItem): StockLevel {
  return {
    onHand: qty,
    available: normalise(big(qty).minus(held)),
    ...(managed === undefined ? {} : { managed }),
  };
}
