/** Plans for a record that stands in the target: it is written to, or the document only names it. */
import type { ExistingCustomer } from '../../../connectors/contract/target.ts';
import type { CustomerPlan } from '../../customers/record/customer-plan.ts';
import { lateUnlinked, unlinkedAfterLook } from '../../customers/record/late-unlinked.ts';
import type { CustomerKeys } from '../../customers/record/links.ts';
import { shortFingerprint } from '../../customers/saying.ts';
import { agree, isLateWork } from '../../merge.ts';
import type { OrderWork } from '../work.ts';
import type { MeantBuyer } from './meant.ts';
import { checkReverseCharge, shiftsOtherwise } from './reverse-charge.ts';
import { isAsSaid, isOlder } from './standing.ts';

/** Plans for a record that nobody else keeps. `update`: whether it may be overwritten. Throws `customer_vat_differs`. */
export async function planOwn(
  work: OrderWork,
  meant: MeantBuyer,
  existing: ExistingCustomer,
  { keys, update }: { readonly keys: CustomerKeys; readonly update: boolean },
): Promise<CustomerPlan> {
  const { id } = existing;
  const older = isOlder(work, keys, id);
  const isOther = isOtherwise(work, meant, keys, existing) || (await isLate(work, meant, keys, existing));
  if (update && !older && isOther) {
    const { body, identity, fingerprint } = meant;
    const late = await lateLeft(work, keys, existing);
    return { kind: 'update', existing, body, keys, identity, fingerprint, ...late };
  }
  return planAsItStands(work, meant, existing, { keys, older });
}

/**
 * Whether the record has to be written: it says something else, or, where nothing new is to be said, it has been set up for
 * another VAT treatment since. What the merchant has changed of it else stays.
 */
function isOtherwise(work: OrderWork, meant: MeantBuyer, keys: CustomerKeys, existing: ExistingCustomer) {
  return isAsSaid(work, meant, keys, existing.id)
    ? shiftsOtherwise(existing, work.order)
    : !work.endpoints.customers.isUpToDate(existing, meant.body);
}

/** Whether something that it says otherwise than this order was done late. */
async function isLate(
  { context, endpoints: { customers } }: OrderWork,
  { body }: MeantBuyer,
  keys: CustomerKeys,
  existing: ExistingCustomer,
): Promise<boolean> {
  const { sent = [] } = lateUnlinked(context, keys, existing.id) ?? {};
  const [says, stands] = [customers.partsOf(body), customers.partsIn(existing)];
  for (const [part, said] of Object.entries(says)) {
    if (agree(said, stands[part])) continue;
    if (await isLateWork(sent, part, stands[part], shortFingerprint(context))) return true;
  }
  return false;
}

async function lateLeft(
  { context, endpoints: { customers } }: OrderWork,
  keys: CustomerKeys,
  existing: ExistingCustomer,
): Promise<Pick<CustomerPlan, 'late'>> {
  if (lateUnlinked(context, keys, existing.id) === null) return {};
  const stands = customers.partsIn(existing);
  return { late: await unlinkedAfterLook(context, keys, existing.id, stands, shortFingerprint(context)) };
}

/**
 * The document goes to the record, which is not written to. That this order fits it is noted, so that the next one that says
 * the same need not look; of one that is older than the record that is not known. Throws `customer_vat_differs`.
 */
export async function planAsItStands(
  work: OrderWork,
  meant: MeantBuyer,
  existing: ExistingCustomer,
  { keys, older }: { readonly keys: CustomerKeys; readonly older: boolean },
): Promise<CustomerPlan> {
  const { id } = existing;
  const { fingerprint, identity, body } = meant;
  checkReverseCharge(existing, work.order);
  const late = await lateLeft(work, keys, existing);
  return older || isAsSaid(work, meant, keys, id)
    ? { kind: 'use', id, keys, identity, said: fingerprint, ...late }
    : { kind: 'adopt', id, keys, identity, fingerprint, body, ...late };
}
