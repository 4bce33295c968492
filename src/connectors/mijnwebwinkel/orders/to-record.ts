import { isReverseCharge } from '../../../records/business.ts';
import { big, type Decimal, normalise, sum } from '../../../records/money.ts';
import type { Order } from '../../../records/order.ts';
import { ratesOf } from '../../../records/order-parts.ts';
import { vatWithin } from '../../../records/vat.ts';
import { type RateAmount, vatBreakdown } from '../../../records/vat-breakdown.ts';
import type { Account } from '../../contract/account.ts';
import { deliveryOf } from '../../wire/party.ts';
import { hasOwnMark, referenceIn } from '../../wire/reference-lines.ts';
import { addressOf, buyerOf } from '../party.ts';
import { partsOf } from './lines.ts';
import { isPaid, type PaymentWire, paymentMethod } from './payments.ts';
import { givenBack } from './refunds.ts';
import type { OrderWire } from './wire.ts';

export interface ReadOrder {
  readonly wire: OrderWire;
  /** Its credit orders; null stands for one that could not be read. */
  readonly credits: readonly (OrderWire | null)[];
  readonly payments: readonly PaymentWire[];
}

/** The lines' totals with VAT are to the cent, and add up to the order's (sheet 7.4, 12). */
export function orderFromWire({ wire, credits, payments }: ReadOrder, { traits }: Account): Order {
  const { prepaid, ...parts } = partsOf(wire, payments);
  const gross = normalise(big(wire.price.total).plus(prepaid));
  const taxes = taxesOf(wire, parts);
  const vat = normalise(sum(taxes.map(({ amount }) => amount)));
  const reference = referenceIn(wire.comments?.internal);
  return {
    id: wire.number,
    number: wire.number,
    placedAt: wire.placedAt.toISOString(),
    updatedAt: wire.updatedAt.toISOString(),
    date: wire.date,
    currency: wire.currency,
    pricesIncludeVat: true,
    ...parts,
    status: wire.status,
    paymentStatus: wire.payment_status ?? 'unknown',
    paid: isPaid(wire, payments),
    cancelled: wire.status === traits.cancelledStatus,
    ...(traits.sentStatus === undefined ? {} : { shipped: wire.status === traits.sentStatus }),
    paymentMethod: paymentMethod(wire, payments),
    ...people(wire, vat, traits.country),
    gross,
    vat,
    vatByRate: vatBreakdown(taxes, big(vat), ratesOf({ ...parts, pricesIncludeVat: true })),
    ...givenBack({ wire, credits, payments, gross }),
    note: wire.comments?.customer,
    ...(reference === undefined ? {} : { reference }),
    ...(hasOwnMark(wire.comments?.internal) ? { madeByKoppel: true } : {}),
  };
}

/** As the order states it; what it leaves out follows from its lines. */
function taxesOf(
  wire: OrderWire,
  parts: Pick<Order, 'lines' | 'shipping' | 'fees' | 'discounts'>,
): RateAmount[] {
  if (wire.price.tax.length > 0)
    return wire.price.tax.map(({ rate, amount }) => ({ rate, amount: big(amount) }));
  const amounts = [
    ...parts.lines.map(({ quantity, unitPrice, vatRate }) => ({
      rate: vatRate,
      gross: big(quantity).times(unitPrice),
    })),
    ...[...parts.shipping, ...parts.fees].map(({ amount, vatRate }) => ({
      rate: vatRate,
      gross: big(amount),
    })),
    ...parts.discounts.map(({ amount, vatRate }) => ({ rate: vatRate, gross: big(amount).neg() })),
  ];
  const byRate = Map.groupBy(amounts, ({ rate }) => rate);
  return [...byRate].map(([rate, group]) => ({
    rate,
    amount: vatWithin(sum(group.map(({ gross }) => gross)), rate).round(2),
  }));
}

/** The platform says that it shifted the VAT; whether that may be follows from the number and the delivery. */
function people(
  wire: OrderWire,
  vat: Decimal,
  home: string | undefined,
): Pick<Order, 'customer' | 'delivery' | 'shiftsVat'> {
  const buyer = buyerOf(wire);
  const address = wire.debtor?.address?.delivery;
  const delivery = deliveryOf(addressOf(address), { ...address }, buyer);
  const goesTo = delivery ?? buyer.address;
  // The region that taxed it (sheet 7.4).
  const to = { ...goesTo, country: goesTo.country ?? wire.tax_region };
  const untaxed = big(vat).eq(0) && big(wire.price.total).gt(0);
  const reverseCharge = untaxed && isReverseCharge({ home, vatNumber: buyer.vatNumber, delivery: to });
  return {
    customer: { ...buyer, reverseCharge },
    delivery,
    ...(wire.tax_strategy === 'reverse_charged_vat' ? { shiftsVat: true } : {}),
  };
}
