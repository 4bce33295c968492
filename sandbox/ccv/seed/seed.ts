import { seedCatalogue } from '../../kit/catalogue/seed.ts';
import { hanneke, ruud } from '../../kit/people/cast.ts';
import { scenariosAbroad, scenariosAtHome } from '../../kit/shop/scenarios.ts';
import { lastNewYearsEve, overPastWeeks } from '../../kit/shop/timeline.ts';
import { credit } from '../orders/merchant.ts';
import { buyerOf, customerOf } from '../sales/buyer.ts';
import { placeSale } from '../sales/placing.ts';
import { sale } from '../sales/sale.ts';
import type { Shop } from '../shop.ts';
import { closeCashup, openCashup } from '../till/endpoints.ts';
import { fillWith } from './catalogue.ts';
import { newYearsEve, type ShopSale, saleOf, shopSales } from './sales.ts';
import { tillSales } from './till-sales.ts';

const products = 100;
const hourMs = 3_600_000;

/** Fills the shop as if it had been open for weeks: the same in every run. A till has receipts besides. */
export function seedShop(shop: Shop): void {
  const { categories, products: all } = seedCatalogue;
  fillWith(shop.assortment, { categories, products: all.slice(0, products) });
  const now = shop.world.now();
  const place = ({ buyer, credit: back, ...rest }: ShopSale, placedAt: number) => {
    const given = { ...rest, buyer: buyer === null ? null : buyerOf(buyer) };
    const order = placeSale(shop, sale.parse(given), { placedAt, seeded: true });
    if (back !== undefined) credit(shop, order, { ...back, restock: false }, placedAt + 3 * hourMs);
  };
  place(newYearsEve, lastNewYearsEve(now));
  overPastWeeks([...scenariosAtHome, ...scenariosAbroad].map(saleOf).concat(shopSales), now, place);
  seedUsers(shop);
  if (!shop.settings().salespos) return;
  const opened = now - 9 * hourMs;
  const cashup = openCashup(shop, opened);
  for (const [index, each] of tillSales.entries()) place(each, opened + (index + 1) * 600_000);
  closeCashup(shop, cashup, opened + 8 * hourMs);
}

/** Somebody who waits to be approved, and somebody who logs in with a word that is no e-mail address. */
function seedUsers(shop: Shop): void {
  const people = [
    { buyer: buyerOf(ruud), username: ruud.email, approval: 'pending' },
    { buyer: buyerOf(hanneke), username: 'hanneke', approval: 'accepted' },
  ] as const;
  for (const { buyer, username, approval } of people) {
    const { buyer: whole } = sale.parse({ buyer, lines: [] });
    const info = customerOf({ buyer: whole, deliverTo: undefined });
    const user = shop.newUser(username);
    shop.saveUser({ ...user, approval, info: info ?? user.info }, true);
  }
}
