/** The catalogue as a shop without variants holds it: every variant is a product of its own, named after what was chosen. */
import type {
  Catalogue,
  CatalogueProduct,
  CatalogueVariant,
} from '../../../sandbox/kit/catalogue/catalogue.ts';

/** `variantSkus`: of variants that have none, by the key of their product. */
export function takenApart(
  { categories, products }: Catalogue,
  variantSkus: Readonly<Record<string, string>>,
): Catalogue {
  return {
    categories,
    products: products.flatMap((each) =>
      each.variants.length === 0
        ? [each]
        : each.variants.map((variant) => alone(each, variant, variantSkus[each.key] ?? null)),
    ),
  };
}

function alone(
  product: CatalogueProduct,
  variant: CatalogueVariant,
  otherwise: string | null,
): CatalogueProduct {
  const { gtin: _, ...shared } = product;
  const { sku, options, price = product.price, gtin, weightKg, active, pieces } = variant;
  return {
    ...shared,
    key: `${product.key} ${sku ?? otherwise}`,
    sku: sku ?? otherwise,
    name: [product.name, ...product.options.map(({ name }) => options[name])].join(', '),
    price,
    ...(gtin === undefined ? {} : { gtin }),
    ...(weightKg === undefined ? {} : { weightKg }),
    active: product.active && active,
    pieces,
    options: [],
    variants: [],
  };
}
