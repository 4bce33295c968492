import { emailKey } from '../../../records/customer.ts';
import type { Decimal } from '../../../records/money.ts';
import type { FlowContext } from '../../contract.ts';
import { emailFingerprintOf } from '../../customers/record/email-fingerprint.ts';
import type { Meant } from '../../meant.ts';
import type { OrderWork } from '../work.ts';

/** Two systems may be a day apart: each has its own time zone. */
const daysBefore = 1;

/** Somebody who books by hand does so with the return of the quarter at the latest: docs/decisions/0012-whose-document-it-is.md. */
const daysAfter = 120;

const dayMs = 86_400_000;

/** What an order's document is to be. `customerId` is the one in the target, empty for a guest. */
export async function meantOf(
  { context, endpoints: { document }, order }: OrderWork,
  { gross, vat }: { readonly gross: Decimal; readonly vat: Decimal },
  customerId: string,
  // Shops date an order by the moment it was placed, books by its day.
  days: Meant['days'] = daysAround(order.date, order.placedAt.slice(0, 10)),
): Promise<Meant> {
  const { customer } = order;
  return {
    gross,
    vat,
    orderVat: order.vat,
    currency: order.currency,
    ...(document === undefined ? {} : { document }),
    days,
    customerId,
    buyer: await buyerFingerprint(context, {
      email: customer.email,
      name: customer.name || customer.company,
    }),
  };
}

/** The first and the last day that the document of these days may have. */
export function daysAround(...days: readonly string[]): [from: string, until: string] {
  const sorted = days.toSorted();
  return [moved(sorted[0] ?? '', -daysBefore), moved(sorted.at(-1) ?? '', daysAfter)];
}

function moved(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** Fingerprint of the one whom a document names: by the e-mail address, or by the name where there is none. */
export async function buyerFingerprint(
  context: Pick<FlowContext, 'fingerprint'>,
  { email, name }: { readonly email?: string | undefined; readonly name?: string | undefined },
): Promise<string | null> {
  if (email?.trim()) return emailFingerprintOf(context, email);
  return name?.trim() ? context.fingerprint(['name', emailKey(name)]) : null;
}
