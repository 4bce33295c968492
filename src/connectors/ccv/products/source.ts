import { z } from 'zod';
import type { ProductSource } from '../../contract/products.ts';
import type { SnapshotRow } from '../../contract/source.ts';
import { digest } from '../../wire/digest.ts';
import { needed, text } from '../../wire/fields.ts';
import { only } from '../../wire/objects.ts';
import { instant } from '../fields.ts';
import { findPlaces } from './places.ts';
import { readProperties } from './properties.ts';
import { combinationsOf, productList, readProduct } from './read.ts';
import { productFromWire } from './to-record.ts';
import { recentThenAll } from './walked.ts';

/** Little is asked of a row: one that cannot be read must not hold up all the others. */
const listed = z.looseObject({ id: needed(text), modifydate: instant.catch(undefined) });
type ListedWire = z.infer<typeof listed>;

/** What moves by itself, or is no part of the record: stock, what was sold, addresses with tokens, the time of change. */
const passing = [
  'stock',
  'amount_sold',
  'modifydate',
  'is_visible',
  'can_be_ordered',
  'credit_points_calculated',
];

const combination = z.looseObject({});

async function productRow(row: ListedWire): Promise<SnapshotRow> {
  const { attributecombinations, ...own } = row;
  const parts = z.object({ collection: z.array(combination) }).safeParse(attributecombinations);
  const variants = parts.data?.collection.map(({ stock: _, ...variant }) => variant);
  return {
    key: row.id,
    digest: await digest([only(own, (name) => !passing.includes(name)), variants ?? null]),
  };
}

export const productSource: ProductSource = {
  changes: recentThenAll((query) => productList(listed, query), productRow),

  async get(api, key) {
    const wire = await readProduct(api, key);
    if (wire === null) return null;
    const hasVariants = (wire.attributecombinations ?? []).length > 0;
    const attributecombinations = hasVariants
      ? await combinationsOf(api, wire.id, 'attributecombinationphotos')
      : [];
    return productFromWire({ ...wire, attributecombinations }, await readProperties(api), api.account);
  },

  find: findPlaces,
};
