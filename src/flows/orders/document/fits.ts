import type { FoundDocument } from '../../../connectors/contract/target.ts';
import { emailKey } from '../../../records/customer.ts';
import { big, type Decimal } from '../../../records/money.ts';
import type { FlowContext } from '../../contract.ts';
import { emailFingerprintOf } from '../../customers/record/email-fingerprint.ts';
import type { Meant } from '../../meant.ts';
import type { OrdersSettings } from '../settings.ts';
import type { OrderWork } from '../work.ts';

/** Two systems may be a day apart: each has its own time zone. */
const daysBefore = 1;

/** Somebody who books by hand does so with the return of the quarter at the latest: docs/decisions/0012-whose-document-it-is.md. */
const daysAfter = 120;

const dayMs = 86_400_000;

/** Tells whether a document with the right reference is the one that was meant, by all that the target states of it. */
export async function fits(work: OrderWork, found: FoundDocument, meant: Meant): Promise<boolean> {
  if (!big(found.gross).eq(meant.gross)) return false;
  if (!isVatOf(found, meant, work.context.settings)) return false;
  if (found.currency !== undefined && found.currency !== meant.currency) return false;
  const [from, until] = meant.days;
  if (found.date !== undefined && (found.date < from || found.date > until)) return false;
  return isCustomerOf(work, found, meant);
}

/** The first and the last day that the document of these days may have. */
export function daysAround(...days: readonly string[]): [from: string, until: string] {
  const sorted = days.toSorted();
  return [moved(sorted[0] ?? '', -daysBefore), moved(sorted.at(-1) ?? '', daysAfter)];
}

/** Fingerprint of the one whom a document names: by the e-mail address, or by the name where there is none. */
export async function buyerFingerprint(
  context: Pick<FlowContext, 'fingerprint'>,
  { email, name }: { readonly email?: string | undefined; readonly name?: string | undefined },
): Promise<string | null> {
  if (email?.trim()) return emailFingerprintOf(context, email);
  return name?.trim() ? context.fingerprint(['name', emailKey(name)]) : null;
}

/** Whoever booked it by hand let the target round: that may be cents off, as far as rounding is taken for the same. */
function isVatOf({ vat }: FoundDocument, meant: Meant, { rounding }: OrdersSettings): boolean {
  return vat === undefined || vat === null || differenceOf(vat, meant.vat).lte(rounding.tolerance);
}

function differenceOf(a: Decimal, b: Decimal) {
  return big(a).minus(b).abs();
}

async function isCustomerOf({ context }: OrderWork, found: FoundDocument, meant: Meant): Promise<boolean> {
  if (found.customerId !== null && found.customerId === meant.customerId) return true;
  if (found.buyer === undefined || meant.buyer === null) return false;
  return (await buyerFingerprint(context, found.buyer)) === meant.buyer;
}

function moved(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}
