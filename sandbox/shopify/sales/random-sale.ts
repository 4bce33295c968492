import { francois, joost, sahin, sanne, zoe } from '../../kit/people/cast.ts';
import { gent, koeln } from '../../kit/people/cast-abroad.ts';
import type { Person } from '../../kit/people/person.ts';
import type { Choices } from '../../kit/people/places.ts';
import {
  foreignCompanies,
  numberedPerson,
  randomCompany,
  randomPerson,
} from '../../kit/people/random-person.ts';
import { chance, pick, whole } from '../../kit/random.ts';
import { giftCard, taxedArticles } from '../../kit/shop/articles.ts';
import { oneToMany, randomQuantity, taxFor } from '../../kit/shop/random-basket.ts';
import type { BasketInput } from './basket.ts';
import { buyerOf, lineOf } from './buyer.ts';
import { type Sale, sale } from './sale.ts';

type Random = () => number;

const regulars: Choices<Person> = [sanne, sahin, joost, francois, zoe, koeln, gent];
const discounts: Choices<NonNullable<BasketInput['discounts']>[number]> = [
  { name: 'WELKOM10', type: 'fixed', value: '10' },
  { name: 'ZOMER15', type: 'percentage', value: '15' },
  { name: 'GRATISPOST', type: 'shipping' },
  { kind: 'automatic', name: 'Drie halen', type: 'percentage', value: '7.5', lines: [0] },
  { kind: 'manual', name: 'Vriendendienst', type: 'fixed', value: '2.50' },
];

/** A random sale: usually plain, sometimes with discounts, tips and gift cards. */
export function randomSale(random: Random): Sale {
  const isCompany = chance(random, 0.08);
  const person = isCompany ? randomCompany(random, foreignCompanies) : randomOrRegular(random);
  const { country } = person;
  const isNet = isCompany || (country === 'NL' && chance(random, 0.1));
  const lines = oneToMany(random, 6, () =>
    lineOf(pick(random, taxedArticles), {
      quantity: Number(randomQuantity(random, 60)),
      country,
      net: isNet,
      choice: whole(random, 0, 2),
    }),
  );
  return sale.parse({
    about: 'made by chance',
    buyer: buyerOf(person, isCompany),
    basket: {
      pricesIncludeTax: !isNet,
      tax: taxFor(country, isCompany),
      lines: country === 'NL' && chance(random, 0.08) ? [...lines, lineOf(giftCard)] : lines,
      discounts: chance(random, 0.25) ? [pick(random, discounts)] : [],
      shipping: {
        title: country === 'NL' ? 'PostNL' : 'Pakket naar het buitenland',
        price: pick(random, country === 'NL' ? ['4.25', '6.95', '0'] : ['8.95', '13.95']),
        rate: lines[0]?.rate ?? '21',
      },
      tip: chance(random, 0.05) ? '1.50' : '0',
    },
    gateway: pick(random, ['shopify_payments', 'mollie', 'paypal']),
    state: chance(random, 0.1) ? 'pending' : 'paid',
    giftCard: chance(random, 0.05) ? '25' : '0',
    note: chance(random, 0.1) ? 'Bellen voor de deur, alstublieft.' : null,
  });
}

function randomOrRegular(random: Random): Person {
  if (chance(random, 0.3)) return pick(random, regulars);
  return { ...randomPerson(random), hasAccount: chance(random, 0.8) };
}

/** A cheap, uniform sale: paid, one to three lines, by the customer of that number. */
export function simpleSale(random: Random, customer: number): Sale {
  return sale.parse({
    about: 'simple',
    buyer: buyerOf(numberedPerson(customer)),
    basket: {
      lines: oneToMany(random, 3, () =>
        lineOf(pick(random, taxedArticles), { quantity: whole(random, 1, 3) }),
      ),
      shipping: { title: 'PostNL', price: '6.95' },
    },
  });
}
