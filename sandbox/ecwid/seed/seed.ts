import { seededRandom, textOf } from '../../kit/random.ts';
import { scenariosAbroad, scenariosAtHome } from '../../kit/shop/scenarios.ts';
import type { SeedSale } from '../../kit/shop/seed-sale.ts';
import { lastNewYearsEve, overPastWeeks } from '../../kit/shop/timeline.ts';
import { buyerOf } from '../sales/buyer.ts';
import { placeSale } from '../sales/placing.ts';
import type { SaleInput } from '../sales/sale.ts';
import { sale } from '../sales/sale.ts';
import type { Shop } from '../shop.ts';
import { foreignSales } from './abroad.ts';
import { discountSales } from './discounts.ts';
import { edgeSales, newYearsEve } from './edges.ts';
import { homeSales } from './home.ts';
import { saleOf } from './scenarios.ts';

const minuteMs = 60_000;
/** Ids are the same in every run: the seed does not depend on the world's random numbers. */
const idSeed = 1003;
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Fills the shop as if it had been open for weeks. Sends no events. */
export function seedShop(shop: Shop): void {
  const { orderNumberPrefix, orderNumberSuffix } = shop.settings();
  const random = seededRandom(idSeed);
  const place = ({ buyer, ...rest }: SeedSale<SaleInput>, placedAt: number, updatedAt: number) => {
    const id = `${orderNumberPrefix}${textOf(random, letters, 5)}${orderNumberSuffix}`;
    const as = { id, placedAt, updatedAt, seeded: true };
    placeSale(shop, sale.parse({ ...rest, buyer: buyerOf(buyer) }), as);
  };
  const now = shop.world.now();
  const eve = lastNewYearsEve(now);
  place(newYearsEve, eve, eve + minuteMs);
  const shared = [...scenariosAtHome, ...scenariosAbroad].map(saleOf);
  const sales = [...shared, ...homeSales, ...discountSales, ...foreignSales, ...edgeSales];
  overPastWeeks(sales, now, (each, placedAt, index) => {
    const untilRefundMs = each.refunds === undefined ? 0 : 24 * 60 * minuteMs;
    place(each, placedAt, placedAt + untilRefundMs + (1 + (index % 5)) * minuteMs);
  });
}
