/** What may still be sold (sheet 12.1). */
import Big from 'big.js';
import { numberIn } from '../../kit/json.ts';
import type { Product } from '../products/product.ts';
import type { Shop } from '../shop.ts';
import { isCounted } from './rows.ts';

/** The in-stock items of the enabled sources of a stock, together with what is promised, less the threshold. */
export function salableQuantity({ inventory }: Shop, product: Product, stockId: number): number {
  if (!inventory.isManaged(product)) return 0;
  const sources = inventory.sourcesOf(stockId);
  const inStock = inventory
    .itemsOf(product.sku)
    .filter(({ sourceCode, status }) => status === 1 && sources.includes(sourceCode));
  // Of goods that are out of stock nothing is for sale, whatever is promised of them.
  if (inStock.length === 0) return 0;
  const there = inStock.reduce((sum, { quantity }) => sum.plus(quantity), Big(0));
  return there
    .plus(inventory.reserved(product.sku, stockId))
    .minus(numberIn(inventory.stockSettingsOf(product), 'min_qty'))
    .toNumber();
}

/** A configurable product has a status of its own, and needs a child that is for sale as well. */
export function isSalable(shop: Shop, product: Product, stockId: number): boolean {
  const { inventory, catalogue } = shop;
  if (!isCounted(product)) {
    if (product.type !== 'configurable') return true;
    const isIn = inventory.stockSettingsOf(product).is_in_stock === true;
    return isIn && catalogue.childrenOf(product).some((child) => isSalable(shop, child, stockId));
  }
  if (!inventory.isManaged(product)) return true;
  const sources = inventory.sourcesOf(stockId);
  const isIn = inventory
    .itemsOf(product.sku)
    .some(({ sourceCode, status }) => status === 1 && sources.includes(sourceCode));
  return isIn && (inventory.allowsBackorders(product) || salableQuantity(shop, product, stockId) > 0);
}
