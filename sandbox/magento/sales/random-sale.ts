import { aylin, hanneke, marit, pieter, ruud, studio } from '../../kit/people/cast.ts';
import { antwerp, bruges, cologne, ghent, hanover, munster } from '../../kit/people/cast-abroad.ts';
import type { Person } from '../../kit/people/person.ts';
import type { Place } from '../../kit/people/places.ts';
import { belgium, type Choices, germany, homes, switzerland } from '../../kit/people/places.ts';
import { numberedPerson, randomPerson } from '../../kit/people/random-person.ts';
import { vatRatesOf } from '../../kit/places/european-union.ts';
import { chance, pick, whole } from '../../kit/random.ts';
import { oneToMany, randomQuantity, taxFor } from '../../kit/shop/random-basket.ts';
import type { Deed } from '../orders/deed.ts';
import type { BasketInput, LineInput } from './basket.ts';
import { buyerOf } from './buyer.ts';
import { course, gift, lineOf, ordinary } from './catalogue.ts';
import { type Sale, type SaleInput, sale } from './sale.ts';

type Random = () => number;
type Discount = NonNullable<BasketInput['discount']>;

/** Some of these come back. */
const regulars: Choices<Person> = [hanneke, ruud, aylin, pieter, marit, antwerp, ghent, cologne, hanover];
const firms: Choices<Person> = [studio, bruges, munster];
const places: Choices<Place> = [...homes, belgium, germany, switzerland];
const discounts: Choices<Discount> = [
  { label: 'WELKOM10', coupon: 'WELKOM10', type: 'percent', value: '10' },
  { label: 'Vaste klant', type: 'amount', value: '5' },
  { label: 'ALLES15', coupon: 'ALLES15', type: 'percent', value: '15', onShipping: true },
  { label: 'Spaarpunten', type: 'amount', value: '2.5' },
];
const payments: Choices<NonNullable<SaleInput['payment']>> = [
  { method: 'mollie_methods_ideal', title: 'iDEAL' },
  { method: 'mollie_methods_bancontact', title: 'Bancontact' },
  { method: 'adyen_cc', title: 'Creditcard' },
];
const stores: Readonly<Record<string, BasketInput['store']>> = { BE: 'vlaams', DE: 'deutsch' };

/** A random sale: usually plain, sometimes with discounts, fees and gift cards. */
export function randomSale(random: Random): Sale {
  const company = chance(random, 0.1);
  const person = company
    ? pick(random, firms)
    : chance(random, 0.3)
      ? pick(random, regulars)
      : randomNewcomer(random);
  return sale.parse({
    about: 'made by chance',
    buyer: buyerOf(person),
    basket: randomBasket(random, person, company),
    payment: pick(random, payments),
    deeds: randomDeeds(random),
  });
}

function randomDeeds(random: Random): Deed[] {
  const roll = random();
  if (roll < 0.15) return [];
  return roll < 0.75 ? [{ invoice: true }] : [{ invoice: true }, { ship: true }];
}

function randomBasket(random: Random, { country }: Person, company: boolean): BasketInput {
  const home = country === 'NL';
  const tax = taxFor(country, company);
  const rates = tax === 'charged' ? country : 'NL';
  const net = company;
  const basket: BasketInput = {
    store: company ? 'zakelijk' : (stores[country] ?? 'default'),
    tax,
    lines: randomLines(random, rates, net),
    shipping: {
      method: 'flatrate_flatrate',
      description: home ? 'PostNL - Standaard' : 'PostNL - Europa',
      price: pick(random, home ? ['4.95', '6.50', '0'] : ['9.95', '14.95']),
      rate: vatRatesOf(rates)[0] ?? '21',
    },
  };
  if (chance(random, 0.25)) basket.discount = pick(random, discounts);
  if (chance(random, 0.05)) basket.giftCard = pick(random, ['10', '25', '500']);
  return basket;
}

function randomLines(random: Random, country: string, net: boolean): LineInput[] {
  const lines = oneToMany(random, 5, () =>
    lineOf(pick(random, ordinary), {
      quantity: randomQuantity(random, 40),
      country,
      net,
      variant: whole(random, 0, 1),
    }),
  );
  if (chance(random, 0.08)) lines.push(lineOf(course, { country, net }));
  // Untaxed goods only in the Netherlands: bookkeepings may have no 0 % rate for other countries.
  if (country === 'NL' && chance(random, 0.05)) lines.push(lineOf(gift));
  return lines;
}

/** With the house number on a line of its own now and then, as postcode modules have it. */
function randomNewcomer(random: Random): Person {
  const person = randomPerson(random, () => pick(random, places));
  const [line = ''] = person.addressLines;
  const [street = '', number = ''] = line.split(' ');
  const addressLines = pick<string[]>(random, [[line], [street, number], [street, number, 'A']]);
  return { ...person, addressLines, hasAccount: chance(random, 0.7) };
}

/** A cheap, uniform sale: invoiced, one to three lines, by the customer of that number. */
export function simpleSale(random: Random, customer: number): Sale {
  const simple = ordinary.filter(({ type, variants }) => type === undefined && variants === undefined);
  return sale.parse({
    about: 'simple',
    buyer: buyerOf(numberedPerson(customer)),
    basket: {
      lines: oneToMany(random, 3, () =>
        lineOf(simple[whole(random, 0, simple.length - 1)] ?? ordinary[0], {
          quantity: String(whole(random, 1, 3)),
        }),
      ),
      shipping: { method: 'flatrate_flatrate', description: 'PostNL - Standaard', price: '4.95' },
    },
    deeds: [{ invoice: true }],
  });
}
