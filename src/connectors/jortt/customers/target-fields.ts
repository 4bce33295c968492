import { z } from 'zod';
import type { JsonObject } from '../../contract/target.ts';
import { paymentMethods } from '../fields.ts';

export const languages = ['nl', 'de', 'en', 'fr', 'es'] as const;

/**
 * What can be written of a customer, by Jortt's own names (sheet 6.2). All may be mapped but the citizen service
 * number, which a shop has no right to.
 */
export const customerFields = z
  .object({
    is_private: z.boolean(),
    customer_name: z.string(),
    address_street: z.string(),
    address_postal_code: z.string(),
    address_city: z.string(),
    address_country_code: z.string().regex(/^[A-Z]{2}$/, 'not_a_country'),
    address_extra_information: z.string(),
    shift_vat: z.boolean(),
    vat_number: z.string(),
    coc_number: z.string(),
    salutation: z.enum(['sir', 'madam', 'family']),
    initials: z.string(),
    first_name: z.string(),
    last_name: z.string(),
    date_of_birth: z.iso.date(),
    attn: z.string(),
    phonenumber: z.string(),
    website: z.string(),
    email: z.string(),
    cc_emails: z.array(z.string()),
    email_salutation: z.string(),
    additional_information: z.string(),
    payment_term: z.int().nonnegative(),
    invoice_language: z.enum(languages),
    payment_method_invoice: z.enum(paymentMethods),
    reference: z.string(),
    default_label_id: z.uuid(),
    default_ledger_account_id: z.uuid(),
    default_discount_description: z.string(),
    default_discount_percentage: z.int(),
    peppol_scheme_code: z.string(),
    peppol_identifier: z.string(),
  })
  .partial();

const writable = new Set([...Object.keys(customerFields.shape), 'citizen_service_number']);

/** Whether a name in a customer that was read may be sent back. */
export function isWritable(name: string): boolean {
  return writable.has(name);
}

/**
 * The customer's id in the source goes into the reference of a new one, and never over another. A mapped reference stands
 * first in a body, so that the two are told apart.
 */
export function withMappedReference(body: JsonObject, mapped: unknown): JsonObject {
  const { reference, ...others } = body;
  return mapped === undefined ? body : { reference: mapped, ...others };
}

export function isOwnReference(body: JsonObject): boolean {
  return body.reference !== undefined && Object.keys(body)[0] !== 'reference';
}
