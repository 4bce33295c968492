import { wholeSecond } from '../../kit/time/timestamps.ts';
import { placeSale } from '../sales/placing.ts';
import { sale } from '../sales/sale.ts';
import type { Shop } from '../shop.ts';
import { foreignSales } from './abroad.ts';
import { homeSales } from './home.ts';
import { stateSales } from './states.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const spreadHours = 17;

/** Fills the shop as if it had been open for weeks. */
export function seedShop(shop: Shop): void {
  const now = wholeSecond(shop.world.now());
  const sales = [...homeSales, ...foreignSales, ...stateSales];
  sales.forEach((each, index) => {
    const placedAt = now - (sales.length - index) * spreadHours * hourMs;
    // The first deed within minutes, as payment services do; the next ones hours later.
    const deedAt = (deed: number) => placedAt + 2 * minuteMs + deed * 3 * hourMs;
    shop.asOf(placedAt, true, () => placeSale(shop, sale.parse(each), deedAt));
  });
}
