import type { FoundDocument } from '../../../connectors/contract/target.ts';
import { big } from '../../../records/money.ts';
import type { Meant } from '../../meant.ts';
import type { OrdersSettings } from '../settings.ts';
import type { OrderWork } from '../work.ts';
import { buyerFingerprint } from './meant.ts';

/** Tells whether a document with the right reference is the one that was meant, by all that the target states of it. */
export async function fits(work: OrderWork, found: FoundDocument, meant: Meant): Promise<boolean> {
  if (!big(found.gross).eq(meant.gross)) return false;
  if (!isVatOf(found, meant, work.context.settings)) return false;
  if (found.currency !== undefined && found.currency !== meant.currency) return false;
  const [from, until] = meant.days;
  if (found.date !== undefined && (found.date < from || found.date > until)) return false;
  return isCustomerOf(work, found, meant);
}

/** Whoever booked it by hand let the target round: that may be cents off, as far as rounding is taken for the same. */
function isVatOf({ vat }: FoundDocument, meant: Meant, { rounding }: OrdersSettings): boolean {
  return vat === undefined || vat === null || big(vat).minus(meant.vat).abs().lte(rounding.tolerance);
}

async function isCustomerOf({ context }: OrderWork, found: FoundDocument, meant: Meant): Promise<boolean> {
  if (found.customerId !== null && found.customerId === meant.customerId) return true;
  if (found.buyer === undefined || meant.buyer === null) return false;
  return (await buyerFingerprint(context, found.buyer)) === meant.buyer;
}
