import { seededRandom, textOf } from '../../kit/random.ts';
import { instantOf, localDate } from '../../kit/time/local-time.ts';
import { wholeSecond } from '../../kit/time/timestamps.ts';
import { placeSale } from '../sales/placing.ts';
import { sale } from '../sales/sale.ts';
import type { Shop } from '../shop.ts';
import { foreignSales } from './abroad.ts';
import { discountSales } from './discounts.ts';
import { edgeSales, newYearsEve } from './edges.ts';
import { homeSales } from './home.ts';

const hourMs = 3_600_000;
const spreadHours = 17;
/** Ids are the same in every run: the seed is data, not chance. */
const idSeed = 1003;
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Fills the shop as if it had been open for weeks. Nobody is told. */
export function seedShop(shop: Shop): void {
  const { orderNumberPrefix, orderNumberSuffix } = shop.settings();
  const random = seededRandom(idSeed);
  const newId = () => `${orderNumberPrefix}${textOf(random, letters, 5)}${orderNumberSuffix}`;
  const now = wholeSecond(shop.world.now());

  const eve = lastNewYearsEve(now);
  placeSale(shop, sale.parse(newYearsEve), {
    id: newId(),
    placedAt: eve,
    updatedAt: eve + 60_000,
    seeded: true,
  });
  const sales = [...homeSales, ...discountSales, ...foreignSales, ...edgeSales];
  sales.forEach((each, index) => {
    const untilRefund = each.refunds === undefined ? 0 : 24 * hourMs;
    const placedAt = now - (sales.length - index) * spreadHours * hourMs;
    placeSale(shop, sale.parse(each), {
      id: newId(),
      placedAt,
      updatedAt: placedAt + untilRefund + (1 + (index % 5)) * 60_000,
      seeded: true,
    });
  });
}

function lastNewYearsEve(now: number): number {
  const year = Number(localDate(now).slice(0, 4));
  const thisYear = instantOf(`${year}-12-31T23:30`);
  return thisYear <= now ? thisYear : instantOf(`${year - 1}-12-31T23:30`);
}
