/** Buyers and addresses of orders (sheet 7.5). */
import type { Address } from '../../records/address.ts';
import { buyerKind, vatNumberIn } from '../../records/business.ts';
import type { Customer } from '../../records/customer.ts';
import { addressOrNone, companyIn, languageOf, nameOr } from '../wire/party.ts';
import type { AddressWire, OrderWire } from './orders/wire.ts';
import { streetFromWire } from './street.ts';

export function addressOf(wire: AddressWire | undefined): Address | undefined {
  return addressOrNone({
    ...streetFromWire(wire?.street, wire?.number),
    postalCode: wire?.zipcode,
    city: wire?.city,
    country: wire?.country_code,
  });
}

export function buyerOf({ debtor, locale }: OrderWire): Omit<Customer, 'reverseCharge'> {
  const invoice = debtor?.address?.invoice;
  const company = companyIn(invoice?.company);
  const vatNumber = vatNumberIn(invoice?.taxnumber);
  return {
    id: debtor?.id,
    kind: buyerKind({ company, vatNumber }),
    email: debtor?.email,
    name: nameOr(invoice?.name, { company, email: debtor?.email }),
    company,
    phone: invoice?.phone,
    vatNumber,
    language: languageOf(locale),
    address: addressOf(invoice) ?? {},
  };
}
