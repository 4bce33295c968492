/** In which categories a product is: each a record of its own (sheet 6.9). */
import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { ProductChanges } from '../../contract/products.ts';
import type { Attempts } from '../../wire/attempts.ts';
import { make, remove } from '../calls.ts';
import type { ProductWire } from './wire.ts';

/** Returns whether all was done. What stands there is not made again. */
export async function placeInCategories(
  api: Api,
  { id, producttocategories: standing = [] }: Pick<ProductWire, 'id' | 'producttocategories'>,
  { add, remove: left }: ProductChanges['categories'],
  attempts: Attempts,
): Promise<boolean> {
  let areAllDone = true;
  for (const category of add) {
    if (standing.some(({ category_id }) => category_id === category)) continue;
    const body = { product_id: Number(id), category_id: Number(category) };
    areAllDone =
      (await attempts.did(() => make(api, path`/producttocategories/`, body, z.unknown()))) && areAllDone;
  }
  for (const link of standing.filter(({ category_id }) => left.includes(category_id)))
    areAllDone =
      (await attempts.did(() => remove(api, path`/producttocategories/${link.id}/`))) && areAllDone;
  return areAllDone;
}
