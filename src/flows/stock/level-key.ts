import type { SkuPlace } from '../../connectors/contract/products.ts';

/** The key under which the source reads the level of what a search for its SKU found. */
export function levelKeyOf({ levelKey, productId }: SkuPlace): string {
  return levelKey ?? productId;
}
