import type { CustomerTarget, ExistingCustomer } from '../../../connectors/contract/target.ts';
import type { FlowContext } from '../../contract.ts';
import { findOne } from '../../find-one.ts';
import type { CustomerLink } from '../../links.ts';

/** Returns the customer that is linked, if it is there still, else the one with this address; null when there is neither. */
export async function findCustomer(
  { target: { api } }: FlowContext,
  target: CustomerTarget,
  link: CustomerLink | null,
  email: string,
): Promise<ExistingCustomer | null> {
  const linked = link === null || link.targetId === '' ? null : await target.get(api, link.targetId);
  return linked ?? (await findOne(target, api, email));
}
