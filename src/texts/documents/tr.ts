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
  },
  perRate: (what, number, rate) => `${what} sipariş ${number}, %${rate.replace('.', ',')} KDV`,
  refund: (what) => `İade ${what}`,
};
