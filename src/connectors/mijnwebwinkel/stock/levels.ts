import type { StockLevel } from '../../../records/stock-level.ts';
import { type ArticleWire, choicesOf, placeId, skuOfVariant, type VariantWire } from '../products/wire.ts';

/**
 * The levels of an article by their ids. Where it has variants they are what is counted: what the article's own number means
 * then is not told (sheet, unknown). Null is not counted; the number is what can be sold (sheet 8).
 */
export function levelsOf(article: ArticleWire): ReadonlyMap<string, StockLevel> {
  if (article.variants.length > 0)
    return new Map(
      article.variants.map((each) => [placeId(article.id, each.id), variantLevel(article, each)]),
    );
  const { id, sku, name, stock } = article;
  return new Map([[id, { sku, name, productId: id, ...numbers(stock) }]]);
}

function variantLevel(article: ArticleWire, variant: VariantWire): StockLevel {
  return {
    sku: skuOfVariant(article, variant),
    name: [article.name, ...choicesOf(article, variant).map(({ value }) => value)].filter(Boolean).join(', '),
    productId: article.id,
    variantId: variant.id,
    ...numbers(variant.stock),
  };
}

/** What is not told is not zero. */
function numbers(stock: string | null | undefined): Partial<StockLevel> {
  if (stock === undefined) return {};
  return stock === null ? { managed: false } : { managed: true, available: stock };
}
