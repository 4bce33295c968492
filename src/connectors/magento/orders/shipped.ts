import { z } from 'zod';
import { big, sum } from '../../../records/money.ts';
import { flag, text } from '../../wire/fields.ts';
import { amount } from '../fields.ts';

export const shippedRowWire = z.object({
  parent_item_id: text,
  is_virtual: flag.catch(undefined),
  qty_ordered: amount,
  qty_shipped: amount,
  qty_refunded: amount,
  qty_canceled: amount,
});

interface Shippable {
  readonly state?: string | undefined;
  readonly items: readonly z.infer<typeof shippedRowWire>[];
}

/**
 * Whether nothing is left to be sent: the state says so (sheet 7.6), or every row does that something can be sent of. Children go
 * with their parent.
 */
export function isShipped({ state, items }: Shippable): boolean {
  if (state === 'complete') return true;
  const rows = items.filter((row) => row.parent_item_id === undefined && row.is_virtual !== true);
  const sent = rows.filter(({ qty_shipped }) => big(qty_shipped ?? '0').gt(0));
  return sent.length > 0 && rows.every((row) => leftOf(row).lte(0));
}

function leftOf(row: Shippable['items'][number]) {
  const gone = [row.qty_shipped, row.qty_refunded, row.qty_canceled];
  return big(row.qty_ordered ?? '0').minus(sum(gone.map((each) => each ?? '0')));
}
