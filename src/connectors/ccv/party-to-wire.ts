/** People and companies as orders and users take them (sheet 6.4). */
import type { Address, Delivery } from '../../records/address.ts';
import type { Customer } from '../../records/customer.ts';
import type { JsonObject } from '../contract/target.ts';
import { present } from '../wire/fields.ts';
import { companyNameOf, nameOf, recipientOf, splitName } from '../wire/party.ts';

/** Of the two ways to say a street the lines keep what was typed. The name of a country and the whole name are no input. */
export function addressToWire(address: Address): JsonObject {
  return present({
    address_line_1: address.street?.trim(),
    address_line_2: address.extra?.trim(),
    zipcode: address.postalCode?.trim(),
    city: address.city?.trim(),
    province: address.region?.trim(),
    country_code: address.country,
  });
}

export function personToWire(customer: Customer): JsonObject {
  const isCompany = customer.kind === 'company';
  const [firstName, lastName] = splitName(customer);
  return present({
    email: customer.email?.trim(),
    customertype: isCompany ? 'b2b' : 'b2c',
    btw: isCompany ? customer.vatNumber?.trim() : undefined,
    kvk: isCompany ? customer.cocNumber?.trim() : undefined,
    billingaddress: present({
      first_name: firstName,
      last_name: lastName,
      company: isCompany ? companyNameOf(customer) : undefined,
      telephone: customer.phone?.trim(),
      ...addressToWire(customer.address),
    }),
  });
}

/** Undefined where it is sent to the buyer's own address. A country alone, as of what is picked up, is no such place. */
export function deliveryToWire(customer: Customer, delivery: Delivery | undefined): JsonObject | undefined {
  if (!delivery?.street?.trim() && !delivery?.city?.trim()) return undefined;
  const { person, address } = recipientOf(customer, delivery);
  return present({
    full_name: nameOf(person),
    company: person.kind === 'company' ? companyNameOf(person) : undefined,
    telephone: person.phone?.trim(),
    ...addressToWire(address),
  });
}
