import type { Customer } from '../../../records/customer.ts';
import { rejected } from '../../../records/problem.ts';
import { compactVatNumber } from '../../../records/vat.ts';
import type { CustomerDraft, JsonObject } from '../../contract/target.ts';
import { present } from '../../wire/fields.ts';
import { companyNameOf, languageOf, nameOf, requireAddress } from '../../wire/party.ts';
import { languages, withMappedReference } from './target-fields.ts';

/**
 * The body of `POST /v3/customers` (sheet 6.2). Mapped fields stand above what the order says, also about being a
 * company. Throws `address_incomplete`, `vat_number_missing` and `company_missing`.
 */
export function customerToWire({ customer, fields }: CustomerDraft): JsonObject {
  const mapped = present(fields);
  const isPrivate = mapped.is_private ?? customer.kind === 'person';
  const all = present({
    is_private: isPrivate,
    ...(isPrivate ? person(customer) : company(customer)),
    address_street: customer.address.street?.trim(),
    address_postal_code: customer.address.postalCode?.trim(),
    address_city: customer.address.city?.trim(),
    address_country_code: customer.address.country,
    address_extra_information: customer.address.extra?.trim(),
    email: customer.email?.trim(),
    phonenumber: customer.phone?.trim(),
    invoice_language: languages.find((known) => known === languageOf(customer.language)),
    reference: customer.id,
    ...mapped,
  });
  const body = withMappedReference(all, mapped.reference);
  if (isPrivate) checkPerson(customer, body);
  else checkCompany(body);
  return body;
}

function person(customer: Customer): JsonObject {
  return {
    customer_name: nameOf(customer) ?? companyNameOf(customer),
    first_name: customer.firstName?.trim(),
    last_name: customer.lastName?.trim(),
  };
}

function company(customer: Customer): JsonObject {
  const contact = customer.name.trim();
  const name = companyNameOf(customer);
  return {
    customer_name: name,
    attn: contact === name ? undefined : contact,
    vat_number: customer.vatNumber && compactVatNumber(customer.vatNumber),
    coc_number: customer.cocNumber?.trim(),
    // Reverse charge is kept with the customer only (sheet 5), so it is said both ways.
    shift_vat: customer.reverseCharge,
  };
}

const addressParts = {
  address_street: 'street',
  address_postal_code: 'postalCode',
  address_city: 'city',
  address_country_code: 'country',
} as const;

function checkCompany(body: JsonObject): void {
  requireAddress('Jortt', body, addressParts, (name) => `customer.${name}`);
  if (body.shift_vat === true && body.vat_number === undefined) {
    throw rejected('vat_number_missing', { field: 'customer.vat_number' });
  }
}

/** Jortt shifts VAT to companies only (sheet 5): as a person this would be booked as an ordinary sale at 0 %. */
function checkPerson(customer: Customer, body: JsonObject): void {
  if (!customer.reverseCharge && body.shift_vat !== true) return;
  throw rejected('company_missing', { system: 'Jortt', field: 'customer.is_private' });
}
