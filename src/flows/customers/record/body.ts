import type { Account } from '../../../connectors/contract/account.ts';
import type { CustomerTarget, JsonObject } from '../../../connectors/contract/target.ts';
import { type Choice, choose, pick } from '../../../mapping/choice.ts';
import { mapFields } from '../../../mapping/fields.ts';
import type { Customer } from '../../../records/customer.ts';
import { type Identity, identityParts } from '../../../records/identity.ts';
import type { FlowContext } from '../../contract.ts';

/** What a flow fills a customer's fields in with. */
interface Filling {
  /** How the flow's mapping names a customer's fields: `customer` for `customer.phonenumber`, nothing for `phonenumber`. */
  readonly part: string;
  /** What expressions read. */
  readonly input: unknown;
  /** Fields that settings decide; mapping and constants stand above them. */
  readonly chosen: JsonObject;
  /** The target's. */
  readonly account: Account;
}

/** A customer as the target would be sent it, with the keyed fingerprint of what that says, and of who it is. */
export interface CustomerBody {
  readonly body: JsonObject;
  readonly identity: Identity;
  readonly who: string;
  readonly fingerprint: string;
}

/** Makes no calls. */
export async function customerBody(
  context: Pick<FlowContext<{ readonly fixed: JsonObject }>, 'mapping' | 'settings' | 'fingerprint'>,
  target: CustomerTarget,
  customer: Customer,
  { part, input, chosen, account }: Filling,
): Promise<CustomerBody> {
  const mapped = await mapFields(part, target.fields, context.mapping, context.settings.fixed, input);
  const draft = { customer, fields: { ...chosen, ...mapped } };
  const body = target.toWire(draft, account);
  const identity = target.identityOf(draft);
  return {
    body,
    identity,
    who: await context.fingerprint(identityParts(customer.email ?? '', identity)),
    fingerprint: await context.fingerprint(target.said?.(body) ?? body),
  };
}

/** Looks `company DE` up where there is such an entry, else `company`. */
export function chosenClass(
  table: Choice | undefined,
  { kind, address: { country } }: Customer,
  setting: string,
): string | undefined {
  const isExact = table !== undefined && table.force === undefined && country !== undefined;
  const exact = isExact ? pick({ map: table.map }, `${kind} ${country}`) : undefined;
  return exact ?? choose(table, kind, setting);
}
