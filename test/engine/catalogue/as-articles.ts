import type { Catalogue } from '../../../sandbox/kit/catalogue/catalogue.ts';

/** What an article of MijnWebwinkel has no place for is not there: a brand, words of a picture, a rate of its own, and a switch outside of categories. */
export function asArticles({ categories, products }: Catalogue): Catalogue {
  return {
    categories,
    products: products.map(({ brand: _brand, ...each }) => ({
      ...each,
      vat: each.vat === 'none' ? 'none' : 'standard',
      active: each.active || each.categories.length === 0,
      pictures: each.pictures.map(({ fileName }) => ({ fileName, alt: '' })),
    })),
  };
}
