import { buyerKind, vatNumberIn } from '../../../records/business.ts';
import type { Customer } from '../../../records/customer.ts';
import { companyIn, fullName, languageOf, nameOr } from '../../wire/party.ts';
import { addressOf } from '../wire.ts';
import type { CustomerWire } from './customer.graphql.ts';

/** `typed`: a VAT number as somebody wrote it, where what stands there is looked at and not carried on. */
export function customerFromWire(wire: CustomerWire, typed = false): Customer {
  const { firstName, lastName, defaultAddress: at } = wire;
  const email = wire.defaultEmailAddress?.emailAddress;
  const company = companyIn(at?.company) ?? companyIn(wire.companyContactProfiles[0]?.company?.name);
  const number = vatNumberIn(wire.vat?.value);
  const name = fullName(firstName, lastName) ?? fullName(at?.firstName, at?.lastName) ?? at?.name;
  return {
    id: wire.id,
    kind: buyerKind({ company, vatNumber: number }),
    email,
    name: nameOr(name, { company, email }),
    firstName: firstName ?? at?.firstName,
    lastName: lastName ?? at?.lastName,
    company,
    phone: at?.phone ?? wire.defaultPhoneNumber?.phoneNumber,
    vatNumber: typed ? wire.vat?.value : number,
    cocNumber: wire.coc?.value,
    language: languageOf(wire.locale),
    address: addressOf(at) ?? {},
  };
}
