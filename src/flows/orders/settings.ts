import { z } from 'zod';
import { decimal } from '../../records/money.ts';
import { documentLanguages } from '../../texts/documents/languages.ts';
import { choiceOf, expression, listed, ofSource, ofTarget } from '../listed.ts';
import { daySettings } from './day/settings.ts';

const country = z.string().regex(/^[A-Z]{2}$/, 'not_a_country');
const account = listed(z.string(), ofTarget('ledgerAccounts'));
const revenue = choiceOf({ gives: ofTarget('ledgerAccounts') });
const vatCode = choiceOf({ gives: ofTarget('vatCodes') });

/** Settings of the orders flow (docs/settings.md). Every one has a default that books an order as a shop expects. */
export const ordersSettings = z.strictObject({
  statuses: listed(z.array(z.string()).min(1), ofSource('orderStatuses')).optional(),
  paymentStatuses: listed(z.array(z.string()).min(1), ofSource('paymentStatuses')).optional(),
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
      classification: choiceOf({
        by: { values: ['person', 'company'] },
        gives: ofTarget('classifications'),
      }).optional(),
    })
    .prefault({}),
  vat: z
    .strictObject({
      byRate: vatCode.optional(),
      byCountry: z.record(country, vatCode).default({}),
      reverseCharge: z.enum(['allow', 'park']).default('allow'),
      oss: z.enum(['allow', 'park']).default('allow'),
      untaxed: z.enum(['park', 'allow']).default('park'),
      homeCountry: country.optional(),
    })
    .prefault({}),
  revenueAccount: z
    .strictObject({
      byCountry: revenue.optional(),
      byRate: revenue.optional(),
      shipping: account.optional(),
      discount: account.optional(),
      fee: account.optional(),
      rounding: account.optional(),
    })
    .prefault({}),
  shipping: z
    .strictObject({
      description: z.string().optional(),
      methods: choiceOf({ by: ofSource('shippingMethods'), gives: ofTarget('shippingMethods') }).optional(),
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
  paymentMethods: choiceOf({
    by: ofSource('paymentMethods'),
    gives: ofTarget('paymentMethods'),
  }).optional(),
  paymentTerms: choiceOf({ by: ofSource('paymentMethods') }).optional(),
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
      status: listed(z.string(), ofSource('orderStatuses', 'paymentStatuses')).optional(),
      note: expression(z.string()).optional(),
    })
    .optional(),
  fixed: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
    .default({}),
});

export type OrdersSettings = z.infer<typeof ordersSettings>;
