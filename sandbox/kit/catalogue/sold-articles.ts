/** The articles that the orders of the sandbox sell, as products: so a sale takes from their stock. */
import { giftCard, taxedArticles } from '../shop/articles.ts';
import type { Article } from '../shop/assortment.ts';
import type { CatalogueProduct } from './catalogue.ts';
import { eanOf, picturesOf, product, variantsOf } from './product.ts';

const placed: Readonly<Record<string, readonly string[]>> = {
  'MOK-EM': ['mokken', 'keuken'],
  'POT-GI': ['potten-ijzer'],
  ZEEF: ['keuken-gerei'],
  'KAARS-BW': ['wonen', 'cadeaus'],
  WEEG: ['keuken-gerei'],
  'BUS-WA': ['keuken-thee'],
  'TH-ASS': ['zwart-india'],
  'TH-SEN': ['groen-japan'],
  'TH-ROO': ['kruiden'],
  'HON-LI': ['lekkers'],
  STROOP: ['lekkers'],
  'BOEK-TH': ['boeken'],
  'GIFT-25': ['cadeaus-bonnen'],
};

const articles = new Map([...taxedArticles, giftCard].map((article) => [keyOf(article), article]));

export const soldArticles: readonly CatalogueProduct[] = [...articles.values()].map(productOf);

/** Which article a product of a catalogue is, if orders sell it. */
export function articleOf({ key }: CatalogueProduct): Article | undefined {
  return articles.get(key);
}

function productOf(article: Article, index: number): CatalogueProduct {
  const { sku, name, price, vat, weight, options = [] } = article;
  const key = keyOf(article);
  const pieces = 200 + index * 10;
  return product(key, sku, name, price, placed[sku] ?? [], {
    vat,
    options,
    variants: options.length === 0 ? [] : variantsOf(sku, options, (each) => pieces + each),
    gtin: eanOf(article.productId),
    brand: 'De Theemeester',
    pictures: picturesOf(key, name, 1 + (index % 3)),
    pieces: vat === 'none' ? 'unlimited' : pieces,
    ...(weight > 0 ? { weightKg: String(weight) } : {}),
  });
}

function keyOf({ sku }: Article): string {
  return sku.toLowerCase();
}
