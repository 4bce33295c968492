import { z } from 'zod';
import { choice } from '../../mapping/choice.ts';

const country = z.string().regex(/^[A-Z]{2}$/, 'must be a two-letter country code');

/** Settings of the customers flow (DESIGN section 8). With none of them every customer that has an address is kept in step. */
export const customersSettings = z.strictObject({
  create: z
    .boolean()
    .default(true)
    .describe('Make a customer that the target does not have; else it is skipped'),
  update: z
    .boolean()
    .default(true)
    .describe('Overwrite a customer that exists; else it is linked and left as it is'),
  kinds: z
    .array(z.enum(['person', 'company']))
    .min(1)
    .optional()
    .describe('Who leaves: only persons, or only companies; all when left out'),
  countries: z
    .array(country)
    .min(1)
    .optional()
    .describe('Countries whose customers leave; one without a country stays'),
  withoutEmail: z
    .enum(['park', 'skip'])
    .default('park')
    .describe('What becomes of a customer without an e-mail address: it can neither be found nor made'),
  classification: choice
    .optional()
    .describe("The target's customer class, by `person` or `company`; by `company DE` for one country"),
  vat: choice
    .optional()
    .describe("The VAT code kept with the target's customer, by country; `none` where there is no country"),
  revenueAccount: choice
    .optional()
    .describe(
      "The revenue account kept with the target's customer, by country; `none` where there is no country",
    ),
  fixed: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
    .default({})
    .describe("Constants for the target's own fields"),
});

export type CustomersSettings = z.infer<typeof customersSettings>;
