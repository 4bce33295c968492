import type Big from 'big.js';
import { pick } from '../../../mapping/choice.ts';
import { big, type Decimal, fractionDigits, normalise, roundTo } from '../../../records/money.ts';
import { rejected } from '../../../records/problem.ts';
import type { Product } from '../../../records/product.ts';
import type { PricePair } from '../../links.ts';
import type { Speaker } from '../endpoints.ts';
import type { KnownPrices } from './known-prices.ts';

/** How prices of a product become the target's own. */
export interface Pricing {
  /** Percent of VAT that is put on, below zero what is taken off, 0 neither. */
  readonly vat: Decimal;
  /** The target's price for one of the source. */
  of(price: Decimal): Decimal;
  /** What a price of the target is worth at the source: exact, so with any number of digits. */
  back(price: Decimal): Big;
}

/**
 * Returns how prices of this product are turned into the target's: as they are, or with its VAT taken off or put on. Throws what makes that
 * impossible: another currency, and VAT that nobody states.
 */
export function pricingOf({ settings, traits, system }: Speaker, product: Product): Pricing {
  const { basis, pricesIncludeVat } = settings.price;
  const sku = product.sku ?? product.id;
  if (product.currency !== traits.currency) {
    const { currency } = product;
    throw rejected('product_currency', { system, sku, currency, held: traits.currency });
  }
  const asItIs = turning('0', traits.priceDecimals);
  if (basis === 'asSource') return asItIs;
  const from = product.pricesIncludeVat ?? pricesIncludeVat.source;
  const to = traits.pricesIncludeVat ?? pricesIncludeVat.target;
  if (from === undefined) throw rejected('price_basis_unknown', { sku, of: 'source' });
  if (to === undefined) throw rejected('price_basis_unknown', { sku, of: 'target' });
  if (from === to) return asItIs;
  const rate = rateOf(settings.price.vatRate, product);
  if (rate === null) throw rejected('product_vat_unknown', { sku, vatClass: product.vatClass ?? '' });
  if (from) return turning(normalise(rate.times(-1)), traits.priceDecimals);
  // What people pay has whole cents.
  return turning(normalise(rate), Math.min(traits.priceDecimals, fractionDigits(traits.currency)));
}

function turning(vat: Decimal, digits: number): Pricing {
  const factor = big(vat).abs().div(100).plus(1);
  const isTakenOff = big(vat).lt(0);
  const exact = (price: Decimal, takesOff: boolean) =>
    takesOff ? big(price).div(factor) : big(price).times(factor);
  return {
    vat,
    of: (price) => normalise(roundTo(exact(price, isTakenOff), digits)),
    back: (price) => exact(price, !isTakenOff),
  };
}

function rateOf(rates: Speaker['settings']['price']['vatRate'], { vatRate, vatClass }: Product): Big | null {
  const rate = vatRate ?? pick(rates, vatClass);
  return rate === undefined || !/^\d+(\.\d+)?$/.test(rate) ? null : big(rate);
}

/** Whether two prices are one with this VAT: either is what the other comes to, in the digits that it has. */
export function areOne(pricing: Pricing, { from, to }: PricePair, currency: string): boolean {
  const digits = Math.max(fractionDigits(currency), from.split('.')[1]?.length ?? 0);
  return big(pricing.of(from)).eq(to) || roundTo(pricing.back(to), digits).eq(from);
}

/** What is said of a price: what both sides were equal by while that holds, so that it does not wander by going there and back. */
export function pairOf(
  pricing: Pricing,
  { currency }: Pick<Speaker['traits'], 'currency'>,
  from: Decimal,
  known: PricePair | undefined,
  isOurs: KnownPrices['isOurs'],
): PricePair {
  const { vat } = pricing;
  if (known === undefined || !big(known.from).eq(from)) return { from, to: pricing.of(from), vat };
  const holds =
    known.vat === undefined ? !isOurs || areOne(pricing, known, currency) : big(known.vat).eq(vat);
  return { from, to: holds ? known.to : pricing.of(from), vat };
}
