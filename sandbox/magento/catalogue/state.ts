import { freshCategories } from '../categories/category.ts';
import { categoryOnWire } from '../categories/on-wire.ts';
import { sourceItemOnWire } from '../inventory/source-items.ts';
import { productOnWire } from '../products/on-wire.ts';
import type { Shop } from '../shop.ts';

/** What assertions look at; nothing in a shop that neither sells nor sorts anything. */
export function catalogueState(shop: Shop): Record<string, unknown> {
  const { catalogue, inventory } = shop;
  const isEmpty = catalogue.products.size === 0 && catalogue.categories.size === freshCategories.length;
  if (isEmpty && inventory.items.size === 0) return {};
  return {
    products: catalogue.products.all().map((product) => ({
      ...productOnWire(shop, product, 0),
      values: product.values,
    })),
    categories: catalogue.categories.all().map((category) => categoryOnWire(catalogue, category, 0)),
    attributes: catalogue.attributes
      .all()
      .filter(({ isUserDefined, options }) => isUserDefined || options.length > 0),
    sourceItems: inventory.items.all().map(sourceItemOnWire),
    reservations: inventory.reservations.all(),
  };
}
