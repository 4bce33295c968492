import type { FlowContext } from '../contract.ts';
import { waitForCreate } from './late-work.ts';
import { isMadeForAnOrder, noteMadeForAnOrder, recordKey } from './record/links.ts';

type Context = Pick<
  FlowContext,
  'key' | 'named' | 'source' | 'links' | 'linksBack' | 'customerElsewhere' | 'now'
>;

/**
 * Whether an orders flow made this record, of the other direction or of another integration, for a buyer whom nobody keeps
 * there. It is a copy of what an order says, and no news. Once a customers flow has linked it, or a person asks for just this
 * one, it is a customer like any other. Throws a `wait` problem while another integration may just have made it.
 */
export async function isForAnOrder(context: Context): Promise<boolean> {
  const { key, named, source, links, linksBack, customerElsewhere, now } = context;
  if (named || links.get('customer', recordKey(key)) !== null) return false;
  const told = await customerElsewhere('source', key);
  if (told === 'made for an order') return true;
  if (told === 'kept') return false;
  if (isMadeForAnOrder(linksBack, key)) return true;
  const begun = told === 'unknown' ? [] : told.perhaps.toSorted((a, b) => b.intendedAt - a.intendedAt);
  const wait = begun
    .map((step) => waitForCreate({ step }, source.connector, now()))
    .find((each) => each !== null);
  if (wait) throw wait;
  return false;
}

/** Remembers it: the integration that said so may be deleted. */
export function noteForAnOrder({ key, linksBack }: Pick<Context, 'key' | 'linksBack'>): void {
  if (!isMadeForAnOrder(linksBack, key)) noteMadeForAnOrder(linksBack, key);
}
