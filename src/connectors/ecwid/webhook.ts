import { z } from 'zod';
import type { Hook, ReceivedHook } from '../contract/connector.ts';
import { type Change, maxKeyLength } from '../contract/source.ts';
import { needed, part, text } from '../wire/fields.ts';

const digits = needed(text).pipe(z.string().regex(/^\d+$/, 'must be a whole number'));

const hookWire = z.object({
  eventId: needed(text),
  eventCreated: digits,
  eventType: needed(text),
  storeId: digits,
  // A number, a text, or -1 (sheet 10.3).
  entityId: text,
  data: part(z.object({ orderId: text })).catch(undefined),
});

type HookWire = z.infer<typeof hookWire>;

interface Receiver {
  readonly storeId: string;
  readonly clientSecret?: string | undefined;
}

/**
 * Reads a webhook (sheet 10). The signature covers the event's id and time only, so the rest is no more than a hint:
 * what is named here is read from the shop before anything is done.
 */
export async function receiveHook(receiver: Receiver, hook: Hook): Promise<ReceivedHook> {
  const signature = hook.headers['x-ecwid-webhook-signature'];
  if (receiver.clientSecret === undefined || signature === undefined) return { kind: 'unsigned' };
  const event = hookWire.safeParse(orNull(() => JSON.parse(hook.body)));
  if (!event.success) return { kind: 'unreadable', reason: firstIssue(event.error) };
  const { eventCreated, eventId, storeId } = event.data;
  if (!(await isSigned(`${eventCreated}.${eventId}`, signature, receiver))) return { kind: 'unsigned' };
  if (storeId !== receiver.storeId) return { kind: 'unreadable', reason: 'storeId: is another store' };
  const long = tooLong(event.data);
  if (long !== undefined)
    return { kind: 'unreadable', reason: `${long}: is longer than ${maxKeyLength} characters` };
  const changes = changesIn(event.data);
  if (changes === null) return { kind: 'unreadable', reason: 'entityId: is missing' };
  return { kind: 'changes', id: eventId, at: Number(eventCreated) * 1_000, changes };
}

/** The field that is longer than any id. */
function tooLong({ eventId, entityId = '', data }: HookWire): string | undefined {
  const ids = { eventId, entityId, 'data.orderId': data?.orderId ?? '' };
  return Object.entries(ids).find(([, id]) => id.length > maxKeyLength)?.[0];
}

/** Null when the event does not say which record it is about. */
function changesIn({ eventType, entityId, data }: HookWire): Change[] | null {
  const id = entityId !== undefined && /^\d+$/.test(entityId) ? entityId : undefined;
  switch (eventType) {
    case 'order.created':
    case 'order.updated': {
      const key = data?.orderId ?? id;
      return key === undefined ? null : [{ flow: 'orders', key }];
    }
    case 'customer.created':
    case 'customer.updated':
      return id === undefined ? null : [{ flow: 'customers', key: id }];
    // Of a variation or of stock too, also where an order took it (sheet 4.7, 10.4).
    case 'product.created':
    case 'product.updated':
    case 'product.deleted':
      return id === undefined
        ? null
        : [
            { flow: 'products', key: id },
            { flow: 'stock', key: id },
          ];
    case 'category.created':
    case 'category.updated':
    case 'category.deleted':
      return id === undefined ? null : [{ flow: 'categories', key: id }];
    default:
      return [];
  }
}

async function isSigned(message: string, signature: string, receiver: Receiver): Promise<boolean> {
  const given = orNull(() => Uint8Array.from(atob(signature), (character) => character.charCodeAt(0)));
  if (given === null) return false;
  return crypto.subtle.verify('HMAC', await keyOf(receiver), given, new TextEncoder().encode(message));
}

/** Of the credentials as they were opened: imported once, gone with them. */
const keys = new WeakMap<Receiver, Promise<CryptoKey>>();

function keyOf(receiver: Receiver): Promise<CryptoKey> {
  const known = keys.get(receiver);
  if (known !== undefined) return known;
  const secret = new TextEncoder().encode(receiver.clientSecret);
  const key = crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  keys.set(receiver, key);
  return key;
}

/** Null when the text is not what it should be. */
function orNull<T>(decode: () => T): T | null {
  try {
    return decode();
  } catch {
    return null;
  }
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue === undefined || issue.path.length === 0
    ? 'body: is not a JSON object'
    : `${issue.path.join('.')}: ${issue.message}`;
}
