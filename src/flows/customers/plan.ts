import type { Account } from '../../connectors/contract/account.ts';
import type { Source } from '../../connectors/contract/source.ts';
import type { CustomerTarget, ExistingCustomer, JsonObject } from '../../connectors/contract/target.ts';
import { type Customer, emailKey } from '../../records/customer.ts';
import { type Identity, isOfKind } from '../../records/identity.ts';
import { rejected } from '../../records/problem.ts';
import { type Reason, reason } from '../../records/reason.ts';
import type { FlowContext } from '../contract.ts';
import type { CustomerFacts, CustomerLink } from '../links.ts';
import { chosenFields } from './chosen-fields.ts';
import { type CustomerBody, customerBody } from './record/body.ts';
import type { CustomerPlan } from './record/customer-plan.ts';
import { bestOf, customersWith, type FoundCustomer, findCustomer } from './record/find-customer.ts';
import {
  type CustomerKeys,
  type KnownCustomer,
  knownCustomer,
  recordKey,
  writtenTo,
} from './record/links.ts';
import { checkAmbiguous } from './record/plan-missing.ts';
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
  readonly keys: CustomerKeys;
  /** Why it goes that way, for people. */
  readonly reason: Reason;
  /** What the target would be sent, also where it is not. */
  readonly body: JsonObject;
}

/**
 * Plans everything up to the first write. Throws `email_shared`, `email_taken`, `customer_ambiguous` and
 * `customer_kind_differs`.
 */
export async function planCustomer(
  context: Context,
  endpoints: Endpoints,
  known: FindableCustomer,
): Promise<Planned> {
  const { settings, links } = context;
  const { target } = endpoints;
  const meant = await bodyOf(context, target, known.customer, context.target.api.account);
  const { body, fingerprint, identity } = meant;
  const keys: CustomerKeys = { emailFingerprint: known.emailFingerprint, who: meant.who };
  const planned = (plan: Planned['plan'], code: PlanReason): Planned => ({
    plan,
    keys,
    reason: reason(code, {}),
    body,
  });
  const own = links.get('customer', recordKey(context.key));
  if (own?.fingerprint === fingerprint) return planned({ kind: 'use', id: own.targetId }, 'nothing_new');
  const linked = knownCustomer(links, keys);
  if (linked?.isSure) await checkOwner(context, endpoints, known, linked);
  const found = await standing(context, endpoints, known, meant, { own, linked });
  const { fit } = found;
  if (fit === null) {
    if (found.archived) return planned({ kind: 'skip' }, 'archived');
    checkAmbiguous(context, target, found, settings.create);
    return settings.create
      ? planned({ kind: 'create', body, identity, keys, fingerprint }, 'created')
      : planned({ kind: 'skip' }, 'not_created');
  }
  if (fit.id !== own?.targetId) {
    const written = writtenTo(links, keys, fit.id);
    await checkOwner(context, endpoints, known, written);
  } else if (own.emailFingerprint !== keys.emailFingerprint) {
    await checkNewAddress(context, target, known.email, fit, identity);
  }
  if (target.isUpToDate(fit, body)) {
    return planned({ kind: 'adopt', id: fit.id, keys, fingerprint }, 'already_so');
  }
  // Not written, so no fingerprint: with "update" set to true later it is written.
  return settings.update
    ? planned({ kind: 'update', existing: fit, body, keys, fingerprint }, 'updated')
    : planned({ kind: 'adopt', id: fit.id, keys, fingerprint: '' }, 'not_updated');
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

/**
 * Finds the customer in the target: the record that this one is linked to, whatever its name and address are by now, unless it
 * was put away. Then another may be in use, under who it is. Throws `customer_kind_differs`.
 */
async function standing(
  context: Context,
  { target }: Endpoints,
  { email, customer }: FindableCustomer,
  { identity }: CustomerBody,
  { own, linked }: { readonly own: CustomerLink | null; readonly linked: KnownCustomer | null },
): Promise<FoundCustomer> {
  const { api, connector } = context.target;
  const record = own === null || own.targetId === '' ? null : await target.get(api, own.targetId);
  if (record !== null && !record.archived) {
    if (isOfKind(record.identity, identity)) return { fit: record, tied: [], others: [], archived: null };
    const kind = identity.kind ?? customer.kind;
    throw rejected('customer_kind_differs', { system: connector.name, id: record.id, kind });
  }
  const other = linked?.targetId === own?.targetId ? null : linked;
  const found = await findCustomer(context, target, { email, identity, known: other });
  return { ...found, archived: found.archived ?? record };
}

/** Two records of the source that are one customer would overwrite each other without end. The first one linked has it. */
async function checkOwner(
  { key, source }: Context,
  endpoints: Endpoints,
  { email }: FindableCustomer,
  written: { readonly facts: CustomerFacts } | null,
): Promise<void> {
  const owner = written?.facts.source;
  if (owner === undefined || owner === key) return;
  const other = await endpoints.source.get(source.api, owner);
  if (other?.email === undefined || emailKey(other.email) !== emailKey(email)) return;
  throw rejected('email_shared', { system: source.connector.name, other: owner });
}

/** The address that a linked customer changes to may be taken there, by somebody else or by the same one a second time. */
async function checkNewAddress(
  { target: { api, connector } }: Context,
  target: CustomerTarget,
  email: string,
  existing: ExistingCustomer,
  identity: Identity,
): Promise<void> {
  const others = (await customersWith(target, api, email)).filter(
    (other) => !other.archived && other.id !== existing.id,
  );
  const isTaken = target.sharesEmails ? bestOf(others, identity).length > 0 : others.length > 0;
  if (isTaken) throw rejected('email_taken', { system: connector.name });
}
