/** Which VAT rates the shipping of an order carries, and in what proportion (sheet 3.10). */
import type Big from 'big.js';
import { big, type Decimal, normalise, smallestUnit, sum } from '../../../records/money.ts';
import { byRate, type RateAmount, totalOf, wholeAt } from '../../../records/vat-breakdown.ts';
import type { Interpretation } from './interpretations.ts';
import { applies, type ItemVat, rateOf } from './item-vat.ts';
import type { OrderWire } from './wire.ts';

/** An amount that a tax was charged on, worked out from the tax. */
interface TaxedPart {
  readonly rate: Decimal;
  readonly net: Big;
}

const untaxed = wholeAt('0');

export function shippingRates(
  wire: OrderWire,
  items: readonly ItemVat[],
  interpretation: Interpretation,
): readonly RateAmount[] {
  if (interpretation.freeOfVat) return untaxed;
  const amounts = taxedAmounts(wire, interpretation.shippingRate);
  const taxes = wire.taxesOnShipping.filter((tax) => applies(tax, tax.total, amounts[0], interpretation));
  const charged = taxes.filter(({ value }) => !big(value ?? '0').eq(0));
  if (charged.length === 0) return ratesOfItems(wire, items, amounts[0], interpretation);

  const parts = charged.map((tax) => taxedPart(tax.value ?? '0', tax.total));
  const zeroGoods = items.some((item) => item.rate === '0');
  const oneRate = wholeAt(rateOf(charged));
  // Each of them upon the whole: stacked. A lone tax is upon the whole unless part of the goods carries none.
  const [whole, shippingAlone] = amounts.map((amount) => netOf(amount, rateOf(charged), interpretation));
  const areUpon = (net: Big | undefined) =>
    net !== undefined && parts.every((part) => covers(part, net, interpretation, items));
  if (areUpon(whole) || (parts.length === 1 && !zeroGoods)) return oneRate;
  const byItems = sharesOfItems(wire, items) ?? [];
  const rates = new Set(byItems.filter((share) => share.rate !== '0').map((share) => share.rate));
  const sameRates = rates.size === parts.length && parts.every((part) => rates.has(part.rate));
  if (sameRates) return byItems;
  return areUpon(shippingAlone)
    ? oneRate
    : sharesOfParts(parts, amounts[0], zeroGoods, interpretation, items);
}

/** The tax covers shipping and handling in one figure; where handling has taxes of its own, shipping alone. */
function taxedAmounts(wire: OrderWire, rate: Decimal): readonly [Big, ...Big[]] {
  const fee = wire.handlingFee;
  const shipping = big(rate);
  if (fee?.value === undefined || fee.taxes.length > 0) return [shipping];
  const both = shipping.plus(fee.value);
  return shipping.eq(0) ? [both] : [both, shipping];
}

/** The order itself lists no tax on shipping; its lines may (sheet 3.7: `null` on old orders). */
function ratesOfItems(
  wire: OrderWire,
  items: readonly ItemVat[],
  whole: Big,
  interpretation: Interpretation,
): readonly RateAmount[] {
  const taxed = items.filter((item) => item.shipping.gt(0));
  if (taxed.length === 0) return untaxed;
  const byItems = sharesOfItems(wire, items);
  if (byItems !== undefined) return byItems;
  const parts = taxed.map((item) => taxedPart(item.shippingRate ?? item.rate, normalise(item.shipping)));
  const zeroGoods = items.some((item) => item.rate === '0');
  return sharesOfParts(parts, whole, zeroGoods, interpretation, items);
}

/** By the lines' own shares, where they are the whole shipping rate. */
function sharesOfItems(wire: OrderWire, items: readonly ItemVat[]): RateAmount[] | undefined {
  const shares = wire.items.map(({ shipping }) => shipping ?? '0');
  const whole = wire.shippingOption?.shippingRate;
  if (whole === undefined || big(whole).eq(0) || !sum(shares).eq(whole)) return undefined;
  return grouped(
    items.map((item, index) => ({ rate: item.shippingRate ?? item.rate, amount: big(shares[index] ?? '0') })),
  );
}

function sharesOfParts(
  parts: readonly TaxedPart[],
  whole: Big,
  zeroGoods: boolean,
  interpretation: Interpretation,
  items: readonly ItemVat[],
): RateAmount[] {
  const shares = parts.map(({ rate, net }) => ({
    rate,
    amount: interpretation.pricesIncludeVat ? net.times(big(rate).plus(100)).div(100) : net,
  }));
  const rest = whole.minus(totalOf(shares));
  const slack = sum(parts.map(({ rate }) => tolerance(rate, interpretation, items)));
  return grouped(zeroGoods && rest.gt(slack) ? [...shares, { rate: '0', amount: rest }] : shares);
}

function taxedPart(rate: Decimal, vat: Decimal | undefined): TaxedPart {
  const percent = big(rate);
  const net = percent.eq(0)
    ? percent
    : big(vat ?? '0')
        .times(100)
        .div(rate);
  return { rate: normalise(percent), net };
}

function netOf(amount: Big, rate: Decimal, interpretation: Interpretation): Big {
  return interpretation.pricesIncludeVat ? amount.times(100).div(big(rate).plus(100)) : amount;
}

function covers(
  part: TaxedPart,
  net: Big,
  interpretation: Interpretation,
  items: readonly ItemVat[],
): boolean {
  const off = part.net.minus(net).abs();
  return off.lte(tolerance(part.rate, interpretation, items));
}

/** A tax is rounded once per line at worst, half a cent each; that much its base cannot be told. */
function tolerance(rate: Decimal, interpretation: Interpretation, items: readonly ItemVat[]): Big {
  const vat = smallestUnit(interpretation.currency).times(Math.max(1, items.length / 2));
  return vat.times(100).div(rate);
}

/** A lone rate stays, even where there is nothing at it. */
function grouped(shares: readonly RateAmount[]): RateAmount[] {
  const rates = byRate(shares);
  return rates.filter(({ amount }) => amount.gt(0) || rates.length === 1);
}
