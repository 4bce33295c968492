import { z } from 'zod';
import { text } from '../../wire/fields.ts';
import { country } from '../fields.ts';

/** A customer as it is read (sheet 6.2). */
export const customerWire = z.looseObject({
  id: z.string().min(1),
  is_private: z.boolean().nullish(),
  customer_name: text,
  attn: text,
  first_name: text,
  last_name: text,
  address_street: text,
  address_postal_code: text,
  address_city: text,
  address_country_code: country,
  address_extra_information: text,
  shift_vat: z.boolean().nullish(),
  vat_number: text,
  coc_number: text,
  phonenumber: text,
  email: text,
  invoice_language: text,
  archived: z.boolean().nullish(),
});

export type CustomerWire = z.infer<typeof customerWire>;
