import { z } from 'zod';

/** Of the account itself, by Magento's own names (sheet 9.2). */
const accountFields = {
  email: z.string(),
  prefix: z.string(),
  firstname: z.string(),
  middlename: z.string(),
  lastname: z.string(),
  suffix: z.string(),
  dob: z.iso.date(),
  gender: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  group_id: z.int().positive(),
  taxvat: z.string(),
  disable_auto_group_change: z.union([z.literal(0), z.literal(1)]),
};

/** Of its address for invoices: names there are not in conflict with the account's. */
const addressFields = {
  company: z.string(),
  street: z.array(z.string()).min(1).max(4),
  city: z.string(),
  postcode: z.string(),
  country_id: z.string().regex(/^[A-Z]{2}$/, 'not_a_country'),
  telephone: z.string(),
  fax: z.string(),
  vat_id: z.string(),
};

export const customerFields = z.object({ ...accountFields, ...addressFields }).partial();

export function isAddressField(name: string): boolean {
  return Object.hasOwn(addressFields, name);
}
