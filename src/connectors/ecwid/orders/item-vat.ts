import type Big from 'big.js';
import { big, type Decimal, fractionDigits, normalise, roundTo, sum } from '../../../records/money.ts';
import { vatOf } from '../../../records/vat.ts';
import type { Interpretation } from './interpretations.ts';
import type { ItemWire, TaxWire } from './wire.ts';

/**
 * The VAT of a line. Its taxes carry a share of the tax on shipping and handling (sheet 3.10), which may have another
 * rate than the goods. Several taxes on one thing are one rate here: their sum.
 */
export interface ItemVat {
  readonly rate: Decimal;
  readonly goods: Big;
  /** Undefined when the line does not say whether shipping is taxed. */
  readonly shippingRate: Decimal | undefined;
  readonly shipping: Big;
}

/** `amount` is what the line comes to after its discount. */
export function itemVat(wire: ItemWire, amount: Big, interpretation: Interpretation): ItemVat {
  const { taxes, tax } = wire;
  if (interpretation.freeOfVat) return { rate: '0', goods: big('0'), shippingRate: '0', shipping: big('0') };
  const onGoods = taxes.filter((each) => isOnGoods(each, amount, interpretation));
  const onShipping = taxes.filter((each) => !shippingPart(each).eq(0));
  const shipping = sum(onShipping.map(shippingPart));
  const complete = taxes.length > 0 && taxes.every((each) => each.total !== undefined);
  const whole = complete ? sum(taxes.map(({ total }) => total ?? '0')) : big(tax ?? '0');
  const says = taxes.some((each) => each.taxOnShipping !== undefined) && whole.gt(0);
  return {
    rate: rateOf(onGoods),
    goods: whole.minus(shipping),
    shippingRate: says ? rateOf(onShipping) : undefined,
    shipping,
  };
}

export function rateOf(taxes: readonly TaxWire[]): Decimal {
  return normalise(sum(taxes.map(({ value }) => value ?? '0')));
}

function shippingPart(tax: TaxWire): Big {
  return sum([tax.taxOnShipping ?? '0', tax.taxOnHandlingFee ?? '0']);
}

/** A tax may be listed because it falls on the line's share of shipping alone. */
function isOnGoods(tax: TaxWire, amount: Big, interpretation: Interpretation): boolean {
  const onShipping = shippingPart(tax);
  const goods = tax.taxOnDiscountedSubtotal ?? (tax.total && normalise(big(tax.total).minus(onShipping)));
  if (goods !== undefined && big(goods).eq(0) && !onShipping.eq(0)) return false;
  return applies(tax, goods, amount, interpretation);
}

/** Whether a tax is charged on an amount: listed with nothing it is not, unless nothing is what its rate comes to. */
export function applies(
  tax: TaxWire,
  charged: Decimal | undefined,
  amount: Big,
  interpretation: Interpretation,
): boolean {
  if (interpretation.freeOfVat) return false;
  if (charged === undefined || !big(charged).eq(0)) return true;
  const value = tax.value ?? '0';
  const expected = vatOf(amount, value, interpretation.pricesIncludeVat);
  return roundTo(expected, fractionDigits(interpretation.currency)).eq(0);
}
