import type { CustomerTarget, ExistingCustomer } from '../../../connectors/contract/target.ts';
import type { FlowContext } from '../../contract.ts';
import { findOne } from '../../find-one.ts';
import type { CustomerLink } from '../../links.ts';

/** The one that is linked, if it is there still; else who has this address. */
export async function findCustomer(
  { target: { api } }: FlowContext,
  target: CustomerTarget,
  link: CustomerLink | null,
  email: string,
): Promise<ExistingCustomer | null> {
  const linked = link === null || link.targetId === '' ? null : await target.get(api, link.targetId);
  return linked ?? (await findOne(target, api, email));
}
