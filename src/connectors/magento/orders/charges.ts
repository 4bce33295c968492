import { big, type Decimal, normalise, sum } from '../../../records/money.ts';
import type { Charge } from '../../../records/order.ts';
import { vatWithin } from '../../../records/vat.ts';
import { chargesOver, type RateAmount, spread } from '../../../records/vat-breakdown.ts';
import type { Interpretation } from './interpretations.ts';
import { discount } from './lines.ts';
import { type Surroundings, sharesOf } from './vat-rates.ts';
import type { OrderWire } from './wire.ts';

/** `PostNL - Standaard`: carrier and method as the buyer saw them. */
export function shippingMethod(wire: OrderWire): string | undefined {
  return wire.shipping_description ?? wire.extension_attributes?.shipping_assignments[0]?.shipping?.method;
}

/** Weights with VAT. */
export function shippingShares(wire: OrderWire, surroundings: Surroundings): readonly RateAmount[] {
  const taxes = (wire.extension_attributes?.item_applied_taxes ?? [])
    .filter(({ type }) => type === 'shipping')
    .flatMap((each) => each.applied_taxes);
  const net = big(wire.shipping_amount ?? '0')
    .minus(wire.shipping_discount_amount ?? '0')
    .plus(wire.shipping_discount_tax_compensation_amount ?? '0');
  return sharesOf(taxes, { net, vat: big(wire.shipping_tax_amount ?? '0') }, surroundings);
}

export function shippingVat(wire: OrderWire, shares: readonly RateAmount[], currency: string): RateAmount[] {
  const byTax = shares.map(({ rate, amount }) => ({ rate, amount: vatWithin(amount, rate) }));
  return spread(wire.shipping_tax_amount ?? '0', shares.length === 1 ? shares : byTax, currency);
}

export function shippingCharges(
  wire: OrderWire,
  shares: readonly RateAmount[],
  interpretation: Interpretation,
  currency: string,
): Charge[] {
  const amount = interpretation.pricesIncludeVat ? shippingWithVat(wire) : (wire.shipping_amount ?? '0');
  const weights = onBasis(shares, interpretation);
  return chargesOver({ description: shippingMethod(wire) }, amount, weights, currency);
}

/** The shares as what the order's prices are: with VAT or without. */
function onBasis(shares: readonly RateAmount[], { pricesIncludeVat }: Interpretation): readonly RateAmount[] {
  if (pricesIncludeVat || shares.length === 1) return shares;
  return shares.map(({ rate, amount }) => ({ rate, amount: amount.minus(vatWithin(amount, rate)) }));
}

function shippingWithVat(wire: OrderWire): Decimal {
  if (wire.shipping_incl_tax !== undefined) return wire.shipping_incl_tax;
  const { shipping_amount: net = '0', shipping_tax_amount: tax = '0' } = wire;
  return normalise(sum([net, tax, wire.shipping_discount_tax_compensation_amount ?? '0']));
}

/** The discount on the shipping, which the rows have no share in (sheet 7.2). */
export function shippingDiscounts(
  wire: OrderWire,
  shares: readonly RateAmount[],
  interpretation: Interpretation,
  currency: string,
): Charge[] {
  const taken = discount({
    stated: wire.shipping_discount_amount ?? '0',
    hiddenTax: wire.shipping_discount_tax_compensation_amount ?? '0',
    taxBefore: normalise(big(shippingWithVat(wire)).minus(wire.shipping_amount ?? '0')),
    taxAfter: wire.shipping_tax_amount ?? '0',
    interpretation,
  });
  const label = wire.discount_description ?? wire.coupon_code;
  return chargesOver({ description: label }, taken, onBasis(shares, interpretation), currency);
}
