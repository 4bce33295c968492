import { base64, hmac } from '../../kit/access/hmac.ts';
import type { WebhookRules } from '../../kit/webhooks/delivery.ts';
import { clientSecret, type ShopifySettings, shopDomain } from '../settings.ts';
import { withNumbers } from './numbers.ts';
import { headerTopic, type Subscription } from './subscription.ts';

/** What happened. The body is kept as it will be sent: repeated attempts send the same bytes (sheet 10.2). */
export interface WebhookEvent {
  readonly topic: string;
  readonly body: string;
  /** The same for everything that one deed of the merchant causes. */
  readonly eventId: string;
  /** Of its own for every delivery; its attempts keep it (sheet 10.2, inferred). */
  readonly webhookId: string;
  readonly triggeredAt: string;
}

interface Listening {
  readonly subscriptions: () => readonly Subscription[];
  readonly remove: (subscription: string) => void;
  readonly newId: () => string;
  readonly settings: () => ShopifySettings;
}

export function webhookRules({
  subscriptions,
  remove,
  newId,
  settings,
}: Listening): WebhookRules<WebhookEvent> {
  return {
    listeners: () =>
      subscriptions().map(({ id, uri, topic }) => ({ id, address: uri, events: [headerTopic(topic)] })),
    // Eight repeats over four hours (sheet 10.2).
    retryMinutes: [1, 4, 10, 20, 35, 45, 55, 70],
    accepted: Array.from({ length: 100 }, (_, index) => 200 + index),
    forDelivery: (event, listener) => {
      const chosen = subscriptions().find(({ id }) => id === listener)?.includeFields ?? [];
      return { ...event, webhookId: newId(), body: withNumbers(parted(event.body, chosen)) };
    },
    // A subscription that was made over the API goes after eight failures in a row.
    givenUp: remove,
    sign: async ({ body }) => base64(await hmac('SHA-256', clientSecret, body)),
    request: (event, address, signature) =>
      new Request(address, {
        method: 'POST',
        // Shopify follows no redirects: they count as failures.
        redirect: 'manual',
        headers: {
          'Content-Type': 'application/json',
          'X-Shopify-Topic': event.topic,
          'X-Shopify-Shop-Domain': shopDomain,
          'X-Shopify-API-Version': settings().webhookVersion,
          'X-Shopify-Webhook-Id': event.webhookId,
          'X-Shopify-Event-Id': event.eventId,
          'X-Shopify-Triggered-At': event.triggeredAt,
          'X-Shopify-Hmac-Sha256': signature,
        },
        body: event.body,
      }),
  };
}

/** The fields that a subscription asks for; all when it asks for none. Its ids are still marked. */
function parted(body: string, names: readonly string[]): unknown {
  const whole: Record<string, unknown> = JSON.parse(body);
  return names.length === 0
    ? whole
    : Object.fromEntries(Object.entries(whole).filter(([name]) => names.includes(name)));
}
