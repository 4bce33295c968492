import type { OrderSource } from '../../connectors/contract/source.ts';
import { type big, sum } from '../../records/money.ts';
import type { Order, OrderLine } from '../../records/order.ts';
import { Problem } from '../../records/problem.ts';
import type { OrderUnderWay } from '../bulk.ts';
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
 * Adds what these orders have sold to what was read before, less what was booked of each: every order is read once. One that arrives
 * meanwhile still counts: a level is rather too low until its SKUs are looked at again than too high.
 */
export async function withOrders(
  context: Context,
  before: UnderWay,
  orders: readonly OrderUnderWay[],
): Promise<UnderWay> {
  const source = context.target.connector.orders?.source;
  const fresh = new Map(orders.filter(({ id }) => !before.ids.has(id)).map(({ id, booked }) => [id, booked]));
  if (source === undefined || fresh.size === 0) return before;
  const skuKey = skuKeyOf(context.target.connector);
  const pieces = new Map(before.pieces);
  for (const [id, { cancelled, lines }] of await readOrders(context, source, [...fresh.keys()])) {
    if (cancelled) continue;
    const booked = bySku(fresh.get(id) ?? [], skuKey);
    for (const [sku, sold] of bySku(lines, skuKey)) {
      const more = sold.minus(booked.get(sku) ?? '0');
      if (more.gt(0)) pieces.set(sku, more.plus(pieces.get(sku) ?? '0'));
    }
  }
  return { ids: new Set([...before.ids, ...fresh.keys()]), pieces };
}

function bySku(
  lines: readonly Pick<OrderLine, 'sku' | 'quantity'>[],
  skuKey: (sku: string) => string,
): Pieces {
  const pieces = new Map<string, ReturnType<typeof big>>();
  for (const { sku, quantity } of lines) {
    if (sku === undefined || sku === '') continue;
    pieces.set(skuKey(sku), sum([pieces.get(skuKey(sku)) ?? '0', quantity]));
  }
  return pieces;
}

/** By id. */
async function readOrders(
  context: Context,
  source: OrderSource,
  ids: readonly string[],
): Promise<Iterable<readonly [string, Order]>> {
  const { api } = context.target;
  if (source.getMany) {
    const many = await unlessRejected(source.getMany(api, ids));
    if (many !== null) return many;
  }
  const orders: [string, Order][] = [];
  for (const id of ids) {
    const order = await unlessRejected(source.get(api, id));
    if (order !== null) orders.push([id, order]);
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
