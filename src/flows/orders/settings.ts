import { z } from 'zod';
import { choice } from '../../mapping/choice.ts';
import { decimal } from '../../records/money.ts';
import { documentLanguages } from '../../texts/documents/languages.ts';
import { daySettings } from './day/settings.ts';

const country = z.string().regex(/^[A-Z]{2}$/, 'not_a_country');

/** Settings of the orders flow (docs/settings.md). Every one has a default that books an order as a shop expects. */
export const ordersSettings = z.strictObject({
  statuses: z.array(z.string()).min(1).optional(),
  paymentStatuses: z.array(z.string()).min(1).optional(),
  paid: z.boolean().optional(),
  since: z.iso.date().optional(),
  document: z.enum(['invoice', 'order']).optional(),
  state: z.enum(['draft', 'sent']).default('draft'),
  lines: z.enum(['items', 'summary', 'split']).default('items'),
  language: z.enum(documentLanguages).default('nl'),
  customer: z
    .strictObject({
      create: z.boolean().default(true),
      update: z.boolean().optional(),
      defaultDebtor: z
        .strictObject({
          id: z.string().min(1),
          force: z.boolean().default(false),
        })
        .optional(),
      classification: choice.optional(),
    })
    .prefault({}),
  vat: z
    .strictObject({
      byRate: choice.optional(),
      byCountry: z.record(country, choice).default({}),
      reverseCharge: z.enum(['allow', 'park']).default('allow'),
      oss: z.enum(['allow', 'park']).default('allow'),
      untaxed: z.enum(['park', 'allow']).default('park'),
      homeCountry: country.optional(),
    })
    .prefault({}),
  revenueAccount: z
    .strictObject({
      byCountry: choice.optional(),
      byRate: choice.optional(),
      shipping: z.string().optional(),
      discount: z.string().optional(),
      fee: z.string().optional(),
      rounding: z.string().optional(),
    })
    .prefault({}),
  shipping: z
    .strictObject({
      description: z.string().optional(),
      methods: choice.optional(),
    })
    .prefault({}),
  fees: z
    .array(
      z.strictObject({
        field: z.string().min(1),
        taxField: z.string().min(1).optional(),
        text: z.string().min(1),
        includesVat: z.boolean().default(false),
      }),
    )
    .max(20)
    .default([]),
  currency: z.enum(['auto', 'order', 'base']).default('auto'),
  discounts: z.enum(['lines', 'spread']).default('lines'),
  paymentMethods: choice.optional(),
  paymentTerms: choice.optional(),
  products: z.enum(['require', 'create', 'ignore']).default('ignore'),
  rounding: z
    .strictObject({
      tolerance: decimal.refine((value) => !value.startsWith('-'), 'negative').default('0.05'),
      vat: z.enum(['match', 'accept']).default('match'),
      description: z.string().optional(),
    })
    .prefault({}),
  refunds: z.enum(['credit', 'flag', 'ignore']).default('flag'),
  aftermath: z.enum(['carry', 'flag', 'ignore']).default('carry'),
  day: daySettings.optional(),
  writeBack: z
    .strictObject({
      status: z.string().optional(),
      note: z.string().optional(),
    })
    .optional(),
  fixed: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
    .default({}),
});

export type OrdersSettings = z.infer<typeof ordersSettings>;
