import type { FlowContext } from '../contract.ts';
import { isMadeForAnOrder, noteMadeForAnOrder, recordKey } from './record/links.ts';

type Context = Pick<FlowContext, 'key' | 'named' | 'links' | 'linksBack' | 'customerElsewhere'>;

/**
 * Whether an orders flow made this record, of the other direction or of another integration, for a buyer whom nobody keeps
 * there. It is a copy of what an order says, and no news. Once a customers flow has linked it, or a person asks for just this
 * one, it is a customer like any other.
 */
export async function isForAnOrder({
  key,
  named,
  links,
  linksBack,
  customerElsewhere,
}: Context): Promise<boolean> {
  if (named || links.get('customer', recordKey(key)) !== null) return false;
  const told = await customerElsewhere('source', key);
  return told === 'unknown' ? isMadeForAnOrder(linksBack, key) : told === 'made for an order';
}

/** Remembers it: the integration that said so may be deleted. */
export function noteForAnOrder({ key, linksBack }: Context): void {
  if (!isMadeForAnOrder(linksBack, key)) noteMadeForAnOrder(linksBack, key);
}
