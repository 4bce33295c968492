import { scenariosAbroad, scenariosAtHome } from '../../kit/shop/scenarios.ts';
import { overPastWeeks } from '../../kit/shop/timeline.ts';
import { buyerOf } from '../sales/buyer.ts';
import { placeSale } from '../sales/placing.ts';
import { sale } from '../sales/sale.ts';
import type { Shop } from '../shop.ts';
import { foreignSales } from './abroad.ts';
import { homeSales } from './home.ts';
import { saleOf } from './scenarios.ts';
import { stateSales } from './states.ts';

const minuteMs = 60_000;

/** Fills the shop as if it had been open for weeks. */
export function seedShop(shop: Shop): void {
  const shared = [...scenariosAtHome, ...scenariosAbroad].map(saleOf);
  const sales = [...homeSales, ...shared, ...foreignSales, ...stateSales];
  overPastWeeks(sales, shop.world.now(), ({ buyer, ...rest }, placedAt) => {
    // The first deed within minutes, as payment services do; the next ones hours later.
    const deedAt = (deed: number) => placedAt + 2 * minuteMs + deed * 180 * minuteMs;
    const parsed = sale.parse({ ...rest, buyer: buyerOf(buyer) });
    shop.asOf(placedAt, true, () => placeSale(shop, parsed, deedAt));
  });
}
