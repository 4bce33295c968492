import { big, type Decimal, normalise } from '../../../records/money.ts';
import type { Account } from '../../contract/account.ts';
import { addsUp, type Candidate, likeliest } from '../../wire/interpretations.ts';
import type { OrderWire } from './wire.ts';

/** One way to understand an order's figures (sheet 3.10). */
export interface Interpretation {
  readonly currency: string;
  readonly pricesIncludeVat: boolean;
  /** Whether the prices are those of `priceWithoutTax` and its like. */
  readonly netPrices: boolean;
  /** No VAT at all: shifted to the customer, or the customer is exempt. */
  readonly freeOfVat: boolean;
  readonly shippingRate: Decimal;
  /** What the order cost before any gift card and store credit. */
  readonly gross: Decimal;
}

/** The likeliest first. */
export function interpretations(wire: OrderWire, account: Account): Interpretation[] {
  const { currency } = account;
  const freeOfVat =
    wire.reversedTaxApplied === true || (wire.customerTaxExempt === true && big(wire.tax ?? '0').eq(0));
  const declared = wire.pricesIncludeTax ?? account.traits.pricesIncludeTax === 'true';
  return prices(declared, freeOfVat).flatMap((price) =>
    shippingRates(wire, price.netPrices).flatMap((shippingRate) =>
      grossAmounts(wire).map((gross) => ({ ...price, currency, freeOfVat, shippingRate, gross })),
    ),
  );
}

function prices(declared: boolean, freeOfVat: boolean) {
  const asStated = { pricesIncludeVat: declared, netPrices: false };
  // An order made by hand may say one thing and add up as the other (sheet 3.10, the sample EBJFT).
  if (!freeOfVat) return [asStated, { pricesIncludeVat: !declared, netPrices: false }];
  // With no VAT, gross prices may still contain it, or not any more.
  return declared ? [asStated, { pricesIncludeVat: false, netPrices: true }] : [asStated];
}

function shippingRates({ shippingOption: option }: OrderWire, net: boolean): Decimal[] {
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
const slack = '0.05';

/**
 * The nearest that adds up. When none does, the prices without VAT for an order that is free of it, else what the order
 * states.
 */
export function choose<T extends Candidate & { readonly interpretation: Interpretation }>(
  candidates: readonly T[],
): T {
  const nearest = likeliest(candidates);
  if (addsUp(nearest, slack)) return nearest;
  const net = candidates.filter(({ interpretation }) => interpretation.netPrices);
  return net.length > 0 ? likeliest(net) : (candidates[0] ?? nearest);
}
