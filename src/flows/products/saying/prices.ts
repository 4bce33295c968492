import { pick } from '../../../mapping/choice.ts';
import { big, type Decimal, fractionDigits, normalise, roundTo } from '../../../records/money.ts';
import { rejected } from '../../../records/problem.ts';
import type { Product } from '../../../records/product.ts';
import type { PricePair, PricePairs } from '../../links.ts';
import type { Speaker } from '../endpoints.ts';

/** Makes a price of the source the target's own. */
export type Pricing = (price: Decimal) => Decimal;

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
  const round = (value: Decimal, digits: number) => normalise(roundTo(value, digits));
  if (basis === 'asSource') return (price) => round(price, traits.priceDecimals);
  const from = product.pricesIncludeVat ?? pricesIncludeVat.source;
  const to = traits.pricesIncludeVat ?? pricesIncludeVat.target;
  if (from === undefined) throw rejected('price_basis_unknown', { sku, of: 'source' });
  if (to === undefined) throw rejected('price_basis_unknown', { sku, of: 'target' });
  if (from === to) return (price) => round(price, traits.priceDecimals);
  const factor = factorOf(settings.price.vatRate, product);
  if (factor === null) throw rejected('product_vat_unknown', { sku, vatClass: product.vatClass ?? '' });
  if (from) return (price) => normalise(roundTo(big(price).div(factor), traits.priceDecimals));
  // What people pay has whole cents.
  const digits = Math.min(traits.priceDecimals, fractionDigits(traits.currency));
  return (price) => normalise(roundTo(big(price).times(factor), digits));
}

function factorOf(rates: Speaker['settings']['price']['vatRate'], { vatRate, vatClass }: Product) {
  const rate = vatRate ?? pick(rates, vatClass);
  return rate === undefined || !/^\d+(\.\d+)?$/.test(rate) ? null : big(rate).div(100).plus(1);
}

/**
 * A price that came from the target, and was turned into what the source has now, is said as it was there: neither wanders by going there
 * and back. `known`: what the other direction has written here.
 */
export function pairOf(pricing: Pricing, field: string, from: Decimal, known: PricePairs = {}): PricePair {
  const written = known[field];
  const isTheirs = written !== undefined && big(written.to).eq(from);
  return { from, to: isTheirs ? written.from : pricing(from) };
}

/** Prices as the other direction has to know them. */
export function turned(pairs: PricePairs): PricePairs {
  return Object.fromEntries(
    Object.entries(pairs).map(([field, { from, to }]) => [field, { from: to, to: from }]),
  );
}
