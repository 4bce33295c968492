/** Orders that Koppel makes, and finds again by its own unique key (sheet 5.3, 7.7). */
import { z } from 'zod';
import { currencyCode, flag, list, needed, part, text } from '../../wire/fields.ts';
import { utcTimestamp } from '../../wire/timestamps.ts';
import type { Operation } from '../graphql.ts';
import { id } from '../ids.ts';
import { money, moneyBag } from '../wire.ts';

const made = z.object({
  id,
  totalPriceSet: moneyBag,
  totalTaxSet: part(moneyBag),
  currencyCode,
  processedAt: needed(utcTimestamp),
  sourceIdentifier: text,
  name: text,
  test: flag,
  email: text,
  customer: part(z.object({ id, displayName: text })),
  billingAddress: part(z.object({ name: text })),
});
export type MadeOrder = z.infer<typeof made>;

const fields = `{
  id name totalPriceSet ${money} totalTaxSet ${money} currencyCode processedAt sourceIdentifier test email
  customer { id displayName } billingAddress { name }
}`;

const createdData = z.object({ orderCreate: z.object({ order: made }) });
export const createOrder: Operation<z.infer<typeof createdData>> = {
  document: `mutation CreateOrder($order: OrderCreateOrderInput!, $options: OrderCreateOptionsInput) {
    orderCreate(order: $order, options: $options) { order ${fields} userErrors { field message code } }
  }`,
  data: createdData,
  cost: 20,
};

const foundData = z.object({ order: made.nullable() });
export const byReference: Operation<z.infer<typeof foundData>> = {
  document: `query ByReference($key: UniqueMetafieldValueInput!) {
    order: orderByIdentifier(identifier: { customId: $key }) ${fields}
  }`,
  data: foundData,
  cost: 6,
};

export const madeOrder: Operation<z.infer<typeof foundData>> = {
  document: `query MadeOrder($id: ID!) { order(id: $id) ${fields} }`,
  data: foundData,
  cost: 6,
};

const keysData = z.object({
  metafieldDefinitions: z.object({
    nodes: list(z.object({ key: text, type: part(z.object({ name: text })) })),
  }),
});
export const referenceKeys: Operation<z.infer<typeof keysData>> = {
  document: `query ReferenceKeys($namespace: String!, $key: String!) {
    metafieldDefinitions(first: 1, ownerType: ORDER, namespace: $namespace, key: $key) { nodes { key type { name } } }
  }`,
  data: keysData,
  cost: 4,
};

export const defineKey: Operation<unknown> = {
  document: `mutation DefineKey($definition: MetafieldDefinitionInput!) {
    metafieldDefinitionCreate(definition: $definition) { userErrors { field message code } }
  }`,
  data: z.unknown(),
  cost: 10,
};
