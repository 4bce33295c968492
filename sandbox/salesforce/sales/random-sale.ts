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
import type { Article } from '../../kit/shop/assortment.ts';
import { oneToMany, randomQuantity, taxFor } from '../../kit/shop/random-basket.ts';
import { netPrice, rateOf } from '../../kit/shop/vat-kind.ts';
import { type Address, type Sale, type SaleInput, sale } from './sale.ts';

type Random = () => number;

const regulars: Choices<Person> = [sanne, sahin, joost, francois, oloff, zoe, koeln, lyon, gent];

export function buyerOf(person: Person): SaleInput['buyer'] {
  return { ...addressOf(person), email: person.email, account: true, vatNumber: person.vatNumber ?? '' };
}

export function addressOf({
  name,
  company,
  phone,
  addressLines,
  postalCode,
  city,
  country,
}: Person): Address {
  return {
    name,
    company: company ?? '',
    phone: phone ?? '',
    street: addressLines.join('\n'),
    postalCode,
    city,
    country,
  };
}

/** An article as a line, with the rate of a country; without one nothing is charged. */
export function lineOf(
  article: Article,
  quantity: string,
  country: string | null,
): SaleInput['lines'][number] {
  const { sku, name, price, vat } = article;
  const home = rateOf(vat, 'NL');
  return {
    sku,
    name,
    price: netPrice(price, home),
    quantity,
    rate: country === null ? '0' : rateOf(vat, country),
  };
}

/** A random order: mostly activated, of somebody who comes back or of somebody new. */
export function randomSale(random: Random): Sale {
  const person = chance(random, 0.15)
    ? randomCompany(random, foreignCompanies)
    : chance(random, 0.3)
      ? pick(random, regulars)
      : randomPerson(random);
  const taxed = taxFor(person.country, person.company !== undefined) === 'charged';
  const lines = oneToMany(random, 6, () =>
    lineOf(pick(random, taxedArticles), randomQuantity(random, 60), taxed ? person.country : null),
  );
  return sale.parse({
    about: 'made by chance',
    buyer: buyerOf(person),
    lines,
    reference: chance(random, 0.5) ? `WEB-${whole(random, 1000, 9999)}` : '',
    state: chance(random, 0.85) ? 'activated' : 'draft',
  });
}

/** A cheap, uniform order by the customer of that number. */
export function simpleSale(random: Random, customer: number): Sale {
  return sale.parse({
    about: 'simple',
    buyer: buyerOf(numberedPerson(customer)),
    lines: oneToMany(random, 3, () => lineOf(pick(random, taxedArticles), String(whole(random, 1, 3)), 'NL')),
  });
}
