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
import { pending } from '../orders/statuses.ts';
import { buyerOf } from './buyer.ts';
import { lineOf } from './lines.ts';
import { type Sale, type SaleInput, sale } from './sale.ts';

type Random = () => number;

/** Some of these come back. */
const regulars: Choices<Person> = [sanne, sahin, joost, francois, oloff, zoe, koeln, lyon, gent];
const payments: Choices<NonNullable<SaleInput['payment']>> = [
  { gateway: 'mollie', method: 'ideal:ideal_INGBNL2A' },
  { gateway: 'mollie', method: 'bancontact' },
  { gateway: 'paypal', method: 'paypal' },
];

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
    const terms = { quantity: Number(randomQuantity(random, 60)), choice: whole(random, 0, 2) };
    return lineOf(
      article,
      chance(random, 0.1) ? { ...terms, action: (Number(article.price) * 0.8).toFixed(2) } : terms,
    );
  });
  return sale.parse({
    about: 'made by chance',
    buyer: buyerOf(person),
    lines,
    shipping: {
      amount: pick(random, isHome ? ['4.25', '6.95'] : ['8.95', '13.95']),
      ...(isHome && chance(random, 0.3) ? { rate: '21' } : {}),
    },
    paymentCosts: chance(random, 0.15) ? { amount: '0.75' } : null,
    discount: chance(random, 0.15) ? { code: 'WELKOM2', amount: '2.00' } : null,
    payment: pick(random, payments),
    ...(isPaid ? {} : { status: pending, became: 'pending' }),
    comment: chance(random, 0.1) ? 'Bellen voor de deur, alstublieft.' : '',
  });
}

/** A cheap, uniform sale: paid, one to three lines, by the customer of that number. */
export function simpleSale(random: Random, customer: number): Sale {
  return sale.parse({
    about: 'simple',
    buyer: buyerOf(numberedPerson(customer)),
    lines: oneToMany(random, 3, () => lineOf(pick(random, taxedArticles), { quantity: whole(random, 1, 3) })),
    shipping: { amount: '6.95' },
  });
}
