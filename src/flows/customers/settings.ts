import { z } from 'zod';
import { asked } from '../asked.ts';
import { choiceOf, ofTarget } from '../listed.ts';

const country = z.string().regex(/^[A-Z]{2}$/, 'not_a_country');

/** Settings of the customers flow (docs/settings.md). With none of them every customer that has an address is kept in step. */
export const customersSettings = z.strictObject({
  create: z.boolean().default(true),
  update: z.boolean().default(true),
  kinds: asked(z.array(z.enum(['person', 'company'])).min(1), { rank: 154 }).optional(),
  countries: z.array(country).min(1).optional(),
  withoutEmail: asked(z.enum(['park', 'skip']), { rank: 156 }).default('park'),
  conflicts: z.enum(['park', 'source']).default('park'),
  classification: choiceOf({
    by: { values: ['person', 'company'] },
    gives: ofTarget('classifications'),
  }).optional(),
  vat: choiceOf({ gives: ofTarget('vatCodes') }).optional(),
  revenueAccount: choiceOf({ gives: ofTarget('ledgerAccounts') }).optional(),
  fixed: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
    .default({}),
});

export type CustomersSettings = z.infer<typeof customersSettings>;
