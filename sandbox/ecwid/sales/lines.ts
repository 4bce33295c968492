import { isInEuropeanUnion } from '../../kit/places/european-union.ts';
import type { Article } from '../../kit/shop/assortment.ts';
import { netPrice, rateOf } from '../../kit/shop/vat-kind.ts';
import type { BasketInput } from './basket.ts';

export type Line = BasketInput['lines'][number];

interface LineTerms {
  readonly quantity?: string;
  /** Whose rates apply. */
  readonly country?: string;
  /** The price without the Dutch VAT that it contains in the catalogue. */
  readonly net?: boolean;
  /** Which value of each option is taken. */
  readonly choice?: number;
}

/** An article as a line of a basket. */
export function lineOf(
  article: Article,
  { quantity = '1', country = 'NL', net = false, choice = 0 }: LineTerms = {},
): Line {
  const { productId, sku, name, price, weight, vat, options = [] } = article;
  const home = rateOf(vat, 'NL');
  return {
    productId,
    sku,
    name,
    price: net ? netPrice(price, home) : price,
    quantity,
    rate: isInEuropeanUnion(country) ? rateOf(vat, country) : home,
    taxable: vat !== 'none',
    shipped: weight > 0,
    weight,
    options: options.map(({ name: option, values }) => ({
      name: option,
      value: values[choice % values.length] ?? '',
    })),
  };
}
