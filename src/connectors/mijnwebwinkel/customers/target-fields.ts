import { z } from 'zod';

/** Of the customer itself (sheet 7.10). */
const ownFields = { description: z.string(), dateOfBirth: z.iso.date() };

const addressFields = {
  street: z.string(),
  streetNumber: z.string(),
  zipCode: z.string(),
  city: z.string(),
  countryCode: z.string().regex(/^[A-Z]{2}$/, 'not_a_country'),
  company: z.string(),
  gender: z.enum(['F', 'M']),
  phone: z.string(),
  taxNumber: z.string(),
  iban: z.string(),
};

/** What a mapping may fill in of a customer, by MijnWebwinkel's own names; those of its address stand among them. */
export const customerFields = z
  .object({ firstName: z.string(), lastName: z.string(), ...ownFields, ...addressFields })
  .partial();

export function isOfAddress(name: string): boolean {
  return Object.hasOwn(addressFields, name);
}

/** Whether a part is a field that only a mapping fills in. */
export function isOwn(name: string): boolean {
  return Object.hasOwn(ownFields, name) || name === 'gender' || name === 'iban';
}
