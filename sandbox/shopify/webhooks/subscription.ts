/** Webhook subscriptions, made over the API (sheet 10.1). */
import { payloadOf, refused } from '../graphql/errors.ts';
import { gid, idIn } from '../ids.ts';
import type { Shop } from '../shop.ts';
import { isoText } from '../timestamps.ts';

export interface Subscription {
  readonly id: string;
  /** The enum: `ORDERS_CREATE`. */
  readonly topic: string;
  readonly uri: string;
  readonly includeFields: readonly string[];
  readonly name: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

interface Input {
  readonly uri?: string | null;
  readonly callbackUrl?: string | null;
  readonly format?: string | null;
  readonly includeFields?: readonly string[] | null;
  readonly name?: string | null;
}

/** `ORDERS_CREATE` as headers have it: `orders/create`. */
export function headerTopic(topic: string): string {
  const known =
    /^(.+)_(CREATE|UPDATED?|DELETE|PAID|CANCELLED|EDITED|FULFILLED|PARTIALLY_FULFILLED|CONNECT|DISCONNECT|UNINSTALLED|FINISH)$/.exec(
      topic,
    );
  if (topic.endsWith('PARTIALLY_FULFILLED')) return 'orders/partially_fulfilled';
  return known === null ? topic.toLowerCase() : `${known[1]?.toLowerCase()}/${known[2]?.toLowerCase()}`;
}

export function subscriptionView(each: Subscription): Record<string, unknown> {
  return {
    __typename: 'WebhookSubscription',
    ...each,
    id: gid('WebhookSubscription', each.id),
    legacyResourceId: each.id,
    callbackUrl: each.uri,
    format: 'JSON',
    createdAt: isoText(each.createdAt),
    updatedAt: isoText(each.updatedAt),
  };
}

export function subscriptionMutations(shop: Shop) {
  return {
    webhookSubscriptionCreate: ({
      topic,
      webhookSubscription,
    }: {
      topic: string;
      webhookSubscription: Input;
    }) =>
      payloadOf(() => {
        const uri = addressIn(webhookSubscription);
        if (shop.subscriptions.all().some((each) => each.topic === topic && each.uri === uri)) {
          throw refused('webhookSubscription.callbackUrl', 'Address for this topic has already been taken');
        }
        const now = shop.world.now();
        return {
          webhookSubscription: saved(shop, {
            id: shop.newId('part'),
            topic,
            ...fieldsOf(webhookSubscription),
            uri,
            createdAt: now,
            updatedAt: now,
          }),
        };
      }),
    webhookSubscriptionDelete: ({ id }: { id: string }) =>
      payloadOf(() => {
        shop.subscriptions.delete(found(shop, id).id);
        return { deletedWebhookSubscriptionId: id };
      }),
  };
}

function found(shop: Shop, id: string): Subscription {
  const subscription = shop.subscriptions.get(idIn('WebhookSubscription', id) ?? '');
  if (subscription === undefined) throw refused('id', 'Webhook subscription does not exist');
  return subscription;
}

function addressIn({ uri, callbackUrl, format }: Input): string {
  const address = uri ?? callbackUrl ?? '';
  if (format === 'XML') throw refused('webhookSubscription.format', 'The stand-in sends JSON only');
  // A sandbox has no certificate: plain addresses of this machine are taken too.
  if (!/^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1)/.test(address) || !URL.canParse(address)) {
    throw refused('webhookSubscription.uri', 'Address is invalid');
  }
  return address;
}

function fieldsOf({ includeFields, name }: Input) {
  return { includeFields: includeFields ?? [], name: name ?? null };
}

function saved(shop: Shop, subscription: Subscription): Record<string, unknown> {
  shop.subscriptions.set(subscription.id, subscription);
  return subscriptionView(subscription);
}
