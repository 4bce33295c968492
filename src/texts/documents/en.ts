import type { DocumentTexts } from './texts.ts';

export const en: DocumentTexts = {
  revenue: 'Revenue',
  shipping: 'Shipping',
  discount: 'Discount',
  fees: 'Fees',
  rounding: 'Rounding',
  charges: {
    handling: 'Handling',
    surcharge: 'Surcharge',
    levy: 'Levy',
    gift_wrap: 'Gift wrapping',
    gift_wrap_items: 'Gift wrapping of items',
    greeting_card: 'Greeting card',
  },
  perRate: (what, number, rate) => `${what} order ${number}, ${rate}% VAT`,
  refund: (what) => `Refund ${what}`,
};
