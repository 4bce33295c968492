import Big from 'big.js';
import { isInEuropeanUnion, vatRatesOf } from '../european-union.ts';
import type { Article, Line } from './catalogue.ts';
import { withoutTax } from './cents.ts';

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
  const home = rateIn('NL', vat);
  return {
    productId,
    sku,
    name,
    price: net ? withoutTax(Big(price), home, true).toFixed(2) : price,
    quantity,
    rate: isInEuropeanUnion(country) ? rateIn(country, vat) : home,
    taxable: vat !== 'none',
    shipped: weight > 0,
    weight,
    options: options.map(({ name: option, values }) => ({
      name: option,
      value: values[choice % values.length] ?? '',
    })),
  };
}

function rateIn(country: string, vat: Article['vat']): string {
  const [standard = '0', reduced = standard] = vatRatesOf(country);
  return { standard, reduced, none: '0' }[vat];
}
