import { z } from 'zod';

/** Of the user itself (sheet 6.10). */
const userFields = {
  group_id: z.int().positive(),
  status: z.boolean(),
  product_in_category_discount: z.enum(['highest', 'lowest']),
};

/** Of the person (sheet 6.4). */
const personFields = {
  reference: z.string(),
  iban: z.string(),
  bic: z.string(),
  bank: z.string(),
  tenname: z.string(),
  costcentre: z.string(),
  website: z.string(),
  branch: z.string(),
  cardnumber: z.string(),
  birthdate: z.string(),
};

/** What a mapping may fill in of a customer, by CCV's own names. */
export const customerFields = z.object({ ...userFields, ...personFields }).partial();

export function isOfUser(name: string): boolean {
  return Object.hasOwn(userFields, name);
}

/** Whether a part is a field that only a mapping fills in. */
export function isOwn(name: string): boolean {
  return isOfUser(name) || Object.hasOwn(personFields, name);
}
