import type { Account } from '../../connectors/contract/account.ts';
import type { Source } from '../../connectors/contract/source.ts';
import type { CustomerTarget, ExistingCustomer, JsonObject } from '../../connectors/contract/target.ts';
import { type Customer, emailKey } from '../../records/customer.ts';
import { rejected } from '../../records/problem.ts';
import { type Reason, reason } from '../../records/reason.ts';
import type { FlowContext } from '../contract.ts';
import { findOne } from '../find-one.ts';
import type { CustomerLink } from '../links.ts';
import { chosenFields } from './chosen-fields.ts';
import { type CustomerBody, customerBody } from './record/body.ts';
import type { CustomerPlan } from './record/customer-plan.ts';
import { findCustomer } from './record/find-customer.ts';
import { recordKey } from './record/links.ts';
import type { CustomersSettings } from './settings.ts';

type Context = FlowContext<CustomersSettings>;

/** The capabilities that the customers flow needs of source and target. */
export interface Endpoints {
  readonly source: Source<Customer>;
  readonly target: CustomerTarget;
}

/** A customer that can be found: it has an address. */
export interface FindableCustomer {
  readonly customer: Customer;
  readonly email: string;
  readonly emailFingerprint: string;
}

type PlanReason =
  | 'nothing_new'
  | 'created'
  | 'not_created'
  | 'archived'
  | 'already_so'
  | 'updated'
  | 'not_updated';

export interface Planned {
  readonly plan: CustomerPlan | { readonly kind: 'skip' };
  /** Why it goes that way, for people. */
  readonly reason: Reason;
  /** What the target would be sent, also where it is not. */
  readonly body: JsonObject;
}

/** Plans everything up to the first write. Throws `email_shared` and `email_taken`. */
export async function planCustomer(
  context: Context,
  endpoints: Endpoints,
  known: FindableCustomer,
): Promise<Planned> {
  const { email, emailFingerprint } = known;
  const { settings, links } = context;
  const { body, fingerprint } = await bodyOf(
    context,
    endpoints.target,
    known.customer,
    context.target.api.account,
  );
  const planned = (plan: Planned['plan'], code: PlanReason): Planned => ({
    plan,
    reason: reason(code, {}),
    body,
  });
  const own = links.get('customer', recordKey(context.key));
  if (own?.fingerprint === fingerprint) return planned({ kind: 'use', id: own.targetId }, 'nothing_new');
  const ofAddress = links.get('customer', emailFingerprint);
  await checkOwner(context, endpoints, known, ofAddress);
  const existing = await standing(context, endpoints, known, own ?? ofAddress);
  if (existing === null) {
    return settings.create
      ? planned({ kind: 'create', body, emailFingerprint, fingerprint }, 'created')
      : planned({ kind: 'skip' }, 'not_created');
  }
  if (existing.archived) return planned({ kind: 'skip' }, 'archived');
  if (own !== null && own.targetId === existing.id && own.emailFingerprint !== emailFingerprint) {
    await checkNewAddress(context, endpoints, email, existing);
  }
  if (endpoints.target.isUpToDate(existing, body)) {
    return planned({ kind: 'adopt', id: existing.id, emailFingerprint, fingerprint }, 'already_so');
  }
  // Not written, so no fingerprint: with "update" set to true later it is written.
  return settings.update
    ? planned({ kind: 'update', existing, body, emailFingerprint, fingerprint }, 'updated')
    : planned({ kind: 'adopt', id: existing.id, emailFingerprint, fingerprint: '' }, 'not_updated');
}

/** Builds the body. Mapped fields have the target's plain names here, and read `customer`. */
export function bodyOf(
  context: Pick<Context, 'mapping' | 'settings' | 'fingerprint'>,
  target: CustomerTarget,
  customer: Customer,
  account: Account,
): Promise<CustomerBody> {
  const chosen = chosenFields(context.settings, target, customer);
  return customerBody(context, target, customer, { part: '', input: { customer }, chosen, account });
}

/** Finds the customer in the target. If the linked one is archived, another with the same address may be in use by now. */
async function standing(
  context: Context,
  { target }: Endpoints,
  { email }: FindableCustomer,
  link: CustomerLink | null,
): Promise<ExistingCustomer | null> {
  const found = await findCustomer(context, target, link, email);
  if (!found?.archived || found.id !== link?.targetId) return found;
  return (await findOne(target, context.target.api, email)) ?? found;
}

/** Two records of the source with one address would overwrite each other without end. The first one linked has it. */
async function checkOwner(
  { key, source }: Context,
  endpoints: Endpoints,
  { email }: FindableCustomer,
  ofAddress: CustomerLink | null,
): Promise<void> {
  const owner = ofAddress?.facts.source;
  if (owner === undefined || owner === key) return;
  const other = await endpoints.source.get(source.api, owner);
  if (other?.email === undefined || emailKey(other.email) !== emailKey(email)) return;
  throw rejected('email_shared', { system: source.connector.name, other: owner });
}

/** The address that a linked customer changes to may be somebody's there: then there would be two with one address. */
async function checkNewAddress(
  { target }: Context,
  endpoints: Endpoints,
  email: string,
  existing: ExistingCustomer,
): Promise<void> {
  const other = await findOne(endpoints.target, target.api, email);
  if (other === null || other.archived || other.id === existing.id) return;
  throw rejected('email_taken', { system: target.connector.name });
}
