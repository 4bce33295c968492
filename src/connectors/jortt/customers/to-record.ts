import type { Address } from '../../../records/address.ts';
import { vatNumberIn } from '../../../records/business.ts';
import type { Customer } from '../../../records/customer.ts';
import { addressOrNone } from '../../wire/party.ts';
import type { CustomerWire } from './wire.ts';

export function customerFromWire(wire: CustomerWire): Customer {
  const isPrivate = wire.is_private ?? false;
  return {
    id: wire.id,
    kind: isPrivate ? 'person' : 'company',
    email: wire.email,
    name: (isPrivate ? wire.customer_name : wire.attn) ?? '',
    firstName: isPrivate ? wire.first_name : undefined,
    lastName: isPrivate ? wire.last_name : undefined,
    company: isPrivate ? undefined : wire.customer_name,
    phone: wire.phonenumber,
    // They are a company's (sheet 6.2): what is left of one that has become a person says nothing.
    vatNumber: isPrivate ? undefined : vatNumberIn(wire.vat_number),
    cocNumber: isPrivate ? undefined : wire.coc_number,
    language: languageOf(wire.invoice_language),
    reverseCharge: wire.shift_vat ?? false,
    address: addressOf({
      street: wire.address_street,
      extra: wire.address_extra_information,
      postalCode: wire.address_postal_code,
      city: wire.address_city,
      country: wire.address_country_code,
    }),
  };
}

/** Dutch is what Jortt fills in by itself (sheet 6.2): it says nothing. */
export function languageOf(language: string | undefined): string | undefined {
  return language === 'nl' ? undefined : language;
}

/** So is the country: alone it is no address. */
export function addressOf(address: Address): Address {
  const { country: _, ...rest } = address;
  return addressOrNone(rest) === undefined ? {} : address;
}
