import { francois, joost, oloff, sahin, sanne, zoe } from '../../kit/people/cast.ts';
import { gent, koeln, lyon } from '../../kit/people/cast-abroad.ts';
import type { Person } from '../../kit/people/person.ts';
import type { Choices } from '../../kit/people/places.ts';
import {
  foreignCompanies,
  numberedPerson,
  randomCompany,
  randomPerson,
} from '../../kit/people/random-person.ts';
import { chance, pick, whole } from '../../kit/random.ts';
import { taxedArticles } from '../../kit/shop/articles.ts';
import { oneToMany, randomQuantity } from '../../kit/shop/random-basket.ts';
import { awaitingPayment } from '../orders/statuses.ts';
import { bankTransfer, cash, ideal, pin } from '../shop-info/paymethods.ts';
import { buyerOf } from './buyer.ts';
import { lineOf } from './lines.ts';
import { type Sale, sale } from './sale.ts';

type Random = () => number;

/** Some of these come back. */
const regulars: Choices<Person> = [sanne, sahin, joost, francois, oloff, zoe, koeln, lyon, gent];

/** A random sale: usually plain, sometimes with a discount, costs and an offer price. */
export function randomSale(random: Random): Sale {
  const person = chance(random, 0.08)
    ? randomCompany(random, foreignCompanies)
    : chance(random, 0.3)
      ? pick(random, regulars)
      : { ...randomPerson(random), hasAccount: chance(random, 0.8) };
  const isHome = person.country === 'NL';
  const isPaid = chance(random, 0.9);
  const lines = oneToMany(random, 6, () => {
    const article = pick(random, taxedArticles);
    const terms = { quantity: randomQuantity(random, 60), choice: whole(random, 0, 2) };
    return lineOf(
      article,
      chance(random, 0.1) ? { ...terms, discount: (Number(article.price) * 0.2).toFixed(2) } : terms,
    );
  });
  return sale.parse({
    about: 'made by chance',
    buyer: buyerOf(person),
    lines,
    shipping: pick(random, isHome ? ['4.25', '6.95'] : ['8.95', '13.95']),
    paymethodCosts: chance(random, 0.15) ? '0.75' : null,
    coupon: chance(random, 0.15) ? { code: 'WELKOM2', amount: '2.00' } : null,
    ...(isPaid
      ? { paymethod: ideal.id }
      : { paymethod: bankTransfer.id, paid: false, status: awaitingPayment }),
    note: chance(random, 0.1) ? 'Belt voor de levering.' : '',
  });
}

/** A cheap, uniform sale: paid, one to three lines, by the customer of that number. */
export function simpleSale(random: Random, customer: number): Sale {
  return sale.parse({
    about: 'simple',
    buyer: buyerOf(numberedPerson(customer)),
    lines: oneToMany(random, 3, () =>
      lineOf(pick(random, taxedArticles), { quantity: String(whole(random, 1, 3)) }),
    ),
    shipping: '6.95',
  });
}

/** A receipt: mostly of nobody who is named, in cash or by card, now and then with goods that come back. */
export function randomReceipt(random: Random): Sale {
  const isCash = chance(random, 0.35);
  const comesBack = chance(random, 0.06);
  const lines = oneToMany(random, 4, () => {
    const count = whole(random, 1, 3);
    return lineOf(pick(random, taxedArticles), { quantity: String(comesBack ? -count : count) });
  });
  return sale.parse({
    about: 'at the till, made by chance',
    till: true,
    buyer: chance(random, 0.1) ? buyerOf(pick(random, regulars)) : null,
    lines,
    paymethod: isCash ? cash.id : pin.id,
    status: 7,
    tip: !isCash && !comesBack && chance(random, 0.05) ? '2.00' : null,
  });
}
