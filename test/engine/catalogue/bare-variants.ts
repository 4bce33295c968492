/** The catalogue as a shop holds it whose variants are what can be chosen of a product, and have nothing of their own but pieces. */
import type {
  Catalogue,
  CatalogueProduct,
  CatalogueVariant,
} from '../../../sandbox/kit/catalogue/catalogue.ts';

export function withBareVariants({ categories, products }: Catalogue): Catalogue {
  return { categories, products: products.map((each) => ({ ...each, variants: variantsOf(each) })) };
}

/** One of every combination, also where the catalogue has none; it goes by the product's SKU and what was chosen, in the order of the alphabet. */
function variantsOf({ sku, options, variants }: CatalogueProduct): CatalogueVariant[] {
  if (variants.length === 0) return [];
  const combinations = options.reduce<Record<string, string>[]>(
    (sofar, { name, values }) => sofar.flatMap((each) => values.map((value) => ({ ...each, [name]: value }))),
    [{}],
  );
  return combinations.map((chosen) => {
    const own = variants.find((each) => options.every(({ name }) => each.options[name] === chosen[name]));
    return {
      sku: [sku, ...Object.values(chosen).toSorted()].join('-'),
      options: chosen,
      active: true,
      pieces: own?.active ? own.pieces : 0,
      // A choice adds to the price; where two of them make it up, an own price is none of theirs.
      ...(own?.price === undefined || options.length > 1 ? {} : { price: own.price }),
    };
  });
}
