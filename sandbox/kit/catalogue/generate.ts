import { z } from 'zod';
import { chance, pick, seededRandom, whole } from '../random.ts';
import type { Catalogue, CatalogueCategory, CatalogueProduct } from './catalogue.ts';
import { categories } from './categories.ts';
import { eanOf, picturesOf, product, variantsOf } from './product.ts';
import { seedCatalogue } from './seed.ts';
import { soldArticles } from './sold-articles.ts';

/** Which catalogue a shop gets. */
export const cataloguePlan = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('seed') }),
  z.strictObject({
    kind: z.literal('generated'),
    products: z.number().int().positive().max(50_000),
    /** The same number makes the same catalogue. */
    seed: z.number().int().nonnegative().default(1),
    /** The part of the products that have three variants, from 0 to 1. */
    variants: z.number().min(0).max(1).default(0.2),
    /** How many of the products are articles that orders sell; as many as there are when left out. */
    sold: z.number().int().nonnegative().optional(),
    /** How many categories there are, parents first; all when left out. A product whose category is not there is in none. */
    categories: z.number().int().nonnegative().optional(),
  }),
]);

export type CataloguePlan = z.infer<typeof cataloguePlan>;

const size = { name: 'Maat', values: ['S', 'M', 'L'] };
const leaves: readonly CatalogueCategory[] = categories.filter(({ active }) => active);

export function catalogueOf(plan: CataloguePlan): Catalogue {
  if (plan.kind === 'seed') return seedCatalogue;
  const { products, seed, variants, sold = soldArticles.length } = plan;
  const kept = plan.categories === undefined ? categories : categories.slice(0, plan.categories);
  return { categories: kept, products: generatedProducts(products, { seed, variants, sold, from: kept }) };
}

/** So many plain products with unique SKUs (`G-000017`); the first ones are the articles that orders sell. */
export function generatedCatalogue(products: number, seed = 1, variants = 0.2): Catalogue {
  const all = { seed, variants, sold: soldArticles.length, from: categories };
  return { categories, products: generatedProducts(products, all) };
}

interface Making {
  readonly seed: number;
  readonly variants: number;
  readonly sold: number;
  /** The categories that there are. */
  readonly from: readonly CatalogueCategory[];
}

function generatedProducts(count: number, { seed, variants, sold, from }: Making): CatalogueProduct[] {
  const random = seededRandom(seed);
  const articles = soldArticles.slice(0, Math.min(sold, count));
  const made = Array.from({ length: count - articles.length }, (_, index) =>
    madeUp(random, index + 1, variants),
  );
  const keys = new Set(from.map(({ key }) => key));
  return [...articles, ...made].map((each) =>
    from === categories ? each : { ...each, categories: each.categories.filter((key) => keys.has(key)) },
  );
}

function madeUp(random: () => number, number: number, variants: number): CatalogueProduct {
  const sku = `G-${String(number).padStart(6, '0')}`;
  const key = sku.toLowerCase();
  const name = `Artikel ${number}`;
  const hasVariants = chance(random, variants);
  const category = leaves[whole(random, 0, leaves.length - 1)]?.key;
  return product(
    key,
    sku,
    name,
    (whole(random, 95, 9995) / 100).toFixed(2),
    category === undefined ? [] : [category],
    {
      description: `<p>${name}</p>`,
      vat: pick(random, ['standard', 'standard', 'reduced']),
      gtin: eanOf(100_000_000 + number),
      pieces: whole(random, 0, 500),
      options: hasVariants ? [size] : [],
      variants: hasVariants ? variantsOf(sku, [size], () => whole(random, 0, 200)) : [],
      pictures: picturesOf(key, name, 1),
    },
  );
}
