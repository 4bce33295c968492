import { big, type Decimal } from '../../../records/money.ts';
import type { Charge } from '../../../records/order.ts';
import { chargesOver, type RateAmount, wholeAt } from '../../../records/vat-breakdown.ts';
import type { Interpretation } from './interpretations.ts';
import { applies, rateOf } from './item-vat.ts';
import type { OrderWire, TaxWire } from './wire.ts';

export function shippingMethod({ shippingOption: option }: OrderWire): string | undefined {
  return option?.shippingMethodName ?? option?.shippingCarrierName;
}

export function shippingCharges(
  wire: OrderWire,
  shares: readonly RateAmount[],
  { shippingRate, currency }: Interpretation,
): Charge[] {
  return chargesOver({ description: shippingMethod(wire) }, shippingRate, shares, currency);
}

/** The handling fee and the surcharges (tips, costs of a payment method) at their own VAT rate, else at the shipping's. */
export function feeCharges(
  wire: OrderWire,
  shippingShares: readonly RateAmount[],
  interpretation: Interpretation,
): Charge[] {
  const { netPrices, currency } = interpretation;
  const { handlingFee, customSurcharges } = wire;
  const fees: Charge[] = [];
  if (handlingFee?.value !== undefined) {
    const amount = (netPrices ? handlingFee.valueWithoutTax : undefined) ?? handlingFee.value;
    const rates = ownRates(handlingFee.taxes, amount, interpretation) ?? shippingShares;
    const description = handlingFee.name ?? handlingFee.description;
    fees.push(...chargesOver({ description, kind: 'handling' }, amount, rates, currency));
  }
  for (const surcharge of customSurcharges) {
    const amount = (netPrices ? surcharge.totalWithoutTax : undefined) ?? surcharge.total ?? '0';
    const others = surcharge.taxable === false ? wholeAt('0') : shippingShares;
    const rates = ownRates(surcharge.taxes, amount, interpretation) ?? others;
    const description = surcharge.description ?? surcharge.id;
    fees.push(...chargesOver({ description, kind: 'surcharge' }, amount, rates, currency));
  }
  return fees;
}

function ownRates(taxes: readonly TaxWire[], amount: Decimal, interpretation: Interpretation) {
  if (taxes.length === 0) return undefined;
  return wholeAt(rateOf(taxes.filter((tax) => applies(tax, tax.total, big(amount), interpretation))));
}
