/**
 * Some fields leave open how an order's figures are to be read. Every reading that the sheet allows is tried, and the
 * one whose parts add up to the order's own total is the right one (sheet 3.10).
 */
import { big, type Decimal, normalise } from '../../../records/money.ts';
import type { Account } from '../../contract/account.ts';
import type { OrderWire } from './wire.ts';

export interface Reading {
  readonly pricesIncludeVat: boolean;
  /** Whether the prices are those of `priceWithoutTax` and its like. */
  readonly netPrices: boolean;
  readonly shippingRate: Decimal;
  /** What the order cost before any gift card and store credit. */
  readonly gross: Decimal;
}

/** No VAT at all: shifted to the customer, or the customer is exempt. */
export function isFreeOfVat(wire: OrderWire): boolean {
  return wire.reversedTaxApplied === true || (wire.customerTaxExempt === true && big(wire.tax ?? '0').eq(0));
}

/** The most likely reading first. */
export function readings(wire: OrderWire, account: Account): Reading[] {
  return prices(wire, account).flatMap((price) =>
    shippingRates(wire, price.netPrices).flatMap((shippingRate) =>
      grossAmounts(wire).map((gross) => ({ ...price, shippingRate, gross })),
    ),
  );
}

function prices(wire: OrderWire, account: Account): Pick<Reading, 'pricesIncludeVat' | 'netPrices'>[] {
  const declared = wire.pricesIncludeTax ?? account.traits.pricesIncludeTax === 'true';
  const asStated = { pricesIncludeVat: declared, netPrices: false };
  // An order made by hand may say one thing and add up as the other (sheet 3.10, the sample EBJFT).
  if (!isFreeOfVat(wire)) return [asStated, { pricesIncludeVat: !declared, netPrices: false }];
  // With no VAT, gross prices may still contain it, or not any more.
  return declared ? [asStated, { pricesIncludeVat: false, netPrices: true }] : [asStated];
}

function shippingRates(wire: OrderWire, net: boolean): Decimal[] {
  const option = wire.shippingOption;
  const rate = (net ? option?.shippingRateWithoutTax : undefined) ?? option?.shippingRate ?? '0';
  const discounted = option?.discountedShippingRate;
  // Whether a promotion on shipping is taken off the total is not documented (sheet 3.9).
  return discounted === undefined || discounted === rate ? [rate] : [rate, discounted];
}

function grossAmounts(wire: OrderWire): Decimal[] {
  const beforeGiftCard =
    wire.totalBeforeGiftCardRedemption ?? normalise(big(wire.total).plus(wire.giftCardRedemption ?? '0'));
  const credit = wire.storeCredit?.redemption;
  if (credit?.amount === undefined || credit.cancelled || big(credit.amount).eq(0)) return [beforeGiftCard];
  // Whether the total is before or after store credit is not documented (sheet 3.7).
  return [beforeGiftCard, normalise(big(beforeGiftCard).plus(credit.amount))];
}

/** Figures that were rounded one by one may miss the total by this much, in units of the currency. */
const roundingSlack = '0.05';

/**
 * The reading that adds up. When none does, the prices without VAT for an order that is free of it, else what the order
 * states: the totals guard of the flow then tells a person.
 */
export function choose<T extends { readonly reading: Reading; readonly difference: Decimal }>(
  candidates: readonly [T, ...T[]],
): T {
  const best = nearest(candidates, candidates[0]);
  if (big(best.difference).abs().lte(roundingSlack)) return best;
  const [net, ...others] = candidates.filter(({ reading }) => reading.netPrices);
  return net === undefined ? candidates[0] : nearest(others, net);
}

function nearest<T extends { readonly difference: Decimal }>(candidates: readonly T[], first: T): T {
  const off = (candidate: T) => big(candidate.difference).abs();
  return candidates.reduce((best, candidate) => (off(candidate).lt(off(best)) ? candidate : best), first);
}
