import { type big, sum } from '../../records/money.ts';
import type { OrderLine } from '../../records/order.ts';
import { Problem } from '../../records/problem.ts';
import type { OrderUnderWay } from '../bulk.ts';
import { skuKeyOf } from '../sku-key.ts';
import type { Context } from './work.ts';

type Sold = Pick<OrderLine, 'sku' | 'quantity'>;

/** Pieces by the target's SKU key. */
export type Pieces = ReadonlyMap<string, ReturnType<typeof big>>;

/** Orders of the target that the source may not know of. */
export interface UnderWay {
  readonly ids: ReadonlySet<string>;
  readonly pieces: Pieces;
}

export const nothingUnderWay: UnderWay = { ids: new Set(), pieces: new Map() };

/**
 * Adds what these orders have sold to what was read before, less what was booked of each: every order is read once. One that arrives
 * meanwhile still counts: a level is rather too low until its SKUs are looked at again than too high.
 */
export async function withOrders(
  context: Context,
  before: UnderWay,
  orders: readonly OrderUnderWay[],
): Promise<UnderWay> {
  const { api, connector } = context.target;
  const source = connector.orders?.source;
  if (source === undefined) return before;
  const skuKey = skuKeyOf(connector);
  const ids = new Set(before.ids);
  const pieces = new Map(before.pieces);
  for (const { id, booked } of orders) {
    if (ids.has(id)) continue;
    ids.add(id);
    const order = await unlessRejected(source.get(api, id));
    if (order === null || order.cancelled) continue;
    const skus = new Set(order.lines.flatMap(({ sku }) => (sku ? [skuKey(sku)] : [])));
    for (const sku of skus) {
      const more = piecesOf(sku, order.lines, skuKey).minus(piecesOf(sku, booked, skuKey));
      if (more.gt(0)) pieces.set(sku, more.plus(pieces.get(sku) ?? '0'));
    }
  }
  return { ids, pieces };
}

/** How many of them are of what the target takes for this SKU. */
export function piecesOf(
  sku: string,
  sold: readonly Sold[],
  skuKey: (sku: string) => string,
): ReturnType<typeof big> {
  const own = sold.filter((each) => each.sku !== undefined && skuKey(each.sku) === skuKey(sku));
  return sum(own.map(({ quantity }) => quantity));
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
