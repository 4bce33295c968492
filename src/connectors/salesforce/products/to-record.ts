import type { Picture, Product } from '../../../records/product.ts';
import type { Account } from '../../contract/account.ts';
import { orgOf, showsOfProduct } from '../org.ts';
import { entryIn, type ReadProduct } from './wire.ts';

/** Every product by itself: plain Sales Cloud knows no variants. Whether its price is with VAT only the connection says (sheet 5.5). */
export function productFromWire({ product, entries, places }: ReadProduct, account: Account): Product {
  const { currency, traits } = account;
  const { pricesIncludeVat } = orgOf(account);
  const vatRate = product.vatRate ?? traits.vatRate;
  const entry = entryIn(entries, product.Id, traits.pricebook);
  return {
    id: product.Id,
    sku: product.sku,
    name: product.Name ?? '',
    kind: 'simple',
    active: product.IsActive === true,
    ...(showsOfProduct(account, 'Description') ? { description: product.Description ?? '' } : {}),
    ...(entry?.IsActive === true && entry.UnitPrice !== undefined ? { price: entry.UnitPrice } : {}),
    currency,
    ...(pricesIncludeVat === undefined ? {} : { pricesIncludeVat }),
    ...(vatRate === undefined ? {} : { vatRate }),
    ...(places === null ? {} : { categories: places.map(({ ProductCategoryId }) => ProductCategoryId) }),
    ...(showsOfProduct(account, 'DisplayUrl') ? { images: pictureOf(product.DisplayUrl) } : {}),
    ...(product.SystemModstamp === undefined ? {} : { updatedAt: product.SystemModstamp.toISOString() }),
  };
}

/** The only picture is an address (sheet 5.5). */
function pictureOf(url: string | undefined): Picture[] {
  return url === undefined ? [] : [{ url, position: 0, version: url }];
}
