import { big, type Decimal, normalise, roundTo, sum } from '../../../records/money.ts';
import type { CombinationWire, ProductWire } from './wire.ts';

/** What a percentage of a price may leave behind the point; Ecwid keeps two (sheet 2.3). */
const decimals = 2;

/** The price of a variation: its own, or that of the product with what its choices add (sheet 5). */
export function variationPrice(
  { price, options }: CombinationWire,
  product: ProductWire,
): Decimal | undefined {
  if (price !== undefined || product.price === undefined) return price;
  const base = big(product.price);
  const added = options.map(({ name, value }) => {
    const option = product.options.find((each) => each.name === name);
    const choice = option?.choices.find((each) => each.text === value);
    const modifier = big(choice?.priceModifier ?? '0');
    return choice?.priceModifierType === 'PERCENT' ? base.times(modifier).div(100) : modifier;
  });
  return normalise(roundTo(sum([base, ...added]), decimals));
}

/** Null where there is none: Ecwid says 0, or one that is no more than the price and strikes nothing through. */
export function listPriceOf(compareToPrice: Decimal | undefined, price: Decimal = '0'): Decimal | null {
  return compareToPrice === undefined || big(compareToPrice).lte(price) ? null : compareToPrice;
}
