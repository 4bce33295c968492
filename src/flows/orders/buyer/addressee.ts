import type { ExistingCustomer } from '../../../connectors/contract/target.ts';
import { areStrangers, bearsNameOf, isOfKind } from '../../../records/identity.ts';
import { rejected } from '../../../records/problem.ts';
import type { CustomerPlan } from '../../customers/record/customer-plan.ts';
import {
  customersWith,
  type FoundCustomer,
  findCustomer,
  mayBeBookedOn,
} from '../../customers/record/find-customer.ts';
import type { CustomerKeys, KnownCustomer } from '../../customers/record/links.ts';
import { planMissing } from '../../customers/record/plan-missing.ts';
import type { OrderWork } from '../work.ts';
import type { MeantBuyer } from './meant.ts';
import { checkReverseCharge, shiftsOtherwise } from './reverse-charge.ts';
import { saysSame } from './says-same.ts';
import { isAsSaid, isKept, isOlder, isSettled, planAsItStands, planOwn } from './standing.ts';

/** What links say of the buyer. */
export interface KnownBuyer {
  /** Who it is, whoever that was linked by. */
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
  const { context, endpoints } = work;
  const beside = own === null ? null : await inUse(work, meant, own.targetId);
  if (beside && saysSame(work, meant, beside)) {
    return planAsItStands(work, meant, beside, { keys: ownKeys, older: false });
  }
  const { email, identity } = meant;
  const wanted = {
    email,
    identity,
    known: main,
    isStranger: (each: ExistingCustomer) => isSettled(work, each),
  };
  const found = await findCustomer(context, endpoints.customers, wanted);
  const { fit } = found;
  const keys = await keysFor(work, meant, ownKeys, found);
  const plan = fit && planFitting(work, meant, fit, fit.id === beside?.id ? ownKeys : keys);
  if (plan) return plan;
  const planned = beside && planFitting(work, meant, beside, ownKeys);
  if (planned) return planned;
  return fit === null
    ? planAnother(work, meant, found, keys)
    : planBeside(work, meant, { fit, main, found, ownKeys });
}

/** Returns null where the record says something else and may not be written to. */
function planFitting(
  work: OrderWork,
  meant: MeantBuyer,
  existing: ExistingCustomer,
  keys: CustomerKeys,
): CustomerPlan | null {
  const { update } = work.context.settings.customer;
  if (!isKept(work, keys, existing.id))
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
async function keysFor(
  { context: { links } }: OrderWork,
  { keys }: MeantBuyer,
  ownKeys: CustomerKeys,
  { fit, others }: FoundCustomer,
): Promise<CustomerKeys> {
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
  return plan;
}

interface Beside {
  readonly fit: ExistingCustomer;
  readonly main: KnownCustomer | null;
  readonly found: FoundCustomer;
  readonly ownKeys: CustomerKeys;
}

/** A record beside the one that is kept: one that says the same already, else a new one. Throws `customer_ambiguous`. */
async function planBeside(
  work: OrderWork,
  meant: MeantBuyer,
  { fit, main, found, ownKeys: keys }: Beside,
): Promise<CustomerPlan> {
  const { context, endpoints } = work;
  const { api, connector } = context.target;
  const target = endpoints.customers;
  const { body, identity, fingerprint } = meant;
  // Whoever came by the link has not seen the others.
  const isSeen = fit.id !== main?.targetId || found.others.length > 0;
  const all = isSeen ? found.others : await customersWith(target, api, meant.email);
  const others = all.filter(({ id, archived }) => !archived && id !== fit.id);
  const instead = [fit, ...others.filter((each) => mayBeBookedOn(each, identity))].map(({ id }) => id);
  const same = others.find((each) => saysSame(work, meant, each));
  if (same) return { kind: 'adopt', id: same.id, keys, fingerprint, instead };
  if (!context.settings.customer.create || !target.sharesEmails) {
    const { key } = context;
    throw rejected('customer_ambiguous', { of: 'kept', system: connector.name, ids: [fit.id], key });
  }
  const besides = [fit, ...others].map(({ id }) => id);
  return { kind: 'create', body, identity, keys, fingerprint, besides, instead };
}

/** Returns null for one that is gone, was put away, or has become somebody else. */
async function inUse(
  { context, endpoints }: OrderWork,
  { identity }: MeantBuyer,
  id: string,
): Promise<ExistingCustomer | null> {
  const record = await endpoints.customers.get(context.target.api, id);
  if (record === null || record.archived || !isOfKind(record.identity, identity)) return null;
  return areStrangers(record.identity, identity) ? null : record;
}
