/** Which products and variants of the source have a SKU, in the eyes of the target. */
import type { ProductTarget } from '../../../connectors/contract/products.ts';
import { rejected } from '../../../records/problem.ts';
import type { Product } from '../../../records/product.ts';
import type { Context, Endpoints } from '../endpoints.ts';
import { withoutLateSkus } from '../late-work.ts';
import type { ProductsSettings } from '../settings.ts';
import type { Unit } from '../units.ts';

/** By the target's key of the SKU: the products that have it, variants as `product/variant`. */
export type SourceSkus = ReadonlyMap<string, ReadonlySet<string>>;

/** A SKU of a product, and who has it there. */
export interface OwnSku {
  readonly sku: string;
  readonly label: string;
  /** Of a variant its id; null: the product's. */
  readonly variantId: string | null;
}

/** The SKUs that a product has in the target: with `split` those of its variants alone. */
export function ownSkus({ id, sku, variants = [] }: Product, takesApart: boolean): readonly OwnSku[] {
  const own =
    sku?.trim() && !(takesApart && variants.length > 0) ? [{ sku, label: id, variantId: null }] : [];
  return [
    ...own,
    ...variants.flatMap((variant) =>
      variant.sku?.trim() ? [{ sku: variant.sku, label: `${id}/${variant.id}`, variantId: variant.id }] : [],
    ),
  ];
}

/** Looks all SKUs of the batch up at once. What was read in this run counts, and not what a search still says of it. */
export async function sourceSkus(
  { source }: Pick<Context, 'source'>,
  { source: from, target }: Endpoints,
  products: readonly Product[],
  { takesApart, wanted }: { readonly takesApart: boolean; readonly wanted: readonly string[] },
): Promise<SourceSkus> {
  const found = new Map<string, Set<string>>();
  const add = (sku: string, label: string) => {
    const key = target.skuKey(sku);
    found.set(key, (found.get(key) ?? new Set()).add(label));
  };
  for (const product of products) for (const { sku, label } of ownSkus(product, takesApart)) add(sku, label);
  if (wanted.length === 0) return found;
  const read = new Set(products.map(({ id }) => id));
  const places = await from.find(source.api, [...new Set(wanted.flatMap((sku) => spellings(target, sku)))]);
  for (const { sku, productId, variantId } of [...places.values()].flat()) {
    if (!read.has(productId)) add(sku, variantId === null ? productId : `${productId}/${variantId}`);
  }
  return found;
}

/** A source may tell apart what is one to the target: it is asked for the frequent ways of writing it. */
function spellings({ skuKey }: ProductTarget, sku: string): readonly string[] {
  const trimmed = sku.trim();
  const all = [trimmed, trimmed.toLowerCase(), trimmed.toUpperCase(), skuKey(sku)];
  return [sku, ...all.filter((each) => skuKey(each) === skuKey(sku))];
}

/** Those that no link knows, or knows otherwise: they alone may be another one's. With "createOnly" a linked one's never change. */
export function newSkus(
  { product, link }: Pick<Unit, 'product' | 'link'>,
  { skuKey }: ProductTarget,
  { fields }: ProductsSettings,
): readonly OwnSku[] {
  return ownSkus(product, false).filter(({ sku, variantId }) => {
    const known = variantId === null ? link?.facts.sku : link?.facts.variants[variantId]?.sku;
    return known === undefined || (fields.sku !== 'createOnly' && skuKey(known) !== skuKey(sku));
  });
}

/** Those too that a call which is done late may take from it, or has taken. */
export function looseSkus(
  { product, link }: Pick<Unit, 'product' | 'link'>,
  target: ProductTarget,
  settings: ProductsSettings,
): readonly OwnSku[] {
  return newSkus({ product, link: link && withoutLateSkus(link) }, target, settings);
}

/** Throws `sku_twice` where another product or variant of the source has a SKU of this one, which is no link's. */
export function checkSource(
  unit: Unit,
  skus: SourceSkus,
  target: ProductTarget,
  settings: ProductsSettings,
): void {
  for (const { sku } of newSkus(unit, target, settings)) {
    const places = [...(skus.get(target.skuKey(sku)) ?? [])];
    if (places.length > 1) throw rejected('sku_twice', { of: 'source', sku, places });
  }
}
