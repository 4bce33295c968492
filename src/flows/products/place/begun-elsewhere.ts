/** SKUs under which products were begun: what may still come to stand there, and whose that is which stands there and no link leads to. */
import type { ProductTarget, SkuPlace } from '../../../connectors/contract/products.ts';
import { problem } from '../../../records/problem.ts';
import type { BegunProduct } from '../../bulk.ts';
import type { Context } from '../endpoints.ts';
import { openUntil } from '../open-until.ts';
import type { Unit } from '../units.ts';
import { labelOf } from './label.ts';
import type { OwnSku } from './source-skus.ts';

/** A product that may still come to stand under this SKU, and when that is looked for again, in epoch milliseconds. */
export interface StillOpen extends Pick<BegunProduct, 'key' | 'own' | 'sku'> {
  readonly retryAt: number;
}

export function stillOpen(context: Context, begun: readonly BegunProduct[]): readonly StillOpen[] {
  return begun.flatMap(({ at, ...each }) => {
    const retryAt = openUntil(context, at);
    return retryAt === null ? [] : [{ ...each, retryAt }];
  });
}

/**
 * A SKU under which another product may still come to stand is nobody else's before that is sure: there would be two of it, or the one
 * would be written over the other. Throws a `wait` problem.
 */
export function checkBegun(
  unit: Pick<Unit, 'key'>,
  skus: readonly OwnSku[],
  target: ProductTarget,
  open: readonly StillOpen[],
): void {
  const all = skus.map(({ sku }) => sku);
  const other = openUnder(unit, all, target, open);
  if (other !== undefined) throw problem('wait', 'outcome_unknown', {}, { retryAt: other.retryAt });
}

/** Another product that may still come to stand under one of these SKUs. */
export function openUnder(
  { key }: Pick<Unit, 'key'>,
  skus: readonly string[],
  { skuKey }: ProductTarget,
  open: readonly StillOpen[],
): StillOpen | undefined {
  const keys = new Set(skus.map(skuKey));
  return open.find((each) => !(each.own && each.key === key) && keys.has(skuKey(each.sku)));
}

/** A product of the source that was begun under this SKU: `label` as parts are named. */
export interface Beginner extends Pick<BegunProduct, 'key' | 'sku' | 'at'> {
  readonly label: string;
}

/** Those of the source, of the batch and of all others. */
export function beginnersOf(units: readonly Unit[], begun: readonly BegunProduct[]): readonly Beginner[] {
  const inBatch = new Set(units.map(({ key }) => key));
  return [
    ...units.flatMap((unit) =>
      unit.begun?.product ? [{ ...unit.begun.product, key: unit.key, label: labelOf(unit) }] : [],
    ),
    ...begun.filter(({ own, key }) => own && !inBatch.has(key)).map((each) => ({ ...each, label: each.key })),
  ];
}

/** Who has made what stands there, by the target's id. Of several that were begun under a SKU it is the last: of the others nothing came. */
export function madeBy(
  beginners: readonly Beginner[],
  places: ReadonlyMap<string, readonly SkuPlace[]>,
  { skuKey }: ProductTarget,
): ReadonlyMap<string, Beginner> {
  const last = new Map<string, Beginner>();
  for (const each of [...beginners].sort((a, b) => a.at - b.at)) last.set(skuKey(each.sku), each);
  const found = new Map<string, Beginner>();
  for (const { sku, productId, variantId } of [...places.values()].flat()) {
    const maker = variantId === null ? last.get(skuKey(sku)) : undefined;
    if (maker !== undefined) found.set(productId, maker);
  }
  return found;
}
