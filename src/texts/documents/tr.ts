import type { DocumentTexts } from './texts.ts';

export const tr: DocumentTexts = {
  revenue: 'Satış',
  shipping: 'Kargo ücreti',
  discount: 'İndirim',
  fees: 'Ek ücretler',
  rounding: 'Yuvarlama',
  charges: {
    handling: 'İşlem ücreti',
    surcharge: 'Ek ücret',
    levy: 'Harç',
    gift_wrap: 'Hediye paketi',
    gift_wrap_items: 'Ürünlerin hediye paketi',
    greeting_card: 'Tebrik kartı',
    tip: 'Bahşiş',
    cash_rounding: 'Nakit yuvarlama',
    voucher: 'Satılan hediye çekleri',
    voucher_used: 'Kullanılan hediye çekleri',
  },
  perRate: (what, number, rate) => `${what} sipariş ${number}, %${rate.replace('.', ',')} KDV`,
  ofDay: (what, till, date, rate) => `${what} ${till} ${date}, %${rate.replace('.', ',')} KDV`,
  receipts: (count) => (count === 1 ? '1 fiş' : `${count} fiş`),
  vouchers: 'hediye çekleri',
  refund: (what) => `İade ${what}`,
};
