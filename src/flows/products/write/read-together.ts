/** Products whose prices were written together are read back together: one by one they would cost more than their writing. */
import { Problem } from '../../../records/problem.ts';
import type { Product } from '../../../records/product.ts';
import type { Context, Reverse } from '../endpoints.ts';
import { isEqual } from '../plan/compare.ts';
import type { SentPrices } from './prices.ts';

/** As they stand in the target now, by its ids. One that is left out is read by itself. */
export async function readTogether(
  { target: { api } }: Context,
  reverse: Reverse | null,
  prices: SentPrices,
): Promise<ReadonlyMap<string, Product>> {
  const source = reverse?.endpoints.source;
  const written = new Map(
    [...prices].flatMap(([{ standing, changes }, outcome]) =>
      outcome === 'written' ? [[standing.id, changes.fields.price] as const] : [],
    ),
  );
  if (source?.getMany === undefined || written.size === 0) return new Map();
  try {
    const read = await source.getMany(api, [...written.keys()]);
    // A list may show for a while what stood there before.
    return new Map([...read].filter(([id, { price }]) => isEqual(written.get(id), price, 'price')));
  } catch (error) {
    // They are written: whatever cannot be read back of them is told of each.
    if (error instanceof Problem) return new Map();
    throw error;
  }
}
