import { overPastWeeks } from '../../kit/shop/timeline.ts';
import { act } from '../orders/merchant.ts';
import { placeSale } from '../sales/placing.ts';
import { sale } from '../sales/sale.ts';
import type { Shop } from '../shop.ts';
import { seedOrders } from './sales.ts';

const hourMs = 3_600_000;

/** Fills the shop as if it had been open for weeks. Sends no events. */
export function seedShop(shop: Shop): void {
  overPastWeeks(seedOrders, shop.world.now(), (each, placedAt) => {
    const placed = placeSale(shop, sale.parse(each.sale), { placedAt, seeded: true });
    let order = placed;
    each.deeds.forEach((deed, index) => {
      const at = placedAt + (index + 1) * hourMs;
      order = { ...act(shop, order, deed, at), updatedAt: at };
    });
    shop.orders.seed(order.id, order);
  });
  // It is filled by its rule, and refuses products (sheet 7.6).
  const smart = shop.newId('collection');
  shop.collections.seed(smart, {
    ...{
      id: smart,
      title: 'Uitverkoop',
      handle: 'uitverkoop',
      descriptionHtml: '',
      sortOrder: 'BEST_SELLING',
    },
    ...{ smartTag: 'uitverkoop', seo: { title: null, description: null }, publications: [] },
    updatedAt: shop.world.now(),
  });
}
