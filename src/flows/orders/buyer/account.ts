import type { ExistingCustomer } from '../../../connectors/contract/target.ts';
import { areStrangers, haveNothingInCommon } from '../../../records/identity.ts';
import type { CustomerPlan } from '../../customers/record/customer-plan.ts';
import { findCustomer } from '../../customers/record/find-customer.ts';
import { type KnownCustomer, orderedFor } from '../../customers/record/links.ts';
import type { OrderWork } from '../work.ts';
import { begunEarlier } from './account-to-come.ts';
import type { MeantBuyer } from './meant.ts';
import { planOwn } from './plan-standing.ts';
import { hasKeeper } from './standing.ts';

/**
 * Plans the buyer of an order in a target whose documents carry their own people: a shop. Its accounts are the shoppers' own.
 * One is written to only where the setting says so and nobody keeps it; whoever is not the one who has the account orders as a guest.
 */
export async function planAccount(
  work: OrderWork,
  meant: MeantBuyer,
  known: KnownCustomer | null,
): Promise<CustomerPlan> {
  const { context, endpoints } = work;
  const { create, update } = context.settings.customer;
  const { email, identity, keys } = meant;
  const earlier = known === null ? await begunEarlier(work, meant) : null;
  if (earlier) {
    // What was made then says something else than this order does.
    const { body } = meant;
    return {
      kind: 'create',
      body,
      identity,
      keys,
      fingerprint: '',
      earlier,
      accountId: work.order.customer.id,
    };
  }
  const { id } = work.order.customer;
  // What was made for an order of this account, and is not carried yet, is its own under any address.
  const standing = known ?? (id === undefined ? null : orderedFor(context.links, keys, id));
  const { fit, tied, others } = await findCustomer(context, endpoints.customers, {
    ...{ email, identity, known: standing },
    isOthers: (each) => areStrangers(each.identity, identity),
  });
  if (fit !== null) {
    if (!isAccountOf(work, meant, fit)) return guestBeside([fit]);
    const mayUpdate = update === true && !(await hasKeeper(work, keys, fit.id));
    return planOwn(work, meant, fit, { keys, update: mayUpdate });
  }
  const taken = others.length > 0 ? others : tied;
  // An account that was there and is gone was taken away: an order does not bring it back.
  if (!create || taken.length > 0 || standing !== null) return guestBeside(taken);
  const { body, fingerprint } = meant;
  return { kind: 'create', body, identity, keys, fingerprint, accountId: id };
}

/** The order names its buyer itself, and stands in nobody's account. */
function guestBeside(accounts: readonly ExistingCustomer[]): CustomerPlan {
  return { kind: 'use', id: '', besides: accounts.map(({ id }) => id) };
}

/** An account without an address does not say whether it is a company's: the name of its person tells whose it is. */
function isAccountOf({ order }: OrderWork, { identity }: MeantBuyer, { identity: known }: ExistingCustomer) {
  const names = identity.kind === 'company' ? [order.customer.name, identity.name] : [identity.name];
  return known.kind !== null || !names.every((name) => haveNothingInCommon(known.name, name));
}
