import type { Article } from '../../kit/shop/assortment.ts';
import { netPrice, rateOf } from '../../kit/shop/vat-kind.ts';
import type { LineInput } from './sale.ts';

interface LineTerms {
  readonly quantity?: string;
  /** Which value of each option is taken. */
  readonly choice?: number;
  readonly discount?: string;
  /** What the first option costs more. */
  readonly surcharge?: string;
  /** Without Dutch VAT. */
  readonly net?: boolean;
}

/** An article as a line of a sale. The price contains Dutch VAT, as the shop shows it. */
export function lineOf(
  { productId, sku, name, price, weight, vat, options = [] }: Article,
  { quantity = '1', choice = 0, discount = '0', surcharge = '0', net = false }: LineTerms = {},
): LineInput {
  return {
    productId,
    sku,
    name,
    price: net ? netPrice(price, rateOf(vat, 'NL')) : price,
    discount,
    quantity,
    vat,
    weight: String(weight),
    options: options.map((option, index) => ({
      name: option.name,
      value: option.values[choice % option.values.length] ?? '',
      price: index === 0 ? surcharge : '0',
    })),
  };
}
