import { seedCatalogue } from '../../kit/catalogue/seed.ts';
import { scenariosAbroad, scenariosAtHome } from '../../kit/shop/scenarios.ts';
import { lastNewYearsEve, overPastWeeks } from '../../kit/shop/timeline.ts';
import { createCredit } from '../orders/credit.ts';
import { creditBody } from '../orders/merchant.ts';
import { totalOf } from '../orders/order.ts';
import { centsOf, withMutation } from '../orders/payments.ts';
import { buyerOf } from '../sales/buyer.ts';
import { placeSale } from '../sales/placing.ts';
import { sale } from '../sales/sale.ts';
import type { Shop } from '../shop.ts';
import { fillWith } from './catalogue.ts';
import { newYearsEve, type ShopSale, saleOf, shopSales } from './sales.ts';

const articles = 100;
const creditedAfterMs = 3 * 3_600_000;

/** Fills the shop as if it had been open for weeks: the same in every run. */
export function seedShop(shop: Shop): void {
  const { categories, products } = seedCatalogue;
  fillWith(shop.assortment, { categories, products: products.slice(0, articles) });
  const place = ({ buyer, credit, ...rest }: ShopSale, placedAt: number) => {
    const order = placeSale(shop, sale.parse({ ...rest, buyer: buyerOf(buyer) }), { placedAt, seeded: true });
    if (credit === undefined) return;
    const body = creditBody(order, credit.lines, credit.costs);
    const at = placedAt + creditedAfterMs;
    const made = createCredit(shop, body, { mutateStock: false, seeded: true, placedAt: at });
    const original = shop.order(order.number);
    const payments = withMutation(shop, original.payments, 'refund', centsOf(totalOf(made).neg()), at);
    shop.orders.seed(order.number, { ...original, payments });
  };
  const now = shop.world.now();
  place(newYearsEve, lastNewYearsEve(now));
  overPastWeeks([...scenariosAtHome, ...scenariosAbroad].map(saleOf).concat(shopSales), now, place);
}
