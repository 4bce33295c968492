import { exports } from 'cloudflare:workers';
import { credentials } from './credentials.ts';
import { clock, secondMs } from './virtual-clock.ts';

export interface HookParts {
  readonly eventId?: string;
  readonly eventType?: string;
  readonly storeId?: number;
  readonly secret?: string;
}

/** A webhook of the shop about an order, signed as the shop signs (Ecwid sheet 10). */
export async function sendSignedHook(
  path: string,
  orderId: string,
  parts: HookParts = {},
): Promise<Response> {
  const event = {
    eventId: parts.eventId ?? crypto.randomUUID(),
    eventCreated: Math.floor(clock.now() / secondMs),
    storeId: parts.storeId ?? Number(credentials.shop.storeId),
    entityId: 601_000_001,
    eventType: parts.eventType ?? 'order.updated',
    data: { orderId },
  };
  return exports.default.fetch(
    new Request(`http://koppel${path}?eventtype=${event.eventType}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-ecwid-webhook-signature': await signatureOf(
          `${event.eventCreated}.${event.eventId}`,
          parts.secret,
        ),
      },
      body: JSON.stringify(event),
    }),
  );
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
