/** An address that two records have: in the source, or in the target. */
import type { CustomerTarget, ExistingCustomer } from '../../connectors/contract/target.ts';
import { emailKey } from '../../records/customer.ts';
import { areStrangers, type Identity } from '../../records/identity.ts';
import { rejected } from '../../records/problem.ts';
import type { FlowContext } from '../contract.ts';
import type { CustomerFacts } from '../links.ts';
import type { Endpoints, FindableCustomer } from './plan.ts';
import { bestOf, customersWith } from './record/find-customer.ts';
import type { CustomersSettings } from './settings.ts';

type Context = FlowContext<CustomersSettings>;

/** Two records of the source that are one customer would overwrite each other without end. The first one linked has it. */
export async function checkOwner(
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
export async function checkNewAddress(
  { target: { api, connector } }: Context,
  target: CustomerTarget,
  email: string,
  existing: ExistingCustomer,
  identity: Identity,
): Promise<void> {
  const others = (await customersWith(target, api, email)).filter(
    (other) => !other.archived && other.id !== existing.id,
  );
  const isTaken = target.sharesEmails
    ? bestOf(others, identity).length > 0 || others.some((other) => areStrangers(other.identity, identity))
    : others.length > 0;
  if (isTaken) throw rejected('email_taken', { system: connector.name });
}
