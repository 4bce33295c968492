import { createMiddleware } from 'hono/factory';
import { identifier } from '../engine/configuration/configuration.ts';
import { notFound } from '../engine/request-error.ts';
import type { Env } from '../env.ts';
import type { Thing } from '../texts/en/requests.ts';
import type { PageContext } from './web-page.tsx';

/** Every name would make an object. A name that no integration can have stops here. */
export const knownIdentifier = createMiddleware<{ Bindings: Env }>(async (context, next) => {
  if (!identifier.safeParse(context.req.param('integration')).success) throw notFound('integration');
  return next();
});

export function integrationId(context: PageContext): string {
  return context.req.param('integration') ?? '';
}

/** A row by its number in the address. */
export function rowOf(text: string | undefined, what: Thing): number {
  if (text === undefined || !/^\d{1,15}$/.test(text)) throw notFound(what);
  return Number(text);
}

/** Where a list goes on; an address that was tampered with starts it anew. */
export function cursorOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** The page that an address belongs to where there is nothing to read at it, or it failed: its integration's, the step at which a draft stands, that of help, or the overview. */
export function pageAbove(path: string): string {
  return /^(\/integrations\/[a-z0-9-]{1,40}(?:\/setup(?=\/))?|\/help)\/./.exec(path)?.[1] ?? '/';
}

/** The page of one order. */
export function orderAddress(id: string, { flow, from, to, key }: OrderName): string {
  return `/integrations/${id}/orders/${flow}:${from}:${to}/${encodeURIComponent(key)}`;
}

interface OrderName {
  readonly flow: string;
  readonly from: string;
  readonly to: string;
  readonly key: string;
}

/** An address that a form names, where it is the page of an order of this integration, or that of its connections; null for any other. */
export function formPageOf(id: string, address: string): string | null {
  if (address === `/integrations/${id}/connections`) return address;
  const [, rest = ''] = address.split(`/integrations/${id}/orders/`);
  const isOne =
    address === `/integrations/${id}/orders/${rest}` && /^[a-z0-9:-]+\/[\w%.!~*'()-]+$/.test(rest);
  return isOne ? address : null;
}
