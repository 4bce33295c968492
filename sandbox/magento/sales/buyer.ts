import { firstNameOf, lastNameOf, type Person } from '../../kit/people/person.ts';
import type { BuyerInput } from './sale.ts';

/** A person in the shop's words. Companies are in groups of their own: wholesale at home, tax shifted abroad. */
export function buyerOf(person: Person): BuyerInput {
  const { middleName, addressLines, postalCode, city, country, region, company, vatNumber } = person;
  return {
    firstname: firstNameOf(person),
    lastname: lastNameOf(person),
    ...(middleName === undefined ? {} : { middlename: middleName }),
    street: [...addressLines],
    postcode: postalCode,
    city,
    country,
    ...(region?.id === undefined ? {} : { region: { ...region, id: region.id } }),
    email: person.email,
    account: person.hasAccount,
    ...(company === undefined ? {} : { company, groupId: country === 'NL' ? 2 : 4 }),
    ...(vatNumber === undefined ? {} : { vatId: vatNumber, taxvat: vatNumber }),
  };
}
