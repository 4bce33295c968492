import { big, type Decimal, normalise } from '../../records/money.ts';
import { order as orderRecord } from '../../records/order.ts';
import type { Sale } from '../contract.ts';
import { givenBack } from './difference.ts';

/** What the register keeps of an order that was read, or of a till's day. Null for what is none. */
export function saleOf(source: unknown): Sale | null {
  const read = orderRecord.safeParse(source);
  if (!read.success) return null;
  const { date: day, placedAt, currency, gross, vat, vatByRate } = read.data;
  return {
    ...{ day, placedAt, currency, gross: plain(gross), vat: plain(vat) },
    vatByRate: vatByRate.map((each) => ({ rate: plain(each.rate), vat: plain(each.vat) })),
    refunded: plain(givenBack(read.data)),
  };
}

/** Equal amounts are equal texts: they are searched for. */
function plain(amount: Decimal): Decimal {
  return normalise(big(amount));
}
