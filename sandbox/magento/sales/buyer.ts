import { firstNameOf, lastNameOf, type Person } from '../../kit/people/person.ts';
import type { AddressInput, BuyerInput } from './sale.ts';

/** A person in the shop's words. Companies are in groups of their own: wholesale at home, tax shifted abroad. */
export function buyerOf(person: Person): BuyerInput {
  const { email, hasAccount, company, country, vatNumber } = person;
  return {
    ...addressOf(person),
    email,
    account: hasAccount,
    ...(company === undefined ? {} : { groupId: country === 'NL' ? 2 : 4 }),
    ...(vatNumber === undefined ? {} : { taxvat: vatNumber }),
  };
}

export function addressOf(person: Person): AddressInput {
  const { middleName, addressLines, postalCode, city, country, region, company, vatNumber } = person;
  return {
    firstname: firstNameOf(person),
    lastname: lastNameOf(person),
    ...(middleName === undefined ? {} : { middlename: middleName }),
    ...(company === undefined ? {} : { company }),
    street: [...addressLines],
    postcode: postalCode,
    city,
    country,
    ...(region?.id === undefined ? {} : { region: { ...region, id: region.id } }),
    ...(vatNumber === undefined ? {} : { vatId: vatNumber }),
  };
}
