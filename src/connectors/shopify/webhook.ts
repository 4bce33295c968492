import { z } from 'zod';
import type { FlowName, Hook, ReceivedHook } from '../contract/connector.ts';
import { type Change, maxKeyLength } from '../contract/source.ts';
import { textIn } from '../wire/fields.ts';
import { asObject } from '../wire/objects.ts';
import { numberOf } from './ids.ts';
import { shopDomain } from './shop-domain.ts';
import { isSigned } from './signature.ts';

interface Receiver {
  readonly shop: string;
  readonly clientSecret?: string | undefined;
}

/**
 * Reads a webhook (sheet 10.2). All of its body is signed. The record is read from the shop all the same: a notice may come late,
 * and its body has another shape.
 */
export async function receiveHook(receiver: Receiver, hook: Hook): Promise<ReceivedHook> {
  const header = (name: string) => hook.headers[`x-shopify-${name}`] ?? hook.headers[`shopify-${name}`];
  const signature = bytesOf(header('hmac-sha256') ?? '');
  if (receiver.clientSecret === undefined || signature === null) return { kind: 'unsigned' };
  if (!(await isSigned(hook.body, signature, receiver))) return { kind: 'unsigned' };
  if (header('shop-domain') !== shopDomain(receiver))
    return { kind: 'unreadable', reason: 'x-shopify-shop-domain: is another shop' };
  const topic = header('topic') ?? '';
  const id = header('webhook-id');
  const body = z.record(z.string(), z.unknown()).safeParse(parsed(hook.body)).data;
  if (body === undefined) return { kind: 'unreadable', reason: 'body: is not a JSON object' };
  if ((id ?? '').length > maxKeyLength)
    return { kind: 'unreadable', reason: `x-shopify-webhook-id: is longer than ${maxKeyLength} characters` };
  const flows = flowsOf(topic);
  const key = flows.length === 0 ? '' : keyOf(topic, body, hook.body);
  if (key === undefined) return { kind: 'unreadable', reason: 'id: is missing' };
  const changes: Change[] = flows.map((flow) => ({ flow, key }));
  return {
    kind: 'changes',
    id: id === undefined ? null : `${topic} ${id}`,
    ...momentOf(header('triggered-at')),
    changes,
  };
}

function flowsOf(topic: string): FlowName[] {
  const [kind] = topic.split('/');
  switch (kind) {
    case 'orders':
    case 'refunds':
    case 'returns':
    case 'order_transactions':
      return ['orders'];
    case 'customers':
      return ['customers'];
    case 'products':
      return ['products'];
    case 'collections':
      return ['categories'];
    case 'inventory_levels':
    case 'inventory_items':
      return ['stock'];
    default:
      return [];
  }
}

/** The number of the record; of a refund or a payment that of its order, of a level that of its item. */
function keyOf(topic: string, body: Readonly<Record<string, unknown>>, text: string): string | undefined {
  const field = fieldsOf[topic.split('/')[0] ?? ''] ?? 'id';
  const own = topic.startsWith('returns/')
    ? asObject(body.order).admin_graphql_api_id
    : body.admin_graphql_api_id;
  const named = textIn(field === 'id' ? own : undefined);
  if (named !== undefined) return wholeNumber(numberOf(named));
  // A number of that length would be rounded: its digits are taken from the text (sheet 1).
  const value = body[field];
  const digits = new RegExp(`"${field}"\\s*:\\s*(\\d+)`).exec(text)?.[1];
  return wholeNumber(typeof value === 'number' && !Number.isSafeInteger(value) ? digits : textIn(value));
}

const fieldsOf: Readonly<Record<string, string>> = {
  refunds: 'order_id',
  order_transactions: 'order_id',
  inventory_levels: 'inventory_item_id',
};

function wholeNumber(value: string | undefined): string | undefined {
  return value !== undefined && /^\d{1,20}$/.test(value) ? value : undefined;
}

function momentOf(text: string | undefined): { readonly at?: number } {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? {} : { at };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return base64 === '' ? null : Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
