/**
 * A create that was begun for this record comes first, whatever has become of the record since. What was made is linked as if it had
 * been answered at once; what the source has changed in the meantime is a change like any other then.
 */
import type { CustomerTarget, ExistingCustomer } from '../../connectors/contract/target.ts';
import { areStrangers } from '../../records/identity.ts';
import type { FlowContext } from '../contract.ts';
import { resolvePendingWrite } from '../write-once.ts';
import type { Endpoints } from './plan.ts';
import { endSteps, isOwnStep, stepsOf } from './record/call-step.ts';
import { customerLock } from './record/email-fingerprint.ts';
import { bestOf, customersWith, onlyOne } from './record/find-customer.ts';
import { isMadeForAnOrder, ownerOf } from './record/links.ts';
import { makeWhole } from './record/make-whole.ts';
import { type BegunCustomer, createStep, isAsSent, sentBy } from './record/sent-customer.ts';
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
  const sent = await sentBy(context, steps, begun);
  if (sent === null) return null;
  const { keys, email, identity, said } = sent;
  context.about(keys.emailFingerprint, [email, identity.name]);
  return context.exclusive(customerLock(keys.emailFingerprint), async () => {
    const id = await whatWasMade(context, target, sent);
    const ours = await stepsOf(context, sent);
    if (id !== null) {
      // What was left undone of it would be taken for what somebody has changed.
      await makeWhole(context, target, id, sent.body);
      const standing = await standingInSource(context);
      const speaks = speaksOf(context, target);
      const created = { keys, said, speaks, standing, begun: ours, stood: sent.stood };
      const settle = await settleCreated(context, target, created, id);
      settle();
    }
    endCreate(
      context,
      ours.filter((step) => step === sent.step),
    );
    return id;
  });
}

/** Ends the journal of a create with these steps of its call: what was made is linked, or nothing was. */
export function endCreate({ steps, key }: Context, calls: readonly string[]): void {
  endSteps(steps, [createStep(key), ...calls]);
}

/** An order that shared the create may have ended it, and linked what was made; or a stranger's has taken its place. */
async function whatWasMade(
  context: Context,
  target: CustomerTarget,
  sent: BegunCustomer,
): Promise<string | null> {
  const { steps } = context;
  const { connector } = context.target;
  const { step } = sent;
  if (!(await isOwnStep(context, step, sent))) return linkedMeanwhile(context, target, sent);
  return resolvePendingWrite({
    steps,
    step,
    settleMs: connector.searchDelayMs,
    commitDelayMs: connector.commitDelayMs,
    now: () => context.now(),
    find: () => findMade(context, target, sent),
  });
}

async function linkedMeanwhile(
  { links, target: { api } }: Context,
  target: CustomerTarget,
  { keys, identity }: BegunCustomer,
): Promise<string | null> {
  const id = links.get('customer', keys.who)?.targetId ?? null;
  const record = id === null ? null : await target.get(api, id);
  return record !== null && areStrangers(record.identity, identity) ? null : id;
}

/** Among those that have the address which was sent, and are nobody's yet. */
async function findMade(
  { links, key, target: { api } }: Context,
  target: CustomerTarget,
  sent: BegunCustomer,
): Promise<ExistingCustomer | null> {
  const found = await customersWith(target, api, sent.email);
  const free = found.filter(({ id, archived, identity }) => {
    const owner = ownerOf(links, sent.keys, id);
    const isFree = !isMadeForAnOrder(links, id) && (owner === null || owner === key);
    return !archived && isFree && !areStrangers(identity, sent.identity);
  });
  const those = free.filter((each) => isAsSent(sent, target.partsIn(each)));
  return onlyOne(those) ?? onlyOne(bestOf(free, sent.identity));
}

async function standingInSource(context: Context): Promise<ExistingCustomer | null> {
  const reverse = reverseOf(context);
  return reverse === null ? null : reverse.target.get(context.source.api, context.key);
}
