import type { DocumentTexts } from './texts.ts';

export const de: DocumentTexts = {
  revenue: 'Umsatz',
  shipping: 'Versandkosten',
  discount: 'Rabatt',
  fees: 'Zuschläge',
  rounding: 'Rundung',
  charges: {
    handling: 'Bearbeitungsgebühr',
    surcharge: 'Zuschlag',
    levy: 'Abgabe',
    gift_wrap: 'Geschenkverpackung',
    gift_wrap_items: 'Geschenkverpackung der Artikel',
    greeting_card: 'Grußkarte',
  },
  perRate: (what, number, rate) => `${what} Bestellung ${number}, ${rate.replace('.', ',')} % USt.`,
  refund: (what) => `Erstattung ${what}`,
};
