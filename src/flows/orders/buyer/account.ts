import type { ExistingCustomer } from '../../../connectors/contract/target.ts';
import { areStrangers } from '../../../records/identity.ts';
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
  const { fit, tied, others } = await findCustomer(context, endpoints.customers, {
    ...{ email, identity, known },
    isOthers: (each) => areStrangers(each.identity, identity),
  });
  if (fit !== null) {
    const mayUpdate = update === true && !(await hasKeeper(work, keys, fit.id));
    return planOwn(work, meant, fit, { keys, update: mayUpdate });
  }
  const taken = others.length > 0 ? others : tied;
  // What was made for an order of this one before, and is not carried yet, is its own, under whatever address and name it orders by now.
  const { id } = work.order.customer;
  const made = id === undefined ? null : orderedFor(context.links, keys, id);
  // An account that was there and is gone was taken away: an order does not bring it back.
  if (!create || taken.length > 0 || known !== null || made !== null) return guestBeside(taken);
  const { body, fingerprint } = meant;
  return { kind: 'create', body, identity, keys, fingerprint, accountId: id };
}

/** The order names its buyer itself, and stands in nobody's account. */
function guestBeside(accounts: readonly ExistingCustomer[]): CustomerPlan {
  return { kind: 'use', id: '', besides: accounts.map(({ id }) => id) };
}
