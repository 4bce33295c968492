import type { ProductView, VariantView } from '../../../sandbox/kit/catalogue/merchandise.ts';

/** What a product of the master is to be in the follower: one product, or one for each variant where products have none there. */
export function asKeptThere(product: ProductView, groupsVariants: boolean): readonly ProductView[] {
  if (groupsVariants || product.variants.length === 0) return [product];
  return product.variants.map((variant) => variantAsProduct(product, variant));
}

/** The one with the same SKU. In a shop where a product with variants has none, it is known by theirs. */
export function counterpartOf(
  { sku, variants }: ProductView,
  among: readonly ProductView[],
): ProductView | undefined {
  const isSame = (each: ProductView) => sku !== null && each.sku === sku;
  const isKnownByVariants = (each: ProductView) =>
    (sku === null || each.sku === null) && each.variants.some((own) => hasSku(variants, own.sku));
  return among.find(isSame) ?? among.find(isKnownByVariants);
}

function hasSku(variants: readonly VariantView[], sku: string | null): boolean {
  return sku !== null && variants.some((each) => each.sku === sku);
}

/** Named after its options. */
function variantAsProduct(product: ProductView, { sku, options, price, pieces }: VariantView): ProductView {
  const name = [product.name, ...Object.values(options)].join(', ');
  return { ...product, sku, name, price, pieces, variants: [] };
}
