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
  },
  perRate: (what, number, rate) => `${what} order ${number}, ${rate}% btw`,
  refund: (what) => `Terugbetaling ${what}`,
};
