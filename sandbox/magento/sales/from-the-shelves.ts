/** In a shop that has a catalogue, buyers who come by themselves take what it has of it. */
import { whole } from '../../kit/random.ts';
import { defaultStock, isCounted } from '../inventory/rows.ts';
import { isSalable, salableQuantity } from '../inventory/salable.ts';
import type { Product } from '../products/product.ts';
import type { Shop } from '../shop.ts';
import { withGoods } from './goods.ts';
import { type Sale, sale } from './sale.ts';

const tries = 30;

/** The sale with other goods in its lines: as many of each, and no more than there are. Without any it stays as it is. */
export function fromTheShelves(shop: Shop, sold: Sale, random: () => number): Sale {
  if (shop.catalogue.products.size === 0) return sold;
  const taken = new Set<string>();
  const lines = sold.basket.lines.map(({ quantity }) => {
    const product = productFor(shop, Number(quantity), random, taken);
    if (product === null) return null;
    taken.add(product.sku);
    return { sku: product.sku, quantity };
  });
  if (lines.includes(null)) return sold;
  return sale.parse(withGoods(shop, { ...sold, basket: { ...sold.basket, lines } }));
}

function productFor(
  shop: Shop,
  quantity: number,
  random: () => number,
  taken: ReadonlySet<string>,
): Product | null {
  for (let tried = 0; tried < tries; tried += 1) {
    const product = shop.catalogue.byId(whole(random, 1, shop.catalogue.ids.last('product')));
    if (product !== undefined && !taken.has(product.sku) && isThere(shop, product, quantity)) return product;
  }
  return null;
}

function isThere(shop: Shop, product: Product, quantity: number): boolean {
  const { status, price } = product.values[0] ?? {};
  if (!isCounted(product) || status !== 1 || !(Number(price) > 0)) return false;
  if (!isSalable(shop, product, defaultStock)) return false;
  const isManaged = shop.inventory.isManaged(product);
  return !isManaged || salableQuantity(shop, product, defaultStock) >= quantity;
}
