import type { settingValues as en } from '../en/setting-values.ts';

const followed = { always: 'Altijd', createOnly: 'Alleen bij nieuwe', never: 'Nooit' };
const needed = { always: followed.always, createOnly: followed.createOnly };
const parked = 'Wacht op jou';
const kind = { person: 'Particulier', company: 'Bedrijf' };

const orders = {
  'customer.classification': kind,
  document: { invoice: 'Factuur', order: 'Order' },
  state: { draft: 'Concept', sent: 'Definitief' },
  lines: {
    items: 'Een regel per artikel',
    summary: 'Een regel per btw-tarief',
    split: 'Per btw-tarief, omzet en kosten apart',
  },
  language: { nl: 'Nederlands', en: 'Engels', de: 'Duits', fr: 'Frans', tr: 'Turks' },
  'vat.reverseCharge': { allow: 'Boeken', park: parked },
  'vat.oss': { allow: 'Boeken', park: parked },
  'vat.untaxed': { park: parked, allow: 'Boeken tegen 0%' },
  currency: {
    auto: 'Wat het doelsysteem aankan',
    order: 'Zoals betaald',
    base: 'Die van de administratie van de winkel',
  },
  discounts: { lines: 'Eigen regels', spread: 'Van de artikelregels af' },
  products: { require: parked, create: 'Eerst het product overnemen', ignore: 'Niet op producten letten' },
  'rounding.vat': {
    match: 'Die van de winkel, tot op de cent',
    accept: 'Die van het doelsysteem laten staan',
  },
  refunds: { credit: 'Crediteren', flag: 'Aan mij melden', ignore: 'Laten liggen' },
  aftermath: { carry: 'Aan de winkel melden', flag: 'Aan mij melden', ignore: 'Aan niemand melden' },
  'day.named': { together: 'In de dag', apart: 'Eigen documenten' },
  'day.late': { next: 'In de dag die open is', park: parked },
  'day.vouchers.used': { payment: 'Een betaalmiddel', line: 'Een regel onder nul' },
};

const customers = {
  classification: kind,
  kinds: { person: 'Particulieren', company: 'Bedrijven' },
  withoutEmail: { park: parked, skip: 'Overslaan' },
  conflicts: { park: parked, source: 'De bron volgen' },
};

const categories = {
  'fields.name': needed,
  'fields.parent': needed,
  'fields.description': followed,
  'fields.active': followed,
  'fields.position': followed,
  gone: { keep: 'Laten staan', deactivate: 'Verbergen' },
};

const products = {
  withoutSku: { skip: 'Overslaan', park: parked },
  'fields.sku': needed,
  'fields.name': needed,
  'fields.active': followed,
  'fields.description': followed,
  'fields.shortDescription': followed,
  'fields.gtin': followed,
  'fields.brand': followed,
  'fields.weightKg': followed,
  'fields.price': followed,
  'fields.listPrice': followed,
  'fields.vatClass': followed,
  variants: { group: 'Eén product met varianten', split: 'Elk een eigen product' },
  'price.basis': { asTarget: 'Zoals het doelsysteem ze heeft', asSource: 'Zoals de bron ze opgeeft' },
  'categories.by': { link: 'Die van de categorieënstroom', map: 'Die uit een tabel', ignore: 'Geen' },
  images: { all: 'Alle', first: 'De eerste', none: 'Geen' },
  gone: { keep: 'Laten staan', deactivate: 'Uitschakelen' },
  conflicts: { park: parked, source: 'De bron volgen' },
};

const stock = {
  quantity: {
    available: 'Beschikbaar',
    onHand: 'Aanwezig',
    availableAndIncoming: 'Beschikbaar en onderweg',
  },
  manage: { keep: 'Zoals het daar is', on: 'Inschakelen', off: 'Uitschakelen' },
  unknown: { ignore: 'Alleen tellen', park: parked },
};

export const settingValues: typeof en = { orders, customers, categories, products, stock };
