import { z } from 'zod';

/** Fields of `billingPerson` that can be written (sheet 3.9). */
const personFields = {
  name: z.string(),
  companyName: z.string(),
  street: z.string(),
  city: z.string(),
  postalCode: z.string(),
  countryCode: z.string().regex(/^[A-Z]{2}$/, 'not_a_country'),
  stateOrProvinceCode: z.string(),
  phone: z.string(),
};

/** What a mapping may fill in of a customer, by Ecwid's own names (sheet 7.3); the person's stand among them. */
export const customerFields = z
  .object({
    ...personFields,
    customerGroupId: z.int().nonnegative(),
    taxId: z.string(),
    taxIdValid: z.boolean(),
    taxExempt: z.boolean(),
    b2b_b2c: z.enum(['b2b', 'b2c']),
    fiscalCode: z.string(),
    electronicInvoicePecEmail: z.string(),
    electronicInvoiceSdiCode: z.string(),
    acceptMarketing: z.boolean(),
    lang: z.string(),
    privateAdminNotes: z.string(),
  })
  .partial();

export function isOfPerson(name: string): boolean {
  return Object.hasOwn(personFields, name);
}
