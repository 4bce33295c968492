import type { Hook } from '../../src/connectors/contract/connector.ts';
import { credentials } from './integration-document.ts';

export interface HookParts {
  readonly eventId?: string;
  readonly eventType?: string;
  /** Of what the event is about, where it is no order. */
  readonly entityId?: number;
  readonly storeId?: number;
  readonly secret?: string;
  /** Epoch milliseconds; now where it is left out. */
  readonly createdAt?: number;
}

/** A webhook of the shop about an order, signed as the shop signs (Ecwid sheet 10). */
export async function signedHook(orderId: string, now: number, parts: HookParts = {}): Promise<Hook> {
  const event = {
    eventId: parts.eventId ?? crypto.randomUUID(),
    eventCreated: Math.floor((parts.createdAt ?? now) / 1_000),
    storeId: parts.storeId ?? Number(credentials.shop.storeId),
    entityId: parts.entityId ?? 601_000_001,
    eventType: parts.eventType ?? 'order.updated',
    data: { orderId },
  };
  const signature = await signatureOf(`${event.eventCreated}.${event.eventId}`, parts.secret);
  return {
    body: JSON.stringify(event),
    headers: { 'content-type': 'application/json', 'x-ecwid-webhook-signature': signature },
    query: { eventtype: event.eventType },
  };
}

export async function signatureOf(
  message: string,
  secret: string = credentials.shop.clientSecret,
): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(message)));
  return btoa(String.fromCharCode(...bytes));
}
