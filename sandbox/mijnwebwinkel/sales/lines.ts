import type { Article } from '../../kit/shop/assortment.ts';
import type { LineInput } from './sale.ts';

interface LineTerms {
  readonly quantity?: number;
  /** Which value of each option is taken. */
  readonly choice?: number;
  readonly action?: string;
  /** What the first option costs more. */
  readonly surcharge?: string;
}

/** An article as a line of a sale. The price contains Dutch VAT, as the shop shows it. */
export function lineOf(
  { productId, sku, name, price, weight, vat, options = [] }: Article,
  { quantity = 1, choice = 0, action, surcharge = '0' }: LineTerms = {},
): LineInput {
  return {
    articleId: productId,
    sku,
    name,
    price,
    quantity,
    vat,
    weight: String(weight),
    ...(action === undefined ? {} : { action }),
    options: options.map(({ name: list, values }, index) => ({
      list,
      name: values[choice % values.length] ?? '',
      price: index === 0 ? surcharge : '0',
    })),
  };
}
