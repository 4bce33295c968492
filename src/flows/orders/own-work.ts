import { problem } from '../../records/problem.ts';
import { type Reason, reason } from '../../records/reason.ts';
import type { OrderWork } from './work.ts';

/** Whoever makes an order has noted it within seconds, or looks for it for ten minutes. */
const minPauseMs = 30_000;
const maxPauseMs = 30 * 60_000;

/**
 * Returns why an order is not carried that Koppel itself made, told by its links and steps, those of the other integrations
 * over the same account, and its mark in the record; null for anybody else's. Throws a `wait` problem while it may be
 * making it just now.
 */
export async function ownWorkReason({ context, order }: OrderWork): Promise<Reason | null> {
  if (order.madeByKoppel === true) return reason('made_by_koppel', {});
  switch (await context.ownWork(order.id, order.reference)) {
    case 'made':
      context.noteOwnWork(order.id);
      return reason('made_by_koppel', {});
    case 'no':
      return null;
    case 'perhaps': {
      const system = context.source.connector.name;
      const retryAt = nextLook(context.now().getTime(), Date.parse(order.updatedAt));
      throw problem('wait', 'perhaps_made_by_koppel', { system }, { retryAt });
    }
  }
}

/** The longer nothing happened, the longer until the next look. */
function nextLook(now: number, updatedAt: number): number {
  return now + Math.min(Math.max(now - updatedAt, minPauseMs), maxPauseMs);
}
