/** The customer of an order: what is to be done about it in the target. See docs/decisions/0014-whose-field-it-is.md. */
import { rejected } from '../../../records/problem.ts';
import { checkBegunOtherwise, checkUpdateBegun } from '../../customers/begun-otherwise.ts';
import type { CustomerPlan } from '../../customers/record/customer-plan.ts';
import { lateUnlinked } from '../../customers/record/late-unlinked.ts';
import {
  type CustomerKeys,
  formerCustomer,
  type KnownCustomer,
  knownCustomer,
  recordKey,
  writtenTo,
} from '../../customers/record/links.ts';
import type { Links } from '../../links.ts';
import type { OrderWork } from '../work.ts';
import { planAccount } from './account.ts';
import { planAddressee } from './addressee.ts';
import { buyerKey } from './lock.ts';
import { type MeantBuyer, meantBuyer } from './meant.ts';
import { mayHaveChanged } from './reverse-charge.ts';

/**
 * Reads only. Throws `email_missing`, `customer_missing`, `customer_ambiguous`, `customer_vat_differs`, and what the target
 * cannot take.
 */
export async function planBuyer(work: OrderWork): Promise<CustomerPlan> {
  const plan = await planned(work);
  const { id } = work.order.customer;
  if (plan.kind === 'create' && id !== undefined) checkUpdateBegun(work.context, id);
  return plan;
}

async function planned(work: OrderWork): Promise<CustomerPlan> {
  const { context, endpoints, order } = work;
  const { links, settings } = context;
  const { email } = order.customer;
  const emailFingerprint = buyerKey(work);
  if (emailFingerprint === null || email === undefined) {
    const { defaultDebtor } = settings.customer;
    if (defaultDebtor) return { kind: 'use', id: defaultDebtor.id };
    throw rejected('email_missing', { of: 'order' });
  }
  const meant = await meantBuyer(work, email, emailFingerprint);
  const { keys, identity, fingerprint: said } = meant;
  const { id } = order.customer;
  if (id !== undefined) checkBegunOtherwise(context, id, 'customers', keys);
  const main = knownBuyer(work, meant);
  if (isEnough(work, meant, main, keys)) return { kind: 'use', id: main.targetId, keys, identity, said };
  if (endpoints.target.guests) return planAccount(work, meant, main);
  const ownKeys = await meant.ownKeys();
  const ownId = links.get('customer', ownKeys.who)?.targetId;
  const own = ownId === undefined ? null : recordAt(links, ownKeys, ownId);
  if (isEnough(work, meant, own, ownKeys))
    return { kind: 'use', id: own.targetId, keys: ownKeys, identity, said };
  return planAddressee(work, meant, { main, own, ownKeys });
}

/** Whether the link tells all: just this was said of the record last, nothing else may be done late, and nobody need look at it again. */
function isEnough(
  work: OrderWork,
  { fingerprint, identity }: MeantBuyer,
  known: KnownCustomer | null,
  keys: MeantBuyer['keys'],
): known is KnownCustomer {
  if (known?.fingerprint !== fingerprint || mayHaveChanged(work, identity.kind)) return false;
  return lateUnlinked(work.context, keys, known.targetId) === null;
}

/**
 * A private person is found by the account first: somebody else may have ordered under the address. An account may order for a
 * company, which is found by who it is.
 */
function knownBuyer(
  { context: { links }, order }: OrderWork,
  { keys, identity }: MeantBuyer,
): KnownCustomer | null {
  const { id } = order.customer;
  const known = knownCustomer(links, keys, id) ?? formerCustomer(links, keys);
  const account = id === undefined ? undefined : links.get('customer', recordKey(id))?.targetId;
  if (identity.kind === 'company' || !account || account === known?.targetId) return known;
  return { ...recordAt(links, keys, account), isSure: false };
}

function recordAt(links: Links, keys: CustomerKeys, targetId: string): KnownCustomer {
  const { fingerprint = '', facts = {} } = writtenTo(links, keys, targetId) ?? {};
  return { targetId, fingerprint, facts, isSure: true };
}
