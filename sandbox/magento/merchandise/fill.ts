/** A catalogue as this shop holds it. */
import type { Catalogue as NeutralCatalogue } from '../../kit/catalogue/catalogue.ts';
import { utcText } from '../../kit/time/timestamps.ts';
import type { Category } from '../categories/category.ts';
import { defaultRoot } from '../categories/category.ts';
import { placed, reserves } from '../inventory/sales.ts';
import { rowsOf, toShip } from '../orders/row-quantities.ts';
import { isIn } from '../orders/state.ts';
import { urlKeyOf } from '../products/url-keys.ts';
import type { Shop } from '../shop.ts';
import { attributeNamed } from './choices.ts';
import { fillProduct } from './fill-product.ts';

const dayMs = 86_400_000;

/** In the place of what the shop had. Open orders keep their claim on the goods. */
export function fill(shop: Shop, neutral: NeutralCatalogue): void {
  const { catalogue, inventory } = shop;
  catalogue.clear();
  inventory.clear();
  const at = utcText(shop.world.now() - 30 * dayMs);
  const categoryIds = fillCategories(shop, neutral.categories, at);
  for (const code of ['ean']) attributeNamed(catalogue, code, 'text');
  for (const product of neutral.products) fillProduct(shop, product, categoryIds, at);
  if (!reserves(shop)) return;
  for (const order of shop.orders.all()) {
    if (isIn(order, 'canceled', 'closed', 'complete')) continue;
    // Of what is still to be sent, as if it had just been ordered.
    const open = rowsOf(order).map((row) => ({ ...row, qty_ordered: Number(toShip(order, row)) }));
    placed(shop, { ...order, items: open });
  }
}

function fillCategories(
  shop: Shop,
  categories: NeutralCatalogue['categories'],
  at: string,
): Map<string, number> {
  const { catalogue } = shop;
  const ids = new Map<string, number>();
  for (const { key, parent, name, description, active } of categories) {
    const parentId = parent === null ? defaultRoot : (ids.get(parent) ?? defaultRoot);
    const there = catalogue.subcategories(parentId);
    const slug = urlKeyOf(name) || key;
    const isTaken = there.some(({ values }) => values[0]?.url_key === slug);
    const id = catalogue.ids.next('category');
    const category: Category = {
      id,
      parentId,
      position: there.length + 1,
      values: {
        0: {
          name,
          is_active: active,
          include_in_menu: true,
          is_anchor: '1',
          url_key: isTaken ? `${slug}-${id}` : slug,
          ...(description === '' ? {} : { description }),
        },
      },
      createdAt: at,
      updatedAt: at,
    };
    catalogue.categories.seed(String(id), category);
    ids.set(key, id);
  }
  return ids;
}
