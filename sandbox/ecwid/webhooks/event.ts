import { base64, hmac } from '../../kit/access/hmac.ts';
import type { JsonObject } from '../../kit/json.ts';
import type { WebhookRules } from '../../kit/webhooks/delivery.ts';
import { clientSecret, type EcwidSettings } from '../settings.ts';

/** What happened, as the body of a webhook says it (sheet 10.3). */
export interface WebhookEvent {
  eventId: string;
  /** UNIX seconds. */
  eventCreated: number;
  storeId: number;
  entityId: number;
  eventType: string;
  data?: JsonObject;
}

/** Ecwid's staff sets the one address and the list of events (sheet 10.1). */
export function webhookRules(settings: () => EcwidSettings): WebhookRules<WebhookEvent> {
  return {
    listeners: () => {
      const { webhookUrl, webhookEvents } = settings();
      return webhookUrl === null ? [] : [{ id: 'app', address: webhookUrl, events: webhookEvents }];
    },
    // Quarters in the first hour, then hours up to a day: 27 repeats (sheet 10.1).
    retryMinutes: [15, 15, 15, 15, ...Array.from({ length: 23 }, () => 60)],
    accepted: [200, 201, 202, 204, 209],
    sign,
    request,
  };
}

/** `X-Ecwid-Webhook-Signature` (sheet 10.2): of the time and the id only. */
async function sign({ eventCreated, eventId }: WebhookEvent): Promise<string> {
  return base64(await hmac('SHA-256', clientSecret, `${eventCreated}.${eventId}`));
}

/** The type is repeated in the query (sheet 10.1). */
function request(event: WebhookEvent, address: string, signature: string): Request {
  const url = new URL(address);
  url.searchParams.set('eventtype', event.eventType);
  return new Request(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Ecwid-Webhook-Signature': signature },
    body: JSON.stringify(event),
  });
}
