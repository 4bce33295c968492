import type { OrderSource } from '../../connectors/contract/source.ts';
import { big, sum } from '../../records/money.ts';
import type { Order } from '../../records/order.ts';
import { Problem } from '../../records/problem.ts';
import { skuKeyOf } from '../sku-key.ts';
import type { Context } from './work.ts';

/** Pieces by the target's SKU key. */
export type Pieces = ReadonlyMap<string, ReturnType<typeof big>>;

/** Orders of the target that the source may not know of. */
export interface UnderWay {
  readonly ids: ReadonlySet<string>;
  readonly pieces: Pieces;
}

export const nothingUnderWay: UnderWay = { ids: new Set(), pieces: new Map() };

/**
 * Adds what these orders have sold to what was read before: each order is read once. One that arrives meanwhile still counts: a
 * level is rather too low until its SKUs are looked at again than too high.
 */
export async function withOrders(
  context: Context,
  before: UnderWay,
  ids: readonly string[],
): Promise<UnderWay> {
  const source = context.target.connector.orders?.source;
  const fresh = [...new Set(ids)].filter((id) => !before.ids.has(id));
  if (source === undefined || fresh.length === 0) return before;
  const skuKey = skuKeyOf(context.target.connector);
  const pieces = new Map(before.pieces);
  for (const { cancelled, lines } of await readOrders(context, source, fresh)) {
    if (cancelled) continue;
    for (const { sku, quantity } of lines) {
      if (sku === undefined || sku === '') continue;
      pieces.set(skuKey(sku), sum([pieces.get(skuKey(sku)) ?? big('0'), quantity]));
    }
  }
  return { ids: new Set([...before.ids, ...fresh]), pieces };
}

async function readOrders(context: Context, source: OrderSource, ids: readonly string[]): Promise<Order[]> {
  const { api } = context.target;
  if (source.getMany) {
    const many = await unlessRejected(source.getMany(api, ids));
    if (many !== null) return [...many.values()];
  }
  const orders: Order[] = [];
  for (const id of ids) {
    const order = await unlessRejected(source.get(api, id));
    if (order !== null) orders.push(order);
  }
  return orders;
}

/**
 * Null for an order that cannot be read: the orders flow parks and shows it. If it held up all levels, the last ones would be sold
 * for ever.
 */
async function unlessRejected<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Problem && error.kind === 'rejected') return null;
    throw error;
  }
}
