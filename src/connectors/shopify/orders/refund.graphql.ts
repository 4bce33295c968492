/** What was given back of an order: each time by itself, with its lines and its money (sheet 5.6). */
import { z } from 'zod';
import { amount, list, needed, part, text } from '../../wire/fields.ts';
import { utcTimestamp } from '../../wire/timestamps.ts';
import type { Operation } from '../graphql.ts';
import { id } from '../ids.ts';
import { connection } from '../pages.ts';
import { money, moneyBag, page } from '../wire.ts';

const refundLine = z.object({
  lineItem: z.object({ id }),
  quantity: needed(amount),
  subtotalSet: moneyBag,
  totalTaxSet: moneyBag,
});
export type RefundLineWire = z.infer<typeof refundLine>;

const lines = `{ ${page} nodes { lineItem { id } quantity subtotalSet ${money} totalTaxSet ${money} } }`;

export const refundWire = z.object({
  id,
  processedAt: utcTimestamp,
  createdAt: utcTimestamp,
  totalRefundedSet: moneyBag,
  refundLineItems: connection(refundLine),
  refundShippingLines: connection(
    z.object({
      shippingLine: part(z.object({ id: text })),
      subtotalAmountSet: moneyBag,
      taxAmountSet: moneyBag,
    }),
  ),
  duties: list(z.object({ amountSet: moneyBag, originalDuty: part(z.object({ id: text })) })),
  /** Beside the goods: below zero what was given on top of them, above it what was kept. */
  orderAdjustments: connection(z.object({ amountSet: moneyBag, taxAmountSet: moneyBag, reason: text })),
  transactions: connection(z.object({ kind: text, status: text, amountSet: moneyBag })),
});
export type RefundWire = z.infer<typeof refundWire>;

export const oneRefund: Operation<{ readonly refund: RefundWire | null }> = {
  document: `query Refund($id: ID!) {
    refund(id: $id) {
      id processedAt createdAt totalRefundedSet ${money}
      refundLineItems(first: 100) ${lines}
      refundShippingLines(first: 20) { ${page} nodes {
        shippingLine { id } subtotalAmountSet ${money} taxAmountSet ${money}
      } }
      duties { amountSet ${money} originalDuty { id } }
      orderAdjustments(first: 20) { ${page} nodes { amountSet ${money} taxAmountSet ${money} reason } }
      transactions(first: 50) { ${page} nodes { kind status amountSet ${money} } }
    }
  }`,
  data: z.object({ refund: refundWire.nullable() }),
  cost: 55,
};

const moreData = z.object({ refund: z.object({ refundLineItems: connection(refundLine) }).nullable() });
export const moreRefundLines: Operation<z.infer<typeof moreData>> = {
  document: `query RefundLines($id: ID!, $after: String) {
    refund(id: $id) { refundLineItems(first: 100, after: $after) ${lines} }
  }`,
  data: moreData,
  cost: 20,
};

const exchangesData = z.object({
  order: z
    .object({
      returns: connection(
        z.object({
          status: text,
          refunds: connection(z.object({ id })),
          exchangeLineItems: connection(z.object({ lineItems: list(z.object({ id })) })),
        }),
      ),
    })
    .nullable(),
});

/** Which lines of an order came in the place of what was sent back (case O3). */
export const exchanges: Operation<z.infer<typeof exchangesData>> = {
  document: `query Exchanges($id: ID!, $after: String) {
    order(id: $id) { returns(first: 10, after: $after) { ${page} nodes {
      status
      refunds(first: 25) { ${page} nodes { id } }
      exchangeLineItems(first: 50) { ${page} nodes { lineItems { id } } }
    } } }
  }`,
  data: exchangesData,
  cost: 250,
};
