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
  /** How far off `net` may be, as the tax was rounded. */
  readonly slack: Big;
}

export function shippingRates(
  wire: OrderWire,
  items: readonly ItemVat[],
  interpretation: Interpretation,
): readonly RateAmount[] {
  const { currency, freeOfVat, pricesIncludeVat } = interpretation;
  if (freeOfVat) return wholeAt('0');
  const [whole, shippingAlone] = taxedAmounts(wire, interpretation.shippingRate);
  const zeroGoods = items.some((item) => item.rate === '0');
  // A tax is rounded once per line at worst, half a cent each.
  const rounding = smallestUnit(currency).times(Math.max(1, items.length / 2));
  const byItems = sharesOfItems(wire, items);
  const byParts = (parts: readonly TaxedPart[]) =>
    sharesOfParts(parts, zeroGoods ? whole : null, pricesIncludeVat);

  const taxes = wire.taxesOnShipping.filter((tax) => applies(tax, tax.total, whole, interpretation));
  const charged = taxes.filter(({ value }) => !big(value ?? '0').eq(0));
  if (charged.length === 0) {
    // The order itself lists no tax on shipping; its lines may (sheet 3.7: `null` on old orders).
    const taxed = items.filter((item) => item.shipping.gt(0));
    if (taxed.length === 0) return wholeAt('0');
    return (
      byItems ??
      byParts(taxed.map((item) => taxedPart(item.shippingRate ?? item.rate, item.shipping, rounding)))
    );
  }
  const parts = charged.map(({ value, total }) => taxedPart(value ?? '0', big(total ?? '0'), rounding));
  const together = rateOf(charged);
  const areUpon = (amount: Big) => {
    const net = pricesIncludeVat ? amount.times(100).div(big(together).plus(100)) : amount;
    return parts.every((part) => part.net.minus(net).abs().lte(part.slack));
  };
  // Each of them upon the whole: stacked. A lone tax is upon the whole unless part of the goods carries none.
  if (areUpon(whole) || (parts.length === 1 && !zeroGoods)) return wholeAt(together);
  const rates = new Set(byItems?.map(({ rate }) => rate).filter((rate) => rate !== '0'));
  const sameRates = rates.size === parts.length && parts.every((part) => rates.has(part.rate));
  if (byItems !== undefined && sameRates) return byItems;
  return shippingAlone !== undefined && areUpon(shippingAlone) ? wholeAt(together) : byParts(parts);
}

/** The tax covers shipping and handling in one figure; where handling has taxes of its own, shipping alone. */
function taxedAmounts({ handlingFee: fee }: OrderWire, rate: Decimal): readonly [Big, ...Big[]] {
  const shipping = big(rate);
  if (fee?.value === undefined || fee.taxes.length > 0) return [shipping];
  const both = shipping.plus(fee.value);
  return shipping.eq(0) ? [both] : [both, shipping];
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

/** What the taxed parts leave of `whole` carries no VAT; null when nothing can. */
function sharesOfParts(
  parts: readonly TaxedPart[],
  whole: Big | null,
  pricesIncludeVat: boolean,
): RateAmount[] {
  const shares = parts.map(({ rate, net }) => ({
    rate,
    amount: pricesIncludeVat ? net.times(big(rate).plus(100)).div(100) : net,
  }));
  const rest = whole?.minus(totalOf(shares));
  const hasRest = rest?.gt(sum(parts.map(({ slack }) => slack)));
  return grouped(rest && hasRest ? [...shares, { rate: '0', amount: rest }] : shares);
}

function taxedPart(rate: Decimal, vat: Big, rounding: Big): TaxedPart {
  const percent = big(rate);
  const base = (tax: Big) => (percent.eq(0) ? percent : tax.times(100).div(percent));
  return { rate: normalise(percent), net: base(vat), slack: base(rounding) };
}

/** A lone rate stays, even where there is nothing at it. */
function grouped(shares: readonly RateAmount[]): RateAmount[] {
  const rates = byRate(shares);
  return rates.filter(({ amount }) => amount.gt(0) || rates.length === 1);
}
