/** What is changed of an order that stands there (sheet 5.4, 5.5). */
import { z } from 'zod';
import { amount, flag, list, needed, text } from '../../wire/fields.ts';
import type { Operation } from '../graphql.ts';
import { id } from '../ids.ts';
import { connection } from '../pages.ts';
import { page } from '../wire.ts';

const standing = z.object({
  order: z
    .object({
      // As it stands there: what the merchant wrote goes back untouched.
      note: z.string().nullish(),
      tags: list(z.string()),
      displayFinancialStatus: text,
      displayFulfillmentStatus: text,
      canMarkAsPaid: flag,
      closed: flag,
      cancelledAt: text,
    })
    .nullable(),
});
export type StandingOrder = NonNullable<z.infer<typeof standing>['order']>;

export const standingOrder: Operation<z.infer<typeof standing>> = {
  document: `query Standing($id: ID!) {
    order(id: $id) {
      note tags displayFinancialStatus displayFulfillmentStatus canMarkAsPaid closed cancelledAt
    }
  }`,
  data: standing,
  cost: 1,
};

const done = z.unknown();
const userErrors = 'userErrors { field message }';

export const setNote: Operation<unknown> = {
  document: `mutation SetNote($input: OrderInput!) { orderUpdate(input: $input) { ${userErrors} } }`,
  data: done,
  cost: 10,
};

export const addTags: Operation<unknown> = {
  document: `mutation AddTags($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { ${userErrors} } }`,
  data: done,
  cost: 10,
};

export const markAsPaid: Operation<unknown> = {
  document: `mutation MarkAsPaid($id: ID!) { orderMarkAsPaid(input: { id: $id }) { ${userErrors} } }`,
  data: done,
  cost: 10,
};

export const close: Operation<unknown> = {
  document: `mutation Close($id: ID!) { orderClose(input: { id: $id }) { ${userErrors} } }`,
  data: done,
  cost: 10,
};

export const cancel: Operation<unknown> = {
  document: `mutation Cancel($id: ID!) {
    orderCancel(orderId: $id, reason: OTHER, restock: true, notifyCustomer: false) {
      orderCancelUserErrors { field message code }
    }
  }`,
  data: done,
  cost: 10,
};

const parcels = z.object({
  order: z
    .object({
      fulfillmentOrders: connection(
        z.object({
          id: needed(text),
          status: text,
          assignedLocation: z.object({ location: z.object({ id }).nullish() }),
          lineItems: connection(z.object({ id: needed(text), remainingQuantity: amount })),
        }),
      ),
    })
    .nullable(),
});

export const fulfillmentOrders: Operation<z.infer<typeof parcels>> = {
  document: `query Parcels($id: ID!, $after: String) {
    order(id: $id) { fulfillmentOrders(first: 20, after: $after) { ${page} nodes {
      id status assignedLocation { location { id } }
      lineItems(first: 250) { ${page} nodes { id remainingQuantity } }
    } } }
  }`,
  data: parcels,
  cost: 120,
};

export const fulfill: Operation<unknown> = {
  document: `mutation Sent($fulfillment: FulfillmentInput!) {
    fulfillmentCreate(fulfillment: $fulfillment) { ${userErrors} }
  }`,
  data: done,
  cost: 10,
};
