/** What was paid of an order, and given back; and what its lines beside the goods are for (sheet 7.8). Amounts are in cents there. */
import type Big from 'big.js';
import { z } from 'zod';
import { big, fractionDigits, normalise, sum } from '../../../records/money.ts';
import type { Refund } from '../../../records/order.ts';
import { Problem } from '../../../records/problem.ts';
import { localDate } from '../../../records/time-zone.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import { amount, needed, part, text } from '../../wire/fields.ts';
import { timestamp } from '../../wire/timestamps.ts';
import { many, unwrapped } from '../wrapped.ts';
import type { OrderWire } from './wire.ts';

/** Sheet 7.4. */
export const paymentStatuses = [
  'new',
  'pending',
  'authorized',
  'captured',
  'incomplete',
  'failed',
  'refunded',
  'voided',
  'unknown',
] as const;

const mutationWire = z.object({
  id: text,
  type: text,
  price: amount,
  createdAt: timestamp.catch(undefined),
});

const paymentWire = z.object({
  method: text,
  price: amount,
  mutations: many(mutationWire, 'type'),
  order: part(z.object({ lines: many(z.object({ type: needed(text), price: amount }), 'type') })),
});
export type PaymentWire = z.infer<typeof paymentWire>;

/**
 * Empty where there are none, as of an order of nothing, and where the shop does not let them be read: then the order's own
 * summary tells.
 */
export async function paymentsOf(api: Api, { number, price }: OrderWire): Promise<PaymentWire[]> {
  if (big(price.total).eq(0)) return [];
  const answer = unwrapped('payments', many(paymentWire, 'mutations'));
  try {
    return (await api.find(path`/orders/${number}/payments`, answer, { embed: 'mutations,order' })) ?? [];
  } catch (error) {
    // Wrong credentials fail at the order itself.
    if (error instanceof Problem && (error.kind === 'auth' || error.kind === 'rejected')) return [];
    throw error;
  }
}

/** Captured as a whole; else as the order's summary says (sheet 9). */
export function isPaid(wire: OrderWire, payments: readonly PaymentWire[]): boolean {
  const captured = sum(mutations(payments, 'capture').map((each) => inUnits(each.price, wire.currency)));
  const says =
    wire.payment_status === undefined
      ? ['1', '7'].includes(wire.payment?.status?.id ?? '')
      : ['captured', 'refunded'].includes(wire.payment_status);
  const { total } = wire.price;
  return says || big(total).eq(0) || (captured.gt(0) && captured.gte(total));
}

export function paymentMethod(wire: OrderWire, [first]: readonly PaymentWire[]): string | undefined {
  // `ideal:ideal_INGBNL2A`: the bank tells nothing of the method.
  return (first?.method ?? wire.payment?.method_name)?.split(':')[0];
}

/** What a payment service gave back, oldest first. */
export function moneyBack(payments: readonly PaymentWire[], currency: string, timeZone: string): Refund[] {
  return mutations(payments, 'refund')
    .toSorted((a, b) => Number(a.createdAt ?? 0) - Number(b.createdAt ?? 0))
    .map(({ id, price, createdAt }) => ({
      ...(id === undefined ? {} : { id }),
      ...(createdAt === undefined ? {} : { date: localDate(createdAt, timeZone) }),
      gross: normalise(inUnits(price, currency)),
    }))
    .filter(({ gross }) => gross !== '0');
}

/** Types of lines that take something off (sheet 7.8); whether their amounts are below zero is not told. */
const reducing = ['discount', 'gift_card', 'store_credit'];

/** What the payment calls a line beside the goods that comes to this; undefined where it has none of the kind. */
export function kindOfAmount(
  payments: readonly PaymentWire[],
  gross: Big,
  currency: string,
): string | undefined {
  const lines = payments.flatMap(({ order }) => order?.lines ?? []);
  const beside = lines.filter(({ type }) => type !== 'physical' && type !== 'digital');
  return beside.find(
    ({ type, price }) => inUnits(price, currency).eq(gross.abs()) && reducing.includes(type) === gross.lt(0),
  )?.type;
}

function mutations(payments: readonly PaymentWire[], type: string) {
  return payments.flatMap((payment) => payment.mutations).filter((mutation) => mutation.type === type);
}

/** Amounts of a refund may be told below zero. */
function inUnits(cents = '0', currency: string): Big {
  return big(cents)
    .abs()
    .div(big('10').pow(fractionDigits(currency)));
}
