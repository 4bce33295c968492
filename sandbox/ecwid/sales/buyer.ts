import type { Person } from '../../kit/people/person.ts';
import type { AddressInput, BuyerInput } from './sale.ts';

/** A person in the shop's words. */
export function buyerOf(person: Person): BuyerInput {
  const { email, phone, vatNumber, language, hasAccount } = person;
  return {
    ...addressOf(person),
    email,
    lang: language,
    account: hasAccount,
    ...(phone === undefined ? {} : { phone }),
    ...(vatNumber === undefined ? {} : { vatNumber }),
  };
}

export function addressOf({
  name,
  addressLines,
  postalCode,
  city,
  country,
  company,
  region,
}: Person): AddressInput {
  return {
    name,
    street: addressLines.join('\n'),
    postalCode,
    city,
    country,
    ...(company === undefined ? {} : { companyName: company }),
    ...(region === undefined ? {} : { province: { code: region.code, name: region.name } }),
  };
}
