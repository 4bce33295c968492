/** An invoice as Jortt sends it (sheet 4.5), as far as it is read as an order. */
import { z } from 'zod';
import { amount, needed, text } from '../../wire/fields.ts';
import { cents, country } from '../fields.ts';

const total = z.looseObject({ amount: cents, currency: z.string().regex(/^[A-Z]{3}$/) });

const lineWire = z.looseObject({
  description: text,
  quantity: needed(amount),
  /** Per unit. */
  amount: z.looseObject({ amount: needed(amount) }),
  /** A fraction. */
  vat: z.looseObject({ value: needed(amount), category: text }),
});

/** Drawn as text, shown as a list. */
export const creditIds = z
  .union([z.string(), z.array(z.string())])
  .nullish()
  .transform((ids) => [ids ?? []].flat().filter((id) => id !== ''));

export const invoiceWire = z.looseObject({
  id: z.string().min(1),
  invoice_status: z.string(),
  invoice_number: text,
  reference: text,
  invoice_date: z.iso.date().nullish(),
  invoice_due_date: z.iso.date().nullish(),
  invoice_date_sent: z.iso.date().nullish(),
  created_at: z.iso.datetime({ offset: true }),
  invoice_total: total,
  invoice_total_incl_vat: total,
  invoice_due_amount: total,
  net_amounts: z.boolean().nullish(),
  invoice_marked_free_of_vat: z.boolean().nullish(),
  credited_invoice_id: text,
  credit_invoice_ids: creditIds,
  payment_method: text,
  remarks: text,
  line_items: z.array(lineWire).nullish(),
  discounts: z.array(z.looseObject({ description: text, percentage: needed(amount) })).nullish(),
  customer_id: text,
  customer_is_private: z.boolean().nullish(),
  customer_company_name: text,
  customer_attn: text,
  customer_address_street: text,
  customer_address_postal_code: text,
  customer_address_city: text,
  customer_address_country_code: country,
  customer_address_extra_information: text,
  customer_vat_shifted: z.boolean().nullish(),
  customer_vat_number: text,
  customer_mail_to: text,
  language: text,
});

export type InvoiceWire = z.infer<typeof invoiceWire>;
export type InvoiceLineWire = z.infer<typeof lineWire>;
