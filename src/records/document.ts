import { z } from 'zod';
import { delivery } from './address.ts';
import { customer } from './customer.ts';
import { decimal } from './money.ts';

const documentLine = z.object({
  kind: z.enum(['item', 'shipping', 'discount', 'fee', 'rounding']),
  description: z.string(),
  sku: z.string().optional(),
  /** The target's own article, where it has articles and knows this SKU. */
  articleId: z.string().optional(),
  quantity: decimal,
  /** Per unit; with or without VAT as the document's `pricesIncludeVat` says. Negative for a discount. */
  unitPrice: decimal,
  /** The order's percentage. */
  vatRate: decimal,
  /** The target's own VAT code, after the `vat` setting. */
  vatCode: z.string(),
  /** The target's revenue account. */
  account: z.string().optional(),
});

/** What is to be made in the target: an order seen through a flow's settings and mapping. Free of wire names. */
export const document = z.object({
  kind: z.enum(['invoice', 'order', 'credit']),
  state: z.enum(['draft', 'sent']),
  /** What the target can be searched by: the order number as customers see it. */
  reference: z.string().min(1),
  date: z.iso.date(),
  currency: z.string(),
  pricesIncludeVat: z.boolean(),
  /** The customer's id in the target; empty for a guest, and in a preview of a customer still to be created. */
  customerId: z.string(),
  /** Who buys, and where it goes, for targets whose documents carry that themselves. */
  customer,
  delivery: delivery.optional(),
  /** Instant, ISO 8601 in UTC. */
  placedAt: z.iso.datetime(),
  /** VAT per rate as the source states it, for targets that store the figures that they are given. */
  vatByRate: z.array(z.object({ rate: decimal, vat: decimal })),
  note: z.string().optional(),
  lines: z.array(documentLine),
  paid: z.boolean(),
  /** Everything was sent before the document was made: nobody packs it again. */
  shipped: z.boolean().optional(),
  paymentMethod: z.string().optional(),
  paymentTermDays: z.number().int().nonnegative().optional(),
  shippingMethod: z.string().optional(),
  /** The target's own fields, as the mapping and the constants filled them in. */
  fields: z.record(z.string(), z.unknown()),
});

export type Document = z.infer<typeof document>;
export type DocumentLine = z.infer<typeof documentLine>;

/** A document's totals by one system's rounding rules. */
export interface Totals {
  readonly gross: string;
  readonly vat: string;
  readonly byRate: readonly { readonly rate: string; readonly vat: string }[];
}
