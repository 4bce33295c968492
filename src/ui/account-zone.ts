import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { integration } from '../../durable-objects/integration-client.ts';
import type { Env } from '../env.ts';
import { integrationId } from './addresses.ts';

const name = 'accountZone';

/** Pages of a link tell days and times where its shop is, wherever they are read: an order of 23:30 stands on the day on which it is booked. */
export const accountZone = createMiddleware<{ Bindings: Env }>(async (context, next) => {
  // A page must come also where this fails: it says itself what is wrong.
  const answer = await integration(context.env, integrationId(context))
    .timeZone()
    .catch(() => null);
  const zone: string | null = answer?.ok ? answer.value : null;
  if (zone !== null) keep(context, zone);
  return next();
});

function keep(context: Context, zone: string): void {
  context.set(name, zone);
}

/** Undefined on a page that is of no link, and of one whose shop has not told it yet. */
export function zoneOfAccount(context: Context): string | undefined {
  return context.get(name) as string | undefined;
}
