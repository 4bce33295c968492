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
    tip: 'Tip',
    cash_rounding: 'Cash rounding',
    voucher: 'Vouchers sold',
    voucher_used: 'Vouchers used',
  },
  perRate: (what, number, rate) => `${what} order ${number}, ${rate}% VAT`,
  ofDay: (what, till, date, rate) => `${what} ${till} ${date}, ${rate}% VAT`,
  receipts: (count) => (count === 1 ? '1 receipt' : `${count} receipts`),
  vouchers: 'vouchers',
  refund: (what) => `Refund ${what}`,
};
