import type { Decimal } from '../../../records/money.ts';
import type { Meant } from '../../meant.ts';
import type { OrderWork } from '../work.ts';
import { buyerFingerprint, daysAround } from './fits.ts';

/** What an order's document is to be. `customerId` is the one in the target, empty for a guest. */
export async function meantOf(
  { context, order }: OrderWork,
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
    days,
    customerId,
    buyer: await buyerFingerprint(context, {
      email: customer.email,
      name: customer.name || customer.company,
    }),
  };
}
