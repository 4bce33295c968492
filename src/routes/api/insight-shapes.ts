/** The shapes of periods and of the shop against the books; what they hold: engine/reporting/insight-views.ts. */
import { z } from '@hono/zod-openapi';
import { parts } from '../../engine/reporting/insight-views.ts';
import { amount, amounts, amountsView, orderFields, reasonView, values, vatByRate } from './order-shapes.ts';

const count = z.number().int();
const timestamp = z.iso.datetime();
const timeZone = z
  .string()
  .nullable()
  .describe("The shop's, whose days these are; null where it was not read yet");

const unknown = z
  .object({
    notRead: count.describe('Heard of, and not read yet'),
    ofBefore: count.describe(
      'Booked by an earlier version, which kept no currency and no day: in no sum until they are read again',
    ),
  })
  .describe('Orders of which no amount can be told');

const dayView = amounts.extend({
  day: z.iso.date(),
  currency: z.string(),
  vat: amount,
  vatByRate,
  booked: amounts.extend({
    amount: amount.describe('What the books have of them, less what of it is credited'),
  }),
  open: amounts.describe('On their way, tried again, or for a person'),
  leftOut: amounts,
});

export const insightsView = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    timeZone,
    totals: z.array(amountsView).readonly().describe('The whole period by currency; `period` is empty'),
    days: z.array(dayView).readonly().describe('Those with orders, by currency'),
    needYou: z
      .array(amounts.extend({ currency: z.string(), reason: reasonView.extend({ values }).nullable() }))
      .readonly()
      .describe('What orders of the period need a person for, booked or not'),
    times: z
      .object({ count, p50Seconds: z.number(), p95Seconds: z.number() })
      .nullable()
      .describe(
        'From the sale in the shop until the books had its document; rounded up to two digits. Not of orders that were heard of more than a day later, nor of tills’ days',
      ),
    calls: z
      .array(
        z.object({
          connection: z.string(),
          system: z.string(),
          used: z.number(),
          allowed: z.number(),
          at: timestamp,
        }),
      )
      .readonly()
      .describe('What systems told of the calls that they allow in a rolling day'),
    unknown,
  })
  .meta({ id: 'Insights', description: 'Orders and amounts of a period' });

const part = z.object({ count, amount: amount.describe('Less what was given back, or credited') });

export const reconciliationView = z.object({
  month: z.string(),
  timeZone,
  currencies: z
    .array(
      z.object({
        currency: z.string(),
        shop: part.extend({ gross: amount, refunded: amount }),
        leftOut: part.describe('By the settings, or given back before it was booked'),
        due: part.describe('`shop` less `leftOut`: what should be in the books'),
        notBooked: z
          .array(part.extend({ part: z.enum(['needs_you', 'waiting', 'on_its_way', 'by_person']) }))
          .readonly(),
        changed: part.describe('What documents come to beyond their orders as they are now'),
        givenBack: part.describe('Given back in the shop, and not credited in the books'),
        books: part.extend({ documents: amount, credited: amount }),
        differing: count.describe(
          'Orders that the books have otherwise than the shop says: by their amount, what was given back, or the VAT alone, which is in none of these sums',
        ),
        difference: amount.describe('`due` less `books`'),
        holds: z
          .boolean()
          .describe('Whether `due` less `notBooked`, and with `changed` and `givenBack`, is `books`'),
      }),
    )
    .readonly(),
  unknown,
});

const apartView = orderFields
  .extend({
    part: z.enum(parts).describe('Why it is not in the books as the shop says it'),
    due: amount
      .nullable()
      .describe('What the shop says less what was given back; null where it was not read'),
    inBooks: amount,
    difference: amount
      .nullable()
      .describe(
        '`due` less `inBooks`; 0 of one that is left out, which should not be there: all of them add up to the difference of the month',
      ),
    why: z.string().describe('In words'),
  })
  .meta({ id: 'OrderApart', description: 'An order that the books do not have as the shop says it' });

export const reconciliationPage = reconciliationView
  .extend({ items: z.array(apartView), cursor: z.string().nullable() })
  .meta({ id: 'Reconciliation', description: 'A month of the shop against the books' });
