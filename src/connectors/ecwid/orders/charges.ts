import { allocate, big, type Decimal, normalise } from '../../../records/money.ts';
import type { Charge } from '../../../records/order.ts';
import { applies, rateOf, type VatBasis } from './item-vat.ts';
import type { RateShare } from './shipping-rates.ts';
import type { OrderWire, TaxWire } from './wire.ts';

export function shippingMethod(wire: OrderWire): string | undefined {
  return wire.shippingOption?.shippingMethodName ?? wire.shippingOption?.shippingCarrierName;
}

export function shippingCharges(
  wire: OrderWire,
  rate: Decimal,
  rates: readonly RateShare[],
  currency: string,
): Charge[] {
  return spread(shippingMethod(wire) ?? 'Verzendkosten', rate, rates, currency);
}

/** The handling fee and the surcharges (tips, costs of a payment method) at their own VAT rate, else at the shipping's. */
export function feeCharges(
  wire: OrderWire,
  netPrices: boolean,
  shippingShares: readonly RateShare[],
  basis: VatBasis,
): Charge[] {
  const { handlingFee, customSurcharges } = wire;
  const fees: Charge[] = [];
  if (handlingFee?.value !== undefined) {
    const amount = (netPrices ? handlingFee.valueWithoutTax : undefined) ?? handlingFee.value;
    const rates = ownRates(handlingFee.taxes, amount, basis) ?? shippingShares;
    const description = handlingFee.name ?? handlingFee.description ?? 'Behandelingskosten';
    fees.push(...spread(description, amount, rates, basis.currency));
  }
  for (const surcharge of customSurcharges) {
    const amount = (netPrices ? surcharge.totalWithoutTax : undefined) ?? surcharge.total ?? '0';
    const own = ownRates(surcharge.taxes, amount, basis);
    const rates = own ?? (surcharge.taxable === false ? undefined : shippingShares);
    const description = surcharge.description ?? surcharge.id ?? 'Toeslag';
    fees.push(...spread(description, amount, rates ?? [{ rate: '0', weight: big('1') }], basis.currency));
  }
  return fees;
}

function ownRates(taxes: readonly TaxWire[], amount: Decimal, basis: VatBasis): RateShare[] | undefined {
  if (taxes.length === 0) return undefined;
  const charged = taxes.filter((tax) => applies(tax, tax.total, big(amount), basis));
  return [{ rate: rateOf(charged), weight: big('1') }];
}

/** An amount over VAT rates to the cent; what comes to nothing is left out. */
function spread(
  description: string,
  amount: Decimal,
  rates: readonly RateShare[],
  currency: string,
): Charge[] {
  const weights = rates.map(({ weight }) => weight);
  return allocate(amount, weights, currency)
    .map((share, index) => ({ description, amount: normalise(share), vatRate: rates[index]?.rate ?? '0' }))
    .filter((charge) => charge.amount !== '0');
}
