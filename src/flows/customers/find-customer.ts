import type { CustomerTarget, ExistingCustomer, JsonObject } from '../../connectors/contract/target.ts';
import type { FlowContext, Link } from '../contract.ts';
import { findOne } from '../find-one.ts';

/** What is to be written: `person` is the keyed fingerprint of the e-mail address, `fingerprint` that of the body. */
interface Wanted {
  readonly person: string;
  readonly fingerprint: string;
}

/** What is to be done about a customer in the target. Planning reads only. */
export type CustomerPlan =
  | { readonly kind: 'use'; readonly id: string }
  | ({ readonly kind: 'adopt'; readonly id: string } & Wanted)
  | ({ readonly kind: 'update'; readonly existing: ExistingCustomer; readonly body: JsonObject } & Wanted)
  | ({ readonly kind: 'create'; readonly body: JsonObject } & Wanted);

/** The one that is linked, if it is there still; else who has this address. */
export async function findCustomer(
  { target: { api } }: FlowContext,
  target: CustomerTarget,
  link: Link | null,
  email: string,
): Promise<ExistingCustomer | null> {
  const linked = link === null || link.targetId === '' ? null : await target.get(api, link.targetId);
  return linked ?? (await findOne(target, api, email));
}
