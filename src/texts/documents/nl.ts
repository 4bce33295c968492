import type { DocumentTexts } from './texts.ts';

export const nl: DocumentTexts = {
  revenue: 'Omzet',
  shipping: 'Verzendkosten',
  discount: 'Korting',
  fees: 'Toeslagen',
  rounding: 'Afronding',
  charges: {
    handling: 'Behandelingskosten',
    surcharge: 'Toeslag',
    levy: 'Heffing',
    gift_wrap: 'Cadeauverpakking',
    gift_wrap_items: 'Cadeauverpakking artikelen',
    greeting_card: 'Wenskaart',
    tip: 'Fooi',
    cash_rounding: 'Afronding contant',
    voucher: 'Verkochte cadeaubonnen',
    voucher_used: 'Ingewisselde cadeaubonnen',
  },
  perRate: (what, number, rate) => `${what} order ${number}, ${rate}% btw`,
  ofDay: (what, till, date, rate) => `${what} ${till} ${date}, ${rate}% btw`,
  receipts: (count) => (count === 1 ? '1 bon' : `${count} bonnen`),
  vouchers: 'cadeaubonnen',
  refund: (what) => `Terugbetaling ${what}`,
};
