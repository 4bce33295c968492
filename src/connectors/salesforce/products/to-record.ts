import type { Picture, Product } from '../../../records/product.ts';
import type { Account } from '../../contract/account.ts';
import { entryIn, type ReadProduct } from './wire.ts';

/** Every product by itself: plain Sales Cloud knows no variants. Prices are those that orders are made of: without VAT (sheet 5.5). */
export function productFromWire(
  { product, entries, places }: ReadProduct,
  { currency, traits }: Account,
): Product {
  const entry = entryIn(entries, product.Id, traits.pricebook);
  return {
    id: product.Id,
    sku: product.sku,
    name: product.Name ?? '',
    kind: 'simple',
    active: product.IsActive === true,
    description: product.Description ?? '',
    ...(entry?.IsActive === true && entry.UnitPrice !== undefined ? { price: entry.UnitPrice } : {}),
    currency,
    pricesIncludeVat: false,
    ...(product.vatRate === undefined ? {} : { vatRate: product.vatRate }),
    ...(places === null ? {} : { categories: places.map(({ ProductCategoryId }) => ProductCategoryId) }),
    images: pictureOf(product.DisplayUrl),
    ...(product.SystemModstamp === undefined ? {} : { updatedAt: product.SystemModstamp.toISOString() }),
  };
}

/** The only picture is an address (sheet 5.5). */
function pictureOf(url: string | undefined): Picture[] {
  return url === undefined ? [] : [{ url, position: 0, version: url }];
}
