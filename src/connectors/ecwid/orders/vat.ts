import type Big from 'big.js';
import { big, type Decimal, normalise, sum } from '../../../records/money.ts';
import type { Order } from '../../../records/order.ts';
import { applies, type ItemVat, rateOf, type VatBasis } from './item-vat.ts';
import type { RateShare } from './shipping-rates.ts';
import type { OrderWire, TaxWire } from './wire.ts';

/** VAT at one rate. */
interface Vat {
  readonly rate: Decimal;
  readonly vat: Big;
}

/**
 * The order's VAT per rate. The lines' taxes hold the tax on shipping already; whether they hold that on fees differs,
 * and in orders made by hand they may hold none at all (sheet 3.10). So what the lines leave of `order.tax` is looked
 * for among the taxes stated elsewhere; the last cents go to the rate with the most VAT, and the whole is always
 * `order.tax`.
 */
export function vatByRate(
  wire: OrderWire,
  items: readonly ItemVat[],
  shippingShares: readonly RateShare[],
  rates: readonly Decimal[],
  basis: VatBasis,
): Order['vatByRate'] {
  const ofItems = items.flatMap((item) => [
    { rate: item.rate, vat: item.goods },
    ...(item.shipping.eq(0) ? [] : [{ rate: item.shippingRate ?? item.rate, vat: item.shipping }]),
  ]);
  const total = big(wire.tax ?? '0');
  const elsewhere = [
    surchargeVat(wire, basis),
    handlingVat(wire, basis),
    shippingVat(wire, shippingShares, basis),
  ];
  const explained = nearest(combinations(elsewhere), total.minus(vatOf(ofItems)));
  const byRate = grouped([...ofItems, ...explained, ...rates.map((rate) => ({ rate, vat: big('0') }))]);
  const rest = total.minus(vatOf(byRate));
  if (byRate.length === 0 && !rest.eq(0)) return [{ rate: '0', vat: normalise(rest) }];
  const most = byRate.reduce((best, each, index) => (each.vat.gt(byRate[best]?.vat ?? 0) ? index : best), 0);
  return byRate.map(({ rate, vat }, index) => ({
    rate,
    vat: normalise(index === most ? vat.plus(rest) : vat),
  }));
}

function surchargeVat(wire: OrderWire, basis: VatBasis): Vat[] {
  return wire.customSurcharges.flatMap(({ taxes, total }) => ownVat(taxes, total, basis));
}

function handlingVat(wire: OrderWire, basis: VatBasis): Vat[] {
  return wire.handlingFee === undefined ? [] : ownVat(wire.handlingFee.taxes, wire.handlingFee.value, basis);
}

function ownVat(taxes: readonly TaxWire[], amount: Decimal | undefined, basis: VatBasis): Vat[] {
  const charged = taxes.filter((tax) => applies(tax, tax.total, big(amount ?? '0'), basis));
  return charged.length === 0
    ? []
    : [{ rate: rateOf(charged), vat: sum(charged.map(({ total }) => total ?? '0')) }];
}

function shippingVat(wire: OrderWire, shares: readonly RateShare[], basis: VatBasis): Vat[] {
  if (basis.freeOfVat) return [];
  const [only, ...others] = shares;
  const taxes = wire.taxesOnShipping.map(({ value, total }) => ({
    rate: normalise(big(value ?? '0')),
    vat: big(total ?? '0'),
  }));
  // Stacked taxes are one rate.
  return only !== undefined && others.length === 0 ? [{ rate: only.rate, vat: vatOf(taxes) }] : taxes;
}

/** Every choice among the groups, the emptiest first. */
function combinations(groups: readonly Vat[][]): Vat[][] {
  let choices: Vat[][][] = [[]];
  for (const group of groups) choices = choices.concat(choices.map((choice) => [...choice, group]));
  return choices.sort((a, b) => a.length - b.length).map((choice) => choice.flat());
}

function nearest(choices: readonly Vat[][], amount: Big): Vat[] {
  const off = (choice: Vat[]) => amount.minus(vatOf(choice)).abs();
  return choices.reduce((best, choice) => (off(choice).lt(off(best)) ? choice : best), []);
}

function vatOf(vats: readonly Vat[]): Big {
  return sum(vats.map(({ vat }) => vat));
}

/** The highest rate first. */
function grouped(vats: readonly Vat[]): Vat[] {
  const rates = [...new Set(vats.map(({ rate }) => rate))].sort((a, b) => big(b).cmp(a));
  return rates.map((rate) => ({ rate, vat: vatOf(vats.filter((each) => each.rate === rate)) }));
}
