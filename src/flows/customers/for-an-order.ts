import type { BegunCall, CustomerElsewhere, FlowContext } from '../contract.ts';
import { waitForCreate } from './late-work.ts';
import { isMadeForAnOrder, noteMadeForAnOrder, recordKey } from './record/links.ts';

type Context = Pick<
  FlowContext,
  'key' | 'named' | 'source' | 'links' | 'linksBack' | 'customerElsewhere' | 'now'
>;

/**
 * Whether an orders flow made this record, of the other direction or of another integration, for a buyer whom nobody keeps
 * there. It is a copy of what an order says, and no news. Once a customers flow has linked it, or a person asks for just this
 * one, it is a customer like any other. `perhaps`: another integration is making customers, and only the address tells whether this is one of them.
 */
export async function isForAnOrder(context: Context): Promise<boolean | 'perhaps'> {
  if (isLikeAnyOther(context)) return false;
  const told = judge(context, await context.customerElsewhere('source', context.key));
  return typeof told === 'boolean' ? told : 'perhaps';
}

/**
 * The same of a record that was read. Throws a `wait` problem while another integration may just have made somebody with its address. One without
 * an address may be any of those, half made. It is carried nowhere, and so waits only as long as a system may be at work: nobody is to be asked for
 * an address that is on its way.
 */
export async function isReadForAnOrder(context: Context, email: string | undefined): Promise<boolean> {
  if (isLikeAnyOther(context)) return false;
  const told = judge(context, await context.customerElsewhere('source', context.key, email));
  if (typeof told === 'boolean') return told;
  const begun: readonly BegunCall[] =
    email === undefined ? told.map((step) => ({ ...step, isLeft: true as const })) : told;
  const wait = begun
    .toSorted((a, b) => b.intendedAt - a.intendedAt)
    .map((step) => waitForCreate({ step }, context.source.connector, context.now()))
    .find((each) => each !== null);
  if (wait) throw wait;
  return false;
}

function isLikeAnyOther({ key, named, links }: Context): boolean {
  return named || links.get('customer', recordKey(key)) !== null;
}

/** Returns the calls that may have made it, where nobody knows. */
function judge({ key, linksBack }: Context, told: CustomerElsewhere): boolean | readonly BegunCall[] {
  if (told === 'kept') return false;
  if (told === 'made for an order' || isMadeForAnOrder(linksBack, key)) return true;
  return told === 'unknown' ? false : told.perhaps;
}

/** Remembers it: the integration that said so may be deleted. */
export function noteForAnOrder({ key, linksBack }: Pick<Context, 'key' | 'linksBack'>): void {
  if (!isMadeForAnOrder(linksBack, key)) noteMadeForAnOrder(linksBack, key);
}
