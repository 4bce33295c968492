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
    tip: 'Trinkgeld',
    cash_rounding: 'Barrundung',
    voucher: 'Verkaufte Gutscheine',
    voucher_used: 'Eingelöste Gutscheine',
  },
  perRate: (what, number, rate) => `${what} Bestellung ${number}, ${rate.replace('.', ',')} % USt.`,
  ofDay: (what, till, date, rate) => `${what} ${till} ${date}, ${rate.replace('.', ',')} % USt.`,
  receipts: (count) => (count === 1 ? '1 Beleg' : `${count} Belege`),
  vouchers: 'Gutscheine',
  refund: (what) => `Erstattung ${what}`,
};
