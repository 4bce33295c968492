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
  },
  perRate: (what, number, rate) => `${what} commande ${number}, TVA ${rate.replace('.', ',')} %`,
  refund: (what) => `Remboursement ${what}`,
};
