import type { DocumentTexts } from './texts.ts';

export const fr: DocumentTexts = {
  revenue: "Chiffre d'affaires",
  shipping: 'Frais de livraison',
  discount: 'Remise',
  fees: 'Suppléments',
  rounding: 'Arrondi',
  charges: {
    handling: 'Frais de traitement',
    surcharge: 'Supplément',
    levy: 'Taxe',
    gift_wrap: 'Emballage cadeau',
    gift_wrap_items: 'Emballage cadeau des articles',
    greeting_card: 'Carte de vœux',
    tip: 'Pourboires',
    cash_rounding: 'Arrondi des espèces',
    voucher: 'Chèques-cadeaux vendus',
    voucher_used: 'Chèques-cadeaux utilisés',
  },
  perRate: (what, number, rate) => `${what} commande ${number}, TVA ${rate.replace('.', ',')} %`,
  ofDay: (what, till, date, rate) => `${what} ${till} ${date}, TVA ${rate.replace('.', ',')} %`,
  receipts: (count) => (count === 1 ? '1 ticket' : `${count} tickets`),
  vouchers: 'chèques-cadeaux',
  refund: (what) => `Remboursement ${what}`,
};
