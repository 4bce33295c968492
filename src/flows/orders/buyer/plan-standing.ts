/** Plans for a record that stands in the target: it is written to, or the document only names it. */
import type { ExistingCustomer } from '../../../connectors/contract/target.ts';
import type { CustomerPlan } from '../../customers/record/customer-plan.ts';
import type { CustomerKeys } from '../../customers/record/links.ts';
import type { OrderWork } from '../work.ts';
import type { MeantBuyer } from './meant.ts';
import { checkReverseCharge, shiftsOtherwise } from './reverse-charge.ts';
import { isAsSaid, isOlder } from './standing.ts';

/** Plans for a record that nobody else keeps. `update`: whether it may be overwritten. Throws `customer_vat_differs`. */
export function planOwn(
  work: OrderWork,
  meant: MeantBuyer,
  existing: ExistingCustomer,
  { keys, update }: { readonly keys: CustomerKeys; readonly update: boolean },
): CustomerPlan {
  const { id } = existing;
  const older = isOlder(work, keys, id);
  if (update && !older && isOtherwise(work, meant, keys, existing)) {
    const { body, identity, fingerprint } = meant;
    return { kind: 'update', existing, body, keys, identity, fingerprint };
  }
  return planAsItStands(work, meant, existing, { keys, older });
}

/**
 * Whether the record has to be written: it says something else, or, where nothing new is to be said, it has been set up for
 * another VAT treatment since. What the merchant has changed of it else stays.
 */
function isOtherwise(work: OrderWork, meant: MeantBuyer, keys: CustomerKeys, existing: ExistingCustomer) {
  return isAsSaid(work, meant, keys, existing.id)
    ? shiftsOtherwise(existing, work.order)
    : !work.endpoints.customers.isUpToDate(existing, meant.body);
}

/**
 * The document goes to the record, which is not written to. That this order fits it is noted, so that the next one that says
 * the same need not look; of one that is older than the record that is not known. Throws `customer_vat_differs`.
 */
export function planAsItStands(
  work: OrderWork,
  meant: MeantBuyer,
  existing: ExistingCustomer,
  { keys, older }: { readonly keys: CustomerKeys; readonly older: boolean },
): CustomerPlan {
  const { id } = existing;
  const { fingerprint, identity, body } = meant;
  checkReverseCharge(existing, work.order);
  return older || isAsSaid(work, meant, keys, id)
    ? { kind: 'use', id, keys, identity, said: fingerprint }
    : { kind: 'adopt', id, keys, identity, fingerprint, body };
}
