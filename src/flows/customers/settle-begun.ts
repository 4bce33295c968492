/**
 * A create that was begun for this record comes first, whatever has become of the record since. What was made is linked as if it had
 * been answered at once; what the source has changed in the meantime is a change like any other then.
 */
import type { CustomerTarget, ExistingCustomer } from '../../connectors/contract/target.ts';
import type { FlowContext } from '../contract.ts';
import { resolvePendingWrite } from '../write-once.ts';
import type { Endpoints } from './plan.ts';
import { customerLock } from './record/email-fingerprint.ts';
import { bestOf, customersWith, onlyOne } from './record/find-customer.ts';
import { isMadeForAnOrder, ownerOf } from './record/links.ts';
import { createStep, isAsSent, type SentCustomer, sentBy } from './record/sent-customer.ts';
import { customerStep } from './record/write-customer.ts';
import { speaksOf } from './saying.ts';
import type { CustomersSettings } from './settings.ts';
import { settleCreated } from './settle.ts';
import { reverseOf } from './way-back.ts';

type Context = FlowContext<CustomersSettings>;

/** Returns the id of what was made; null where nothing was begun, or made. Throws a `wait` problem until that is sure. */
export async function settleBegun(context: Context, { target }: Endpoints): Promise<string | null> {
  const { steps, key } = context;
  const begun = steps.get(createStep(key));
  if (begun === null) return null;
  const sent = await sentBy(context, begun);
  if (sent === null) return null;
  const { keys, email, identity, said } = sent;
  context.about(keys.emailFingerprint, [email, identity.name]);
  return context.exclusive(customerLock(keys.emailFingerprint), async () => {
    const id = await whatWasMade(context, target, sent);
    if (id !== null) {
      const standing = await standingInSource(context);
      const speaks = speaksOf(context, target);
      const settle = await settleCreated(context, target, { keys, said, speaks, standing }, id);
      settle();
    }
    endCreate(context, sent);
    return id;
  });
}

/** Ends the journal of a create: what was made is linked, or nothing was. */
export function endCreate({ steps, key }: Context, { keys }: Pick<SentCustomer, 'keys'>): void {
  for (const step of [createStep(key), customerStep(steps, keys)]) {
    if (steps.get(step) !== null) steps.forget(step);
  }
}

/** An order that shared the create may have ended it, and linked what was made. */
async function whatWasMade(
  context: Context,
  target: CustomerTarget,
  sent: SentCustomer,
): Promise<string | null> {
  const { steps, links } = context;
  const { connector } = context.target;
  const step = customerStep(steps, sent.keys);
  if (steps.get(step) === null) return links.get('customer', sent.keys.who)?.targetId ?? null;
  return resolvePendingWrite({
    steps,
    step,
    settleMs: connector.searchDelayMs,
    commitDelayMs: connector.commitDelayMs,
    now: () => context.now(),
    find: () => findMade(context, target, sent),
  });
}

/** Among those that have the address which was sent, and are nobody's yet. */
async function findMade(
  { links, key, target: { api } }: Context,
  target: CustomerTarget,
  sent: SentCustomer,
): Promise<ExistingCustomer | null> {
  const found = await customersWith(target, api, sent.email);
  const free = found.filter(({ id, archived }) => {
    const owner = ownerOf(links, sent.keys, id);
    return !archived && !isMadeForAnOrder(links, id) && (owner === null || owner === key);
  });
  const those = free.filter((each) => isAsSent(sent, target.partsIn(each)));
  return onlyOne(those) ?? onlyOne(bestOf(free, sent.identity));
}

async function standingInSource(context: Context): Promise<ExistingCustomer | null> {
  const reverse = reverseOf(context);
  return reverse === null ? null : reverse.target.get(context.source.api, context.key);
}
