import { big, type Decimal, normalise, sum } from '../../../records/money.ts';
import type { Order } from '../../../records/order.ts';
import { type RateAmount, totalOf, vatBreakdown } from '../../../records/vat-breakdown.ts';
import { likeliest } from '../../wire/interpretations.ts';
import type { Interpretation } from './interpretations.ts';
import { applies, type ItemVat, rateOf } from './item-vat.ts';
import type { OrderWire, TaxWire } from './wire.ts';

/**
 * The order's VAT per rate. The lines' taxes hold the tax on shipping already; whether they hold that on fees differs,
 * and in orders made by hand they may hold none at all (sheet 3.10). So what the lines leave of `order.tax` is looked
 * for among the taxes stated elsewhere; the whole is always `order.tax`.
 */
export function vatByRate(
  wire: OrderWire,
  items: readonly ItemVat[],
  shippingShares: readonly RateAmount[],
  rates: readonly Decimal[],
  interpretation: Interpretation,
): Order['vatByRate'] {
  const ofItems = items.flatMap((item) => [
    { rate: item.rate, amount: item.goods },
    ...(item.shipping.eq(0) ? [] : [{ rate: item.shippingRate ?? item.rate, amount: item.shipping }]),
  ]);
  const total = big(wire.tax ?? '0');
  const missing = total.minus(totalOf(ofItems));
  const { handlingFee } = wire;
  const elsewhere = [
    wire.customSurcharges.flatMap((each) => ownVat(each.taxes, each.total, interpretation)),
    ownVat(handlingFee?.taxes ?? [], handlingFee?.value, interpretation),
    shippingVat(wire, shippingShares, interpretation),
  ];
  const explanations = combinations(elsewhere).map((vat) => ({
    vat,
    difference: missing.minus(totalOf(vat)),
  }));
  return vatBreakdown([...ofItems, ...likeliest(explanations).vat], total, rates);
}

function ownVat(taxes: readonly TaxWire[], amount = '0', interpretation: Interpretation): RateAmount[] {
  const charged = taxes.filter((tax) => applies(tax, tax.total, big(amount), interpretation));
  return charged.length === 0
    ? []
    : [{ rate: rateOf(charged), amount: sum(charged.map(({ total }) => total ?? '0')) }];
}

function shippingVat(
  wire: OrderWire,
  [only, ...others]: readonly RateAmount[],
  { freeOfVat }: Interpretation,
): RateAmount[] {
  if (freeOfVat) return [];
  const taxes = wire.taxesOnShipping.map(({ value, total }) => ({
    rate: normalise(big(value ?? '0')),
    amount: big(total ?? '0'),
  }));
  // Stacked taxes are one rate.
  return only !== undefined && others.length === 0 ? [{ rate: only.rate, amount: totalOf(taxes) }] : taxes;
}

/** Every choice among the groups, the emptiest first. */
function combinations(groups: readonly RateAmount[][]): RateAmount[][] {
  let choices: RateAmount[][][] = [[]];
  for (const group of groups) choices = choices.concat(choices.map((choice) => [...choice, group]));
  return choices.sort((a, b) => a.length - b.length).map((choice) => choice.flat());
}
