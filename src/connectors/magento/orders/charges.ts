import { big, type Decimal, normalise, sum } from '../../../records/money.ts';
import type { Charge } from '../../../records/order.ts';
import type { Reading } from './interpretations.ts';
import { discount } from './lines.ts';
import { type RateShare, sharesOf, spread, type Vat } from './vat-rates.ts';
import type { OrderWire } from './wire.ts';

/** `PostNL - Standaard`: carrier and method as the buyer saw them. */
export function shippingMethod(wire: OrderWire): string | undefined {
  return wire.shipping_description ?? wire.extension_attributes?.shipping_assignments[0]?.shipping?.method;
}

export function shippingShares(wire: OrderWire, known: readonly Decimal[]): RateShare[] {
  const taxes = (wire.extension_attributes?.item_applied_taxes ?? [])
    .filter(({ type }) => type === 'shipping')
    .flatMap((each) => each.applied_taxes);
  const net = big(wire.shipping_amount ?? '0')
    .minus(wire.shipping_discount_amount ?? '0')
    .plus(wire.shipping_discount_tax_compensation_amount ?? '0');
  return sharesOf(taxes, net, big(wire.shipping_tax_amount ?? '0'), known);
}

export function shippingVat(wire: OrderWire, shares: readonly RateShare[], currency: string): Vat[] {
  const byTax = shares.map(({ rate, weight }) => ({
    rate,
    weight: shares.length === 1 ? weight : weight.times(rate).div(big(rate).plus(100)),
  }));
  return spread(big(wire.shipping_tax_amount ?? '0'), byTax, currency).map(({ rate, amount }) => ({
    rate,
    vat: amount,
  }));
}

export function shippingCharges(
  wire: OrderWire,
  shares: readonly RateShare[],
  reading: Reading,
  currency: string,
): Charge[] {
  const amount = reading.pricesIncludeVat ? shippingWithVat(wire) : (wire.shipping_amount ?? '0');
  return charges(shippingMethod(wire) ?? 'Verzendkosten', amount, shares, currency);
}

function shippingWithVat(wire: OrderWire): Decimal {
  if (wire.shipping_incl_tax !== undefined) return wire.shipping_incl_tax;
  const { shipping_amount: net = '0', shipping_tax_amount: tax = '0' } = wire;
  return normalise(sum([net, tax, wire.shipping_discount_tax_compensation_amount ?? '0']));
}

/** The discount on the shipping, which the rows have no share in (sheet 7.2). */
export function shippingDiscounts(
  wire: OrderWire,
  shares: readonly RateShare[],
  reading: Reading,
  currency: string,
): Charge[] {
  const taken = discount({
    stated: wire.shipping_discount_amount ?? '0',
    hiddenTax: wire.shipping_discount_tax_compensation_amount ?? '0',
    taxBefore: normalise(big(shippingWithVat(wire)).minus(wire.shipping_amount ?? '0')),
    taxAfter: wire.shipping_tax_amount ?? '0',
    reading,
  });
  const label = wire.discount_description ?? wire.coupon_code;
  return charges(label === undefined ? 'Korting' : `Korting (${label})`, taken, shares, currency);
}

function charges(
  description: string,
  amount: Decimal,
  shares: readonly RateShare[],
  currency: string,
): Charge[] {
  return spread(big(amount), shares, currency).map((each) => ({
    description,
    amount: normalise(each.amount),
    vatRate: each.rate,
  }));
}
