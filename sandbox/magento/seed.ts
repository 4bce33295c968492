import { placeSale } from './placing.ts';
import { sale } from './sale.ts';
import { foreignSales } from './seed-abroad.ts';
import { homeSales } from './seed-home.ts';
import { stateSales } from './seed-states.ts';
import type { Shop } from './shop.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const spreadHours = 17;

/** Fills the shop as if it had been open for weeks. */
export function seedShop(shop: Shop): void {
  const now = Math.floor(shop.world.now() / 1000) * 1000;
  const sales = [...homeSales, ...foreignSales, ...stateSales];
  sales.forEach((each, index) => {
    const placedAt = now - (sales.length - index) * spreadHours * hourMs;
    // The first deed within minutes, as payment services do; the next ones hours later.
    const deedAt = (deed: number) => placedAt + 2 * minuteMs + deed * 3 * hourMs;
    shop.asOf(placedAt, true, () => placeSale(shop, sale.parse(each), deedAt));
  });
}
