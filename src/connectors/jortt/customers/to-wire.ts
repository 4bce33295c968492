import type { Customer } from '../../../records/customer.ts';
import { rejected } from '../../../records/problem.ts';
import { compactVatNumber } from '../../../records/vat.ts';
import type { CustomerDraft, JsonObject } from '../../contract/target.ts';
import { present } from '../../wire/fields.ts';
import { languages } from './target-fields.ts';

/**
 * The body of `POST /v3/customers` (sheet 6.2). Mapped fields stand above what the order says, also about being a
 * company. Throws `address_incomplete`, `vat_number_missing` and `company_missing`.
 */
export function customerToWire({ customer, fields }: CustomerDraft): JsonObject {
  const mapped = present(fields);
  const isPrivate = mapped.is_private ?? customer.kind === 'person';
  const body = present({
    is_private: isPrivate,
    ...(isPrivate ? person(customer) : company(customer)),
    address_street: customer.address.street?.trim(),
    address_postal_code: customer.address.postalCode?.trim(),
    address_city: customer.address.city?.trim(),
    address_country_code: customer.address.country,
    address_extra_information: customer.address.extra?.trim(),
    email: customer.email?.trim(),
    phonenumber: customer.phone?.trim(),
    invoice_language: invoiceLanguage(customer),
    reference: customer.id,
    ...mapped,
  });
  if (isPrivate) checkPerson(customer, body);
  else checkCompany(body);
  return body;
}

function person(customer: Customer): JsonObject {
  const { firstName, lastName, name, company, email } = customer;
  const parts = [firstName, lastName].map((part) => part?.trim()).filter(Boolean);
  return {
    customer_name: name.trim() || parts.join(' ') || company?.trim() || email?.trim(),
    first_name: firstName?.trim(),
    last_name: lastName?.trim(),
  };
}

function company(customer: Customer): JsonObject {
  const contact = customer.name.trim();
  const name = customer.company?.trim() || contact || customer.email?.trim();
  return {
    customer_name: name,
    attn: contact === name ? undefined : contact,
    vat_number: customer.vatNumber && compactVatNumber(customer.vatNumber),
    coc_number: customer.cocNumber?.trim(),
    // Reverse charge is kept with the customer only (sheet 5), so it is said both ways.
    shift_vat: customer.reverseCharge,
  };
}

function invoiceLanguage(customer: Customer): string | undefined {
  const language = customer.language?.trim().toLowerCase().split(/[-_]/)[0];
  return languages.find((known) => known === language);
}

const addressParts: Readonly<Record<string, string>> = {
  address_street: 'street',
  address_postal_code: 'postalCode',
  address_city: 'city',
  address_country_code: 'country',
};

function checkCompany(body: JsonObject): void {
  const missing = Object.keys(addressParts).filter((name) => body[name] === undefined);
  if (missing.length > 0) {
    throw rejected('address_incomplete', {
      system: 'Jortt',
      missing: missing.map((name) => addressParts[name] ?? name),
      fields: missing.map((name) => `customer.${name}`),
    });
  }
  if (body.shift_vat === true && body.vat_number === undefined) {
    throw rejected('vat_number_missing', { field: 'customer.vat_number' });
  }
}

/** Jortt shifts VAT to companies only (sheet 5): as a person this would be booked as an ordinary sale at 0 %. */
function checkPerson(customer: Customer, body: JsonObject): void {
  if (!customer.reverseCharge && body.shift_vat !== true) return;
  throw rejected('company_missing', { system: 'Jortt', field: 'customer.is_private' });
}
