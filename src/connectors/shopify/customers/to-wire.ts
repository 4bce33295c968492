import type { CustomerDraft, JsonObject } from '../../contract/target.ts';
import { isNameless } from '../../wire/customer-parts.ts';
import { present } from '../../wire/fields.ts';
import { companyNameOf, languageOf, splitName } from '../../wire/party.ts';
import { addressToWire, phoneToWire } from '../party-to-wire.ts';
import { cocField, vatField } from './numbers.ts';

/**
 * The variables of `customerCreate` (sheet 6). A firm and a telephone stand with the address: a customer's own number may be
 * nobody else's, and one that two share would refuse the second. Mapped fields stand above what the record says.
 */
export function customerToWire({ customer, fields }: CustomerDraft): JsonObject {
  const [firstName, lastName] = isNameless(customer.name)
    ? [customer.firstName, customer.lastName]
    : splitName(customer);
  const isCompany = customer.kind === 'company';
  const place = addressToWire(customer, customer.address);
  const company = isCompany ? companyNameOf(customer) : undefined;
  const address = present({ ...place, company, phone: phoneToWire(customer.phone) });
  const numbers = [
    { ...vatField, value: isCompany ? customer.vatNumber?.trim() : undefined },
    { ...cocField, value: isCompany ? customer.cocNumber?.trim() : undefined },
  ].filter(({ value }) => value !== undefined && value !== '');
  return {
    input: present({
      email: customer.email?.trim(),
      firstName,
      lastName,
      locale: languageOf(customer.language),
      addresses: Object.keys(address).length === 0 ? undefined : [address],
      metafields: numbers.length === 0 ? undefined : numbers,
      ...present(fields),
    }),
  };
}
