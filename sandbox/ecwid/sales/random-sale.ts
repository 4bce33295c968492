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
import { giftCard, taxedArticles } from '../../kit/shop/articles.ts';
import { oneToMany, randomQuantity, taxFor } from '../../kit/shop/random-basket.ts';
import type { BasketInput } from './basket.ts';
import { buyerOf } from './buyer.ts';
import { type Line, lineOf } from './lines.ts';
import { type Sale, type SaleInput, sale } from './sale.ts';

type Random = () => number;
type Coupon = NonNullable<BasketInput['coupon']>;
type Promotion = NonNullable<BasketInput['promotions']>[number];
type Payment = NonNullable<SaleInput['payment']>;

/** Some of these come back. */
const regulars: Choices<Person> = [sanne, sahin, joost, francois, oloff, zoe, koeln, lyon, gent];
const coupons: Choices<Coupon> = [
  { code: 'WELKOM10', name: 'Welkomstkorting', type: 'ABS', value: '10' },
  { code: 'ZOMER15', name: 'Zomeractie', type: 'PERCENT', value: '15' },
  { code: 'GRATISPOST', name: 'Gratis verzending', type: 'SHIPPING' },
  { code: 'VRIEND', name: 'Vriendenactie', type: 'PERCENT_AND_SHIPPING', value: '5' },
];
const promotions: Choices<Promotion> = [
  { base: 'ON_TOTAL', type: 'PERCENT', value: '10' },
  { base: 'ON_TOTAL', type: 'ABS', value: '4' },
  { base: 'ON_MEMBERSHIP', type: 'PERCENT', value: '7.5' },
  { base: 'CUSTOM', type: 'ABS', value: '2.5', description: 'Spaarpunten' },
];
const payments: Choices<Payment> = [
  { method: 'iDEAL', module: 'CUSTOM_PAYMENT_APP-mollie-pg' },
  { method: 'Bancontact', module: 'CUSTOM_PAYMENT_APP-mollie-pg' },
  { method: 'Creditcard', module: 'STRIPE' },
];

/** A random sale: usually plain, sometimes with discounts, fees and gift cards. */
export function randomSale(random: Random): Sale {
  const company = chance(random, 0.08);
  const person = company ? randomCompany(random, foreignCompanies) : randomOrRegular(random);
  const basket = randomBasket(random, person, company);
  return sale.parse({
    about: 'made by chance',
    buyer: buyerOf(person),
    basket,
    payment: pick(random, payments),
    paymentStatus: chance(random, 0.1) ? 'AWAITING_PAYMENT' : 'PAID',
    comments: chance(random, 0.1) ? 'Bellen voor de deur, alstublieft.' : '',
  });
}

function randomOrRegular(random: Random): Person {
  if (chance(random, 0.3)) return pick(random, regulars);
  const person = randomPerson(random);
  return { ...person, hasAccount: chance(random, 0.8) };
}

function randomBasket(random: Random, { country }: Person, company: boolean): BasketInput {
  const tax = taxFor(country, company);
  const home = country === 'NL';
  const net = company || (home && chance(random, 0.15));
  const basket: BasketInput = {
    pricesIncludeTax: !net,
    tax,
    lines: randomLines(random, country, net),
    shipping: {
      method: home ? 'PostNL brievenbus of pakket' : 'Pakket naar het buitenland',
      rate: pick(random, home ? ['4.25', '6.95', '0'] : ['8.95', '13.95', '24.5']),
      ...(home && chance(random, 0.1) ? { taxedAt: '21' } : {}),
    },
    promotions: chance(random, 0.15) ? [pick(random, promotions)] : [],
  };
  if (chance(random, 0.2)) basket.coupon = pick(random, coupons);
  if (chance(random, 0.08)) basket.handlingFee = { name: 'Cadeauverpakking', value: '2.95' };
  if (home && chance(random, 0.08)) {
    basket.surcharges = [
      { id: 'card', description: 'Toeslag creditcard', type: 'ABSOLUTE', value: '0.75', rate: '21' },
    ];
  }
  if (chance(random, 0.08)) basket.giftCard = pick(random, ['10', '25', '500']);
  return basket;
}

function randomLines(random: Random, country: string, net: boolean): Line[] {
  const lines = oneToMany(random, 6, () =>
    lineOf(pick(random, taxedArticles), {
      quantity: randomQuantity(random, 60),
      country,
      net,
      choice: whole(random, 0, 2),
    }),
  );
  // Untaxed goods only in the Netherlands: bookkeepings may have no 0 % rate for other countries.
  return country === 'NL' && chance(random, 0.08) ? [...lines, lineOf(giftCard)] : lines;
}

/** A cheap, uniform sale: paid, one to three lines, by the customer of that number. */
export function simpleSale(random: Random, customer: number): Sale {
  return sale.parse({
    about: 'simple',
    buyer: buyerOf(numberedPerson(customer)),
    basket: {
      lines: oneToMany(random, 3, () =>
        lineOf(pick(random, taxedArticles), { quantity: String(whole(random, 1, 3)) }),
      ),
      shipping: { method: 'PostNL brievenbus of pakket', rate: '6.95' },
    },
  });
}
