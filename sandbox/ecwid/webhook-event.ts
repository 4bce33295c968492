import type { JsonObject } from '../json.ts';

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

/** `X-Ecwid-Webhook-Signature` (sheet 10.2): of the time and the id only. */
export async function signatureOf(event: WebhookEvent, secret: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
  const message = encoder.encode(`${event.eventCreated}.${event.eventId}`);
  const signature = await crypto.subtle.sign('HMAC', key, message);
  return btoa(String.fromCharCode(...new Uint8Array(signature)));
}

/** The type is repeated in the query (sheet 10.1). */
export function requestOf(event: WebhookEvent, address: string, signature: string): Request {
  const url = new URL(address);
  url.searchParams.set('eventtype', event.eventType);
  return new Request(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Ecwid-Webhook-Signature': signature },
    body: JSON.stringify(event),
  });
}
