/** The catalogue as Shopify can hold it. */
import type { Catalogue, CatalogueProduct } from '../../../sandbox/kit/catalogue/catalogue.ts';

/**
 * A short text has no place in Shopify, nor has a rate of VAT. A product with variants has no barcode itself, and no weight: what it has is that
 * of its variants.
 */
export function asInShopify({ categories, products }: Catalogue): Catalogue {
  return {
    categories,
    products: products.map(({ shortDescription: _, ...each }) => ({
      ...(each.variants.length > 0 ? atVariants(each) : each),
      vat: each.vat === 'none' ? 'none' : 'standard',
    })),
  };
}

function atVariants({ gtin: _, weightKg, ...product }: CatalogueProduct): CatalogueProduct {
  const variants = product.variants.map((each) => ({
    ...(weightKg === undefined ? {} : { weightKg }),
    ...each,
  }));
  return { ...product, variants };
}

/** Nor has it a SKU: by their keys, those of products with variants. */
export function skusOfGroups(
  { products }: Catalogue,
  skuOf: (place: number) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    products.flatMap(({ key, variants }, place) => (variants.length > 0 ? [[key, skuOf(place)]] : [])),
  );
}

/** Collections have no parent: the path of a category is the title of its own. */
export function flat({ categories, products }: Catalogue): Catalogue {
  const titles = new Map<string, string>();
  for (const { key, parent, name } of categories)
    titles.set(key, parent === null ? name : `${titles.get(parent)} > ${name}`);
  return {
    categories: categories.map((each) => ({ ...each, parent: null, name: titles.get(each.key) ?? '' })),
    products,
  };
}
