import { z } from 'zod';
import type { FlowName, Hook, ReceivedHook } from '../contract/connector.ts';
import { needed, text } from '../wire/fields.ts';
import { hookKey } from './hook-key.ts';

/** Events that name a record of these flows by its id (sheet 8.2). Those of returns and invoices name no order. */
export const eventsOf: Readonly<Partial<Record<FlowName, readonly string[]>>> = {
  orders: [
    'orders.created',
    'orders.updated.ispaid',
    'orders.updated.status',
    'orders.updated.trackandtrace',
    'orders.deleted',
  ],
  products: ['products.created', 'products.updated', 'products.deleted'],
  categories: ['categories.created', 'categories.updated', 'categories.deleted'],
  // A change of stock may be told as one of its product, or not (sheet 8.2).
  stock: ['products.created', 'products.updated', 'products.deleted'],
};

const body = z.object({ id: needed(text).pipe(z.string().regex(/^\d+$/, 'must be a whole number')) });

/**
 * Reads a webhook (sheet 8.3). A body does not say what happened: its address does, and has a key that only the shop was told. Nothing
 * else of it is believed: the record is read from the shop.
 */
export async function receiveHook(
  credentials: { readonly secretKey: string },
  { query, body: sent }: Hook,
): Promise<ReceivedHook> {
  const { key = '', event = '' } = query;
  if (!isSame(key, hookKey(credentials))) return { kind: 'unsigned' };
  const read = body.safeParse(parsed(sent));
  if (!read.success) return { kind: 'unreadable', reason: `id: ${read.error.issues[0]?.message}` };
  const flows = Object.entries(eventsOf).flatMap(([flow, events]) =>
    events.includes(event) ? [flow as FlowName] : [],
  );
  return { kind: 'changes', id: null, changes: flows.map((flow) => ({ flow, key: read.data.id })) };
}

/** The address of one event. */
export function addressFor(address: string, event: string, key: string): string {
  return `${address}?${new URLSearchParams({ event, key })}`;
}

/** In a time that tells nothing of where they differ. */
function isSame(given: string, wanted: string): boolean {
  let differences = given.length ^ wanted.length;
  for (let index = 0; index < wanted.length; index++)
    differences |= given.charCodeAt(index) ^ wanted.charCodeAt(index);
  return differences === 0;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
