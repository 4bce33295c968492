import { problem } from '../../records/problem.ts';
import type { FlowContext } from '../contract.ts';
import { isMadeForAnOrder, noteMadeForAnOrder, recordKey } from './record/links.ts';

type Context = Pick<FlowContext, 'key' | 'named' | 'links' | 'linksBack' | 'customerElsewhere' | 'now'>;

/** Another integration finds out meanwhile what became of a call. */
const askAgainMs = 60_000;

/**
 * Whether an orders flow made this record, of the other direction or of another integration, for a buyer whom nobody keeps
 * there. It is a copy of what an order says, and no news. Once a customers flow has linked it, or a person asks for just this
 * one, it is a customer like any other. Throws a `wait` problem while another integration may just have made it.
 */
export async function isForAnOrder({
  key,
  named,
  links,
  linksBack,
  customerElsewhere,
  now,
}: Context): Promise<boolean> {
  if (named || links.get('customer', recordKey(key)) !== null) return false;
  const told = await customerElsewhere('source', key);
  if (told === 'made for an order') return true;
  if (told === 'kept') return false;
  if (isMadeForAnOrder(linksBack, key)) return true;
  if (told === 'unknown') return false;
  throw problem('wait', 'outcome_unknown', {}, { retryAt: now().getTime() + askAgainMs });
}

/** Remembers it: the integration that said so may be deleted. */
export function noteForAnOrder({ key, linksBack }: Context): void {
  if (!isMadeForAnOrder(linksBack, key)) noteMadeForAnOrder(linksBack, key);
}
