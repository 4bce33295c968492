import type { ExistingCustomer } from '../../../connectors/contract/target.ts';
import { bearsNameOf } from '../../../records/identity.ts';
import type { CustomerPlan } from '../../customers/record/customer-plan.ts';
import { type FoundCustomer, findCustomer } from '../../customers/record/find-customer.ts';
import type { CustomerKeys, KnownCustomer } from '../../customers/record/links.ts';
import { planMissing } from '../../customers/record/plan-missing.ts';
import type { OrderWork } from '../work.ts';
import type { MeantBuyer } from './meant.ts';
import { ownRecord, planBegun, planBeside } from './own-record.ts';
import { planAsItStands, planOwn } from './plan-standing.ts';
import { checkReverseCharge, shiftsOtherwise } from './reverse-charge.ts';
import { saysSame } from './says-same.ts';
import { hasKeeper, isAsSaid, isOlder, isSomebodyElses } from './standing.ts';

/** What links say of the buyer. */
interface KnownBuyer {
  /** Who it is, whatever that was linked by. */
  readonly main: KnownCustomer | null;
  /** A record beside that one: the same name with other data, or another name. */
  readonly own: KnownCustomer | null;
  readonly ownKeys: CustomerKeys;
}

/**
 * Plans the buyer in a target whose documents name a record: books. A record that somebody else keeps is named only as it
 * stands. An order that says something else, and is not older, gets a record of its own, which later ones that say the same
 * name too.
 */
export async function planAddressee(
  work: OrderWork,
  meant: MeantBuyer,
  { main, own, ownKeys }: KnownBuyer,
): Promise<CustomerPlan> {
  const begun = await planBegun(work, meant, ownKeys, main?.targetId);
  if (begun) return begun;
  const beside = own === null ? null : await ownRecord(work, meant, own.targetId);
  if (beside && saysSame(work, meant, beside)) {
    return planAsItStands(work, meant, beside, { keys: ownKeys, older: false });
  }
  const found = await findCustomer(work.context, work.endpoints.customers, {
    email: meant.email,
    identity: meant.identity,
    known: main,
    isOthers: (each) => isSomebodyElses(work, meant, each),
  });
  const { fit, others } = found;
  const keys = keysFor(work, meant, ownKeys, found);
  const plan = fit && (await planFitting(work, meant, fit, fit.id === beside?.id ? ownKeys : keys));
  if (plan) return plan;
  const planned = beside && (await planFitting(work, meant, beside, ownKeys));
  if (planned) return planned;
  if (fit === null) return planAnother(work, meant, found, keys);
  // Whoever came by the link has not seen the others.
  const isSeen = fit.id !== main?.targetId || others.length > 0;
  return planBeside(work, meant, ownKeys, { fit, others: isSeen ? others : null });
}

/** Returns null where the record says something else and may not be written to. */
async function planFitting(
  work: OrderWork,
  meant: MeantBuyer,
  existing: ExistingCustomer,
  keys: CustomerKeys,
): Promise<CustomerPlan | null> {
  const { update } = work.context.settings.customer;
  if (!(await hasKeeper(work, keys, existing.id)))
    return planOwn(work, meant, existing, { keys, update: update ?? true });
  if (saysSame(work, meant, existing)) return planAsItStands(work, meant, existing, { keys, older: false });
  const older = isOlder(work, keys, existing.id);
  if (update === false) return planAsItStands(work, meant, existing, { keys, older });
  if (shiftsOtherwise(existing, work.order)) return null;
  const serves = (older && isCalledSo(existing, meant)) || isAsSaid(work, meant, keys, existing.id);
  return serves ? planAsItStands(work, meant, existing, { keys, older }) : null;
}

/** Of a private person the name alone tells; a company has been found by its own. */
function isCalledSo({ identity: known }: ExistingCustomer, { identity }: MeantBuyer): boolean {
  return identity.kind === 'company' || bearsNameOf(known, identity);
}

/** Who is called so is linked already to somebody else who is in use: then the name tells the two apart. */
function keysFor(
  { context: { links } }: OrderWork,
  { keys }: MeantBuyer,
  ownKeys: CustomerKeys,
  { fit, others }: FoundCustomer,
): CustomerKeys {
  const linked = links.get('customer', keys.who)?.targetId;
  return linked !== undefined && linked !== fit?.id && others.some(({ id }) => id === linked)
    ? ownKeys
    : keys;
}

/** Nobody is there who is meant, at most somebody else with the same address. */
function planAnother(
  work: OrderWork,
  meant: MeantBuyer,
  found: FoundCustomer,
  keys: CustomerKeys,
): CustomerPlan {
  const { context, endpoints, order } = work;
  const { create } = context.settings.customer;
  const plan = planMissing(context, endpoints.customers, found, { ...meant, keys, create });
  if (plan.kind === 'adopt' && found.archived) checkReverseCharge(found.archived, order);
  return plan.kind === 'create' ? { ...plan, accountId: order.customer.id } : plan;
}
