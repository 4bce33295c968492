import { z } from 'zod';
import { decimal } from '../../records/money.ts';
import { documentLanguages } from '../../texts/documents/languages.ts';
import { asked } from '../asked.ts';
import { choiceOf, expression, listed, ofSource, ofTarget } from '../listed.ts';
import { daySettings } from './day/settings.ts';

const country = z.string().regex(/^[A-Z]{2}$/, 'not_a_country');
const account = listed(z.string(), ofTarget('ledgerAccounts'));
const revenue = choiceOf({ gives: ofTarget('ledgerAccounts') });
const vatCode = choiceOf({ gives: ofTarget('vatCodes') });

/** Settings of the orders flow (docs/settings.md). Every one has a default that books an order as a shop expects. */
export const ordersSettings = z.strictObject({
  statuses: asked(listed(z.array(z.string()).min(1), ofSource('orderStatuses')), {
    rank: 20,
    where: 'listed',
  }).optional(),
  paymentStatuses: asked(listed(z.array(z.string()).min(1), ofSource('paymentStatuses')), {
    rank: 110,
    where: 'listed',
  }).optional(),
  // A basket that nobody ever pays for is no sale.
  paid: asked(z.boolean(), { rank: 10, where: 'payments', recommended: true }).optional(),
  since: asked(z.iso.date(), { rank: 60 }).optional(),
  document: asked(z.enum(['invoice', 'order']), { rank: 30, where: 'kinds' }).optional(),
  state: asked(z.enum(['draft', 'sent']), { rank: 40, where: 'invoices' }).default('draft'),
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
      classification: choiceOf(
        { by: { values: ['person', 'company'] }, gives: ofTarget('classifications') },
        { rank: 130, where: 'listed' },
      ).optional(),
    })
    .prefault({}),
  vat: z
    .strictObject({
      byRate: choiceOf({ gives: ofTarget('vatCodes') }, { rank: 70, where: 'listed' }).optional(),
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
      byRate: choiceOf({ gives: ofTarget('ledgerAccounts') }, { rank: 80, where: 'listed' }).optional(),
      shipping: asked(account, { rank: 100, where: 'listed' }).optional(),
      discount: account.optional(),
      fee: account.optional(),
      rounding: account.optional(),
    })
    .prefault({}),
  shipping: z
    .strictObject({
      description: z.string().optional(),
      methods: choiceOf(
        { by: ofSource('shippingMethods'), gives: ofTarget('shippingMethods') },
        {
          rank: 140,
          where: 'listed',
        },
      ).optional(),
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
  paymentMethods: choiceOf(
    { by: ofSource('paymentMethods'), gives: ofTarget('paymentMethods') },
    {
      rank: 90,
      where: 'listed',
    },
  ).optional(),
  paymentTerms: choiceOf({ by: ofSource('paymentMethods') }).optional(),
  products: asked(z.enum(['require', 'create', 'ignore']), { rank: 120, where: 'articles' }).default(
    'ignore',
  ),
  rounding: z
    .strictObject({
      tolerance: decimal.refine((value) => !value.startsWith('-'), 'negative').default('0.05'),
      vat: z.enum(['match', 'accept']).default('match'),
      description: z.string().optional(),
    })
    .prefault({}),
  refunds: asked(z.enum(['credit', 'flag', 'ignore']), { rank: 50, where: 'credits' }).default('flag'),
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
