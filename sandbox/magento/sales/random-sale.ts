import { isInEuropeanUnion, vatRatesOf } from '../../kit/places/european-union.ts';
import { chance, pick, textOf, whole } from '../../kit/random.ts';
import type { Deed } from '../orders/deed.ts';
import { brugesFirm, munsterFirm, regulars, studio } from '../seed/people.ts';
import type { BasketInput, LineInput } from './basket.ts';
import { course, gift, lineOf, ordinary } from './catalogue.ts';
import { type BuyerInput, type Sale, type SaleInput, sale } from './sale.ts';

type Random = () => number;
type Choices<Item> = readonly [Item, ...Item[]];
type Discount = NonNullable<BasketInput['discount']>;

const firstNames = [
  'Anouk',
  'Bram',
  'Dilara',
  'Esmée',
  'Hakan',
  'Ilse',
  'Jörn',
  'Lotte',
  'Noé',
  'Sanne',
] as const;
const lastNames = [
  'Bakker',
  'de Jong',
  'van der Wal',
  'Öztürk',
  'Peeters',
  'Schröder',
  'Mulder-Vos',
] as const;
const streets = ['Kerkstraat', 'Molenweg', 'Beukenlaan', 'Havenkade', 'Schoolplein'] as const;
const places: Choices<{ country: string; city: string; digits: number; letters: boolean }> = [
  { country: 'NL', city: 'Zwolle', digits: 4, letters: true },
  { country: 'NL', city: '’s-Hertogenbosch', digits: 4, letters: true },
  { country: 'NL', city: 'Haarlem', digits: 4, letters: true },
  { country: 'BE', city: 'Leuven', digits: 4, letters: false },
  { country: 'DE', city: 'Düsseldorf', digits: 5, letters: false },
  { country: 'CH', city: 'Basel', digits: 4, letters: false },
];
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

/** A sale as they happen: mostly plain, now and then with everything. */
export function randomSale(random: Random): Sale {
  const company = chance(random, 0.1);
  const buyer = company
    ? pick(random, [studio, brugesFirm, munsterFirm])
    : chance(random, 0.3)
      ? pick(random, regulars)
      : randomBuyer(random);
  return sale.parse({
    about: 'made by chance',
    buyer,
    basket: randomBasket(random, buyer, company),
    payment: pick(random, payments),
    deeds: randomDeeds(random),
  });
}

function randomDeeds(random: Random): Deed[] {
  const roll = random();
  if (roll < 0.15) return [];
  return roll < 0.75 ? [{ invoice: true }] : [{ invoice: true }, { ship: true }];
}

function randomBasket(random: Random, { country }: BuyerInput, company: boolean): BasketInput {
  const home = country === 'NL';
  const tax = company && !home ? 'shifted' : isInEuropeanUnion(country) ? 'charged' : 'exported';
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
  const lines = Array.from({ length: whole(random, 1, 5) }, () =>
    lineOf(pick(random, ordinary), {
      quantity: String(chance(random, 0.1) ? whole(random, 10, 40) : whole(random, 1, 4)),
      country,
      net,
      variant: whole(random, 0, 1),
    }),
  );
  if (chance(random, 0.08)) lines.push(lineOf(course, { country, net }));
  // Untaxed goods at home only: other countries' books may know no rate of 0 %.
  if (country === 'NL' && chance(random, 0.05)) lines.push(lineOf(gift));
  return lines;
}

/** Somebody who was never here before. Addresses end in a chance text, so that no two are one customer. */
function randomBuyer(random: Random): BuyerInput {
  const firstname = pick(random, firstNames);
  const lastname = pick(random, lastNames);
  const { country, city, digits, letters } = pick(random, places);
  const number = whole(random, 1, 240);
  const local = `${firstname}.${lastname}`
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.');
  const street = pick(random, streets);
  const code = `${whole(random, 1, 9)}${textOf(random, '0123456789', digits - 1)}`;
  return {
    firstname,
    lastname,
    street: pick<string[]>(random, [
      [`${street} ${number}`],
      [street, String(number)],
      [street, String(number), 'A'],
    ]),
    postcode: letters ? `${code} ${textOf(random, 'ABCDEGHJKLMNPRSTVWXZ', 2)}` : code,
    city,
    country,
    email: `${local}.${textOf(random, 'abcdefghijklmnopqrstuvwxyz0123456789', 6)}@example.com`,
    account: chance(random, 0.7),
  };
}

/** A cheap, uniform sale: invoiced, one to three lines, by the customer of that number. */
export function simpleSale(random: Random, customer: number): Sale {
  const simple = ordinary.filter(({ type, variants }) => type === undefined && variants === undefined);
  return sale.parse({
    about: 'simple',
    buyer: {
      firstname: 'Klant',
      lastname: `Nummer ${customer}`,
      email: `klant-${customer}@example.com`,
      street: [`Proefstraat ${customer}`],
      postcode: '1011 AB',
      city: 'Amsterdam',
      country: 'NL',
    },
    basket: {
      lines: Array.from({ length: whole(random, 1, 3) }, () =>
        lineOf(simple[whole(random, 0, simple.length - 1)] ?? ordinary[0], {
          quantity: String(whole(random, 1, 3)),
        }),
      ),
      shipping: { method: 'flatrate_flatrate', description: 'PostNL - Standaard', price: '4.95' },
    },
    deeds: [{ invoice: true }],
  });
}
