/** The shapes of orders and their amounts, as the API describes them; what they hold: engine/reporting/order-views.ts. */
import { z } from '@hono/zod-openapi';
import { orderStates } from '../../engine/storage/register-row.ts';
import { activityView, previewCheck, problemView, taskView } from './view-shapes.ts';

const timestamp = z.iso.datetime();
export const amount = z.string().describe('A decimal');
export const values = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly()]))
  .describe('What it is about, such as a setting and the value it lacks');

export const orderState = z
  .enum(orderStates)
  .describe(
    '`queued`: on its way; `waiting`: tried again; `parked`: needs a person, booked or not; `booked`; `credited` as a whole; `in_day`: a receipt, in the document of its day; `skipped`: not booked',
  );

export const vatByRate = z.array(z.object({ rate: z.string(), vat: z.string() })).readonly();

export const reasonView = z.object({ code: z.string(), message: z.string() });

const url = z
  .url()
  .nullable()
  .describe("Where it is looked at in the system's own pages; null where that is not known");

const documentView = z
  .object({
    id: z.string(),
    number: z
      .string()
      .nullable()
      .describe('As people there know it; null where the system does not tell, or has none yet'),
    url,
    gross: amount.nullable(),
    vat: amount.nullable(),
    credited: amount.nullable().describe('What the books have given back of it'),
    bookedAt: timestamp.nullable(),
  })
  .meta({ id: 'OrderDocument' });

export const orderFields = z.object({
  flow: z.string(),
  from: z.string(),
  to: z.string(),
  key: z.string().describe("The order's id as its system names it"),
  number: z.string().nullable().describe('As customers see it; null where it was never read'),
  url,
  placedOn: z.iso
    .date()
    .nullable()
    .describe("The day in the shop's own time zone; null where it was never read"),
  placedAt: timestamp.nullable(),
  firstSeenAt: timestamp,
  currency: z
    .string()
    .nullable()
    .describe(
      'ISO 4217; null where it was never read, or an earlier version booked it, until it is read again',
    ),
  gross: amount.nullable().describe('With VAT, as the source says'),
  vat: amount.nullable(),
  vatByRate: vatByRate.nullable(),
  refunded: amount.nullable().describe('Given back so far: all of an order that is cancelled'),
  state: orderState,
  problem: problemView.extend({ values }).nullable().describe('Why it waits, or needs a person'),
  reason: reasonView.nullable().describe('Why it is not booked'),
  document: documentView.nullable().describe('What the books have of it'),
  task: z.string().nullable().describe('Its open task'),
  dueAt: timestamp.nullable().describe('When one that waits is tried again'),
});

export const orderView = orderFields.meta({ id: 'Order', description: 'An order as it stands' });

const shownLine = z
  .object({
    kind: z.enum(['item', 'shipping', 'discount', 'fee', 'rounding']),
    name: z.string(),
    sku: z.string().nullable(),
    quantity: z.string(),
    amount: amount.describe("Of the whole line, on the basis of the order's prices"),
    vatRate: z.string(),
  })
  .meta({ id: 'OrderLine' });

export const orderDetailView = orderFields
  .extend({
    checks: z
      .array(previewCheck)
      .readonly()
      .describe(
        'What the order comes to against its document, booked or planned; null where that has no figure',
      ),
    notes: z.array(z.string()).readonly().describe('Where the figures come from, such as rounding'),
    lines: z
      .array(
        z.object({
          source: shownLine.nullable(),
          target: shownLine.nullable(),
          differs: z.boolean().describe('Both are there, and their amount or VAT rate is not the same'),
        }),
      )
      .readonly()
      .nullable()
      .describe('Its lines beside those of its document; null once the retention is over'),
    timeline: z.array(activityView).readonly().describe('Every try, and what people did, newest first'),
    lastTask: taskView.nullable().describe('What can be retried, skipped or unskipped'),
  })
  .meta({ id: 'OrderDetail', description: 'An order with all that is known of it' });

export const amounts = z.object({ count: z.number().int(), gross: amount });

export const amountsView = amounts
  .extend({
    period: z.string().describe('`2026-03-02`, or `2026-03`'),
    currency: z.string(),
    vat: amount,
    vatByRate,
    refunded: amount,
    booked: amounts
      .extend({
        documents: amount.describe('What the documents came to when they were made'),
        documentsVat: amount,
        credited: amount,
        amount: amount.describe('What the books have of them: `documents` less `credited`'),
      })
      .describe(
        'Orders that the books have a document of; `gross` is the source’s. A till’s day is an order, its receipts are none',
      ),
    notBooked: z
      .array(
        amounts.extend({
          state: orderState,
          reason: reasonView
            .extend({ values })
            .nullable()
            .describe('Why, or what they wait for; of a problem `message` is that of one of them'),
          refunded: amount,
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Amounts', description: 'Orders of a day or month in one currency' });
