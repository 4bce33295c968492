import { z } from 'zod';
import { choice } from '../../mapping/choice.ts';
import { decimal } from '../../records/money.ts';
import { documentLanguages } from '../../texts/documents/languages.ts';

const country = z.string().regex(/^[A-Z]{2}$/, 'must be a two-letter country code');

/** Settings of the orders flow (DESIGN section 8). Every one has a default that books an order as a shop expects. */
export const ordersSettings = z.strictObject({
  statuses: z.array(z.string()).min(1).optional().describe('Order statuses that leave; all when left out'),
  paymentStatuses: z.array(z.string()).min(1).optional().describe('Payment statuses that leave'),
  since: z.iso.date().optional().describe('No order placed before this day leaves'),
  document: z
    .enum(['invoice', 'order'])
    .optional()
    .describe("What is made; the target's first kind by default"),
  state: z
    .enum(['draft', 'sent'])
    .default('draft')
    .describe('Whether the document is final at once; a sent one can only be credited'),
  lines: z
    .enum(['items', 'summary', 'split'])
    .default('items')
    .describe(
      'A line per item, one per VAT rate, or one per VAT rate for each of revenue, shipping, discount, fees',
    ),
  language: z
    .enum(documentLanguages)
    .default('nl')
    .describe("Language of what Koppel itself writes on documents: the books' own"),
  customer: z
    .strictObject({
      create: z
        .boolean()
        .default(true)
        .describe('Make a customer that does not exist; else the order goes as a guest, or is parked'),
      update: z.boolean().default(true).describe('Overwrite a customer that exists'),
      defaultDebtor: z
        .strictObject({
          id: z.string().min(1).describe("The target's customer that orders without an e-mail address go to"),
          force: z.boolean().default(false).describe('All orders go to it'),
        })
        .optional()
        .describe('For orders without an e-mail address, or for all with `force`'),
      classification: choice.optional().describe("The target's customer class, by `person` or `company`"),
    })
    .prefault({}),
  vat: z
    .strictObject({
      byRate: choice.optional().describe("The target's VAT code by percentage"),
      byCountry: z
        .record(country, choice)
        .default({})
        .describe('The same for one country; wins over `byRate`'),
      reverseCharge: z
        .enum(['allow', 'park'])
        .default('allow')
        .describe('Sales whose VAT is shifted to a company'),
      oss: z.enum(['allow', 'park']).default('allow').describe('Private sales to other EU countries'),
    })
    .prefault({}),
  revenueAccount: z
    .strictObject({
      byCountry: choice.optional().describe("The target's revenue account by country; wins over `byRate`"),
      byRate: choice.optional().describe('The same by VAT percentage'),
      shipping: z.string().optional().describe('Account of the shipping costs'),
      discount: z.string().optional().describe('Account of the discounts'),
      fee: z.string().optional().describe('Account of the fees'),
      rounding: z.string().optional().describe('Account of the rounding lines'),
    })
    .prefault({}),
  shipping: z
    .strictObject({
      description: z.string().optional().describe("The line's text; the shop's own method name by default"),
      methods: choice.optional().describe("The target's shipping method by the shop's"),
    })
    .prefault({}),
  discounts: z
    .enum(['lines', 'spread'])
    .default('lines')
    .describe('Own line per VAT rate, or off the item lines'),
  paymentMethods: choice.optional().describe("The target's payment method by the shop's"),
  paymentTerms: choice.optional().describe("Days to pay by the shop's payment method"),
  products: z
    .enum(['require', 'ignore'])
    .default('ignore')
    .describe('Park an order with a SKU that the target does not know, or leave its products alone'),
  rounding: z
    .strictObject({
      tolerance: decimal
        .refine((value) => !value.startsWith('-'), 'must not be negative')
        .default('0.05')
        .describe('What the totals may differ before rounding lines; more than that is parked'),
      vat: z
        .enum(['match', 'accept'])
        .default('match')
        .describe("Make the VAT the shop's to the cent, or let the target's own stand within the tolerance"),
      description: z
        .string()
        .optional()
        .describe('Text of a rounding line; in the language of the documents by default'),
    })
    .prefault({}),
  refunds: z
    .enum(['credit', 'flag', 'ignore'])
    .default('flag')
    .describe('What follows when a booked order is refunded or cancelled'),
  writeBack: z
    .strictObject({
      status: z.string().optional().describe('Status that the order gets in the source after booking'),
      note: z.string().optional().describe('JSONata over `order` and `document`'),
    })
    .optional(),
  fixed: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
    .default({})
    .describe("Constants for the target's own fields"),
});

export type OrdersSettings = z.infer<typeof ordersSettings>;
