/** Webhooks as an app asks for them (sheet 10.1). Only the app's own are listed. */
import { z } from 'zod';
import { needed, text } from '../wire/fields.ts';
import type { Operation } from './graphql.ts';
import { connection } from './pages.ts';
import { page } from './wire.ts';

const subscription = z.object({ id: needed(text), topic: needed(text), uri: needed(text) });

const listed = z.object({ webhookSubscriptions: connection(subscription) });
export const subscriptions: Operation<z.infer<typeof listed>> = {
  document: `query Subscriptions($after: String) {
    webhookSubscriptions(first: 100, after: $after) { ${page} nodes { id topic uri } }
  }`,
  data: listed,
  cost: 12,
};

export const subscribe: Operation<unknown> = {
  document: `mutation Subscribe($topic: WebhookSubscriptionTopic!, $uri: String!) {
    webhookSubscriptionCreate(topic: $topic, webhookSubscription: { uri: $uri, format: JSON }) {
      webhookSubscription { id } userErrors { field message }
    }
  }`,
  data: z.unknown(),
  cost: 10,
};

/** One that is gone is refused, which is no failure of the call: what stands there still is listed, and taken away, the next time. */
export const unsubscribe: Operation<unknown> = {
  document: `mutation Unsubscribe($id: ID!) {
    webhookSubscriptionDelete(id: $id) { deletedWebhookSubscriptionId refused: userErrors { field message } }
  }`,
  data: z.unknown(),
  cost: 10,
};
