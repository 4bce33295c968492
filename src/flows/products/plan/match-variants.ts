import type { ProductTarget } from '../../../connectors/contract/products.ts';
import type { Product, Variant } from '../../../records/product.ts';
import type { VariantFacts } from '../../links.ts';
import type { VariantSaying } from '../saying/variants.ts';
import { isEqual } from './compare.ts';

/** A variant of the source, and the one of the target that it is. */
export interface Matched {
  readonly saying: VariantSaying;
  readonly there: Variant | null;
  /** It was linked to one that is not there any more. */
  readonly isLost: boolean;
}

/**
 * Matches by what is linked: by its id or, where the target gave it a new one, by the SKU that it was known under. Else by the SKU, else by
 * equal options. Each of the target's is one of the source's at most. Two that have SKUs of their own are not the same, unless Koppel made
 * the one there (`isOwn`): of its options there is no second one.
 */
export function matchVariants(
  sayings: readonly VariantSaying[],
  { variants: standing = [] }: Product,
  facts: Readonly<Record<string, VariantFacts>>,
  { skuKey }: Pick<ProductTarget, 'skuKey'>,
  isOwn: (id: string) => boolean,
): readonly Matched[] {
  const free = new Map(standing.map((variant) => [variant.id, variant]));
  const found = new Map<VariantSaying, Variant>();
  const take = (saying: VariantSaying, variant: Variant | undefined) => {
    if (variant === undefined || found.has(saying)) return;
    found.set(saying, variant);
    free.delete(variant.id);
  };
  for (const saying of sayings) take(saying, free.get(facts[saying.draft.sourceId]?.id ?? ''));
  const bySku = new Map(
    [...free.values()].flatMap((each) => (each.sku ? [[skuKey(each.sku), each.id]] : [])),
  );
  const takeBySku = (saying: VariantSaying, sku: string | undefined) => {
    // A blank one names nobody.
    if (sku !== undefined && sku.trim() !== '') take(saying, free.get(bySku.get(skuKey(sku)) ?? ''));
  };
  for (const saying of sayings) takeBySku(saying, facts[saying.draft.sourceId]?.sku);
  for (const saying of sayings) takeBySku(saying, saying.draft.sku);
  for (const saying of sayings) {
    const { options, sku } = saying.draft;
    const fits = (each: Variant) => !(sku && each.sku && !isOwn(each.id)) && isEqual(options, each.options);
    if (!found.has(saying)) take(saying, [...free.values()].find(fits));
  }
  return sayings.map((saying) => {
    const there = found.get(saying) ?? null;
    return { saying, there, isLost: there === null && facts[saying.draft.sourceId] !== undefined };
  });
}
