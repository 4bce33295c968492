import { expect, it } from 'vitest';
import type {
  ProductChanges,
  ProductPart,
  ProductTarget,
} from '../../../src/connectors/contract/products.ts';
import type { Candidate } from '../played.ts';
import { make, nothing } from './product-drafts.ts';

/** What is written of each part. */
const fields = {
  name: 'Anders',
  description: '<p>Anders</p>',
  price: '15',
  listPrice: '40',
  active: false,
  gtin: '4006381333931',
  brand: 'Nordwind',
} as const;

/**
 * An update that is done late is made of what was read before: what it brings back of other parts is only what the target says of them to go
 * together.
 */
export function lateUpdatesConform(candidate: Candidate, target: ProductTarget): void {
  const { attribute } = candidate;
  const parts: readonly ProductPart[] = [
    ...(Object.keys(fields) as (keyof typeof fields)[]),
    'categories',
    ...(attribute === undefined ? [] : (['attributes'] as const)),
  ];

  it.each(parts)('keeps what was written since an update of its %s that is done late', async (part) => {
    const { api, stand, update, merchant } = await make(candidate, target);
    const [first, second] = [await merchant.addCategory('Een'), await merchant.addCategory('Twee')];
    const { together = [], lacks } = target.traits(api.account);
    const changesOf = (names: readonly ProductPart[], category: string): Partial<ProductChanges> => ({
      fields: Object.fromEntries(
        Object.entries(fields).filter(
          ([name]) => names.includes(name as 'name') && !lacks?.has(name as 'name'),
        ),
      ),
      attributes:
        attribute !== undefined && names.includes('attributes')
          ? [{ name: attribute, values: ['Sri Lanka'] }]
          : [],
      categories: { add: names.includes('categories') ? [category] : [], remove: [] },
    });
    const read = await stand();
    await update(
      changesOf(
        parts.filter((each) => each !== part),
        first,
      ),
    );
    const written = await stand();
    await target.update(api, read, { ...nothing, ...changesOf([part], second) });
    const now = await stand();
    const along = together.filter((each) => each.includes(part)).flat();
    for (const other of parts.filter((each) => each !== part && !along.includes(each)))
      expect([other, now.product[other]]).toEqual([other, written.product[other]]);
  });
}
