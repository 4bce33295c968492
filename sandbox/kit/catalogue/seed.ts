/** The catalogue of the shop that is played: 200 products, the same in every system and every run. */
import type { Catalogue } from './catalogue.ts';
import { categories } from './categories.ts';
import { edgeCases } from './edge-cases.ts';
import { plainProducts } from './ranges.ts';
import { soldArticles } from './sold-articles.ts';

export const seedCatalogue: Catalogue = {
  categories,
  products: [...soldArticles, ...edgeCases, ...plainProducts],
};
