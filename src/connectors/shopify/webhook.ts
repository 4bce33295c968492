import { z } from 'zod';
import type { FlowName, Hook, ReceivedHook } from '../contract/connector.ts';
import { type Change, maxKeyLength } from '../contract/source.ts';
import { digest } from '../wire/digest.ts';
import { textIn } from '../wire/fields.ts';
import { asObject } from '../wire/objects.ts';
import { numberOf } from './ids.ts';
import { shopDomain } from './shop-domain.ts';
import { isSigned } from './signature.ts';

type Body = Readonly<Record<string, unknown>>;

interface Receiver {
  readonly shop: string;
  readonly clientSecret?: string | undefined;
}

/**
 * Reads a webhook (sheet 10.2). All of its body is signed, and no header is. The record is read from the shop all the same: a notice may come late,
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
  const [kind = ''] = topic.split('/');
  const id = header('webhook-id');
  const body = z.record(z.string(), z.unknown()).safeParse(parsed(hook.body)).data;
  if (body === undefined) return { kind: 'unreadable', reason: 'body: is not a JSON object' };
  if ((id ?? '').length > maxKeyLength)
    return { kind: 'unreadable', reason: `x-shopify-webhook-id: is longer than ${maxKeyLength} characters` };
  const flows = flowsOf(kind);
  const key = flows.length === 0 ? '' : keyOf(kind, body, hook.body);
  if (key === undefined) return { kind: 'unreadable', reason: 'id: is missing' };
  const changes: Change[] = flows.map((flow) => ({ flow, key }));
  return {
    kind: 'changes',
    id: id === undefined ? null : `${topic} ${id}`,
    ...momentOf(body.updated_at),
    ...(isOfOneState(body) ? { signed: `${kind} ${await digest(hook.body)}` } : {}),
    changes,
  };
}

function flowsOf(kind: string): FlowName[] {
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
function keyOf(kind: string, body: Body, text: string): string | undefined {
  const field = fieldsOf[kind] ?? 'id';
  const own = kind === 'returns' ? asObject(body.order).admin_graphql_api_id : body.admin_graphql_api_id;
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

/**
 * Whether no more than a few deliveries can have this body: it says when its record was changed, or is of a refund or a payment, which
 * never change. One of an id alone is that of a deletion, or of fields that somebody chose for a topic: those may all look alike.
 */
function isOfOneState({ updated_at: updatedAt, id, order_id: order }: Body): boolean {
  return typeof updatedAt === 'string' || (id !== undefined && order !== undefined);
}

function momentOf(updatedAt: unknown): { readonly at?: number } {
  const at = Date.parse(textIn(updatedAt) ?? '');
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
