import type { settingValues as en } from '../en/setting-values.ts';

const followed = { always: 'Immer', createOnly: 'Nur bei neuen', never: 'Nie' };
const needed = { always: followed.always, createOnly: followed.createOnly };
const parked = 'Braucht dich';
const kind = { person: 'Privatperson', company: 'Firma' };

const orders = {
  'customer.classification': kind,
  document: { invoice: 'Rechnung', order: 'Bestellung' },
  state: { draft: 'Entwurf', sent: 'Endgültig' },
  lines: {
    items: 'Eine Zeile je Artikel',
    summary: 'Eine Zeile je Steuersatz',
    split: 'Je Steuersatz, Umsatz und Kosten getrennt',
  },
  language: { nl: 'Niederländisch', en: 'Englisch', de: 'Deutsch', fr: 'Französisch', tr: 'Türkisch' },
  'vat.reverseCharge': { allow: 'Buchen', park: parked },
  'vat.oss': { allow: 'Buchen', park: parked },
  'vat.untaxed': { park: parked, allow: 'Mit 0 % buchen' },
  currency: {
    auto: 'Was das Zielsystem führen kann',
    order: 'Wie bezahlt wurde',
    base: 'Die der Buchhaltung des Shops',
  },
  discounts: { lines: 'Eigene Zeilen', spread: 'Von den Artikelzeilen abziehen' },
  products: {
    require: parked,
    create: 'Zuerst das Produkt übertragen',
    ignore: 'Produkte nicht beachten',
  },
  'rounding.vat': {
    match: 'Die des Shops auf den Cent',
    accept: 'Die des Zielsystems stehen lassen',
  },
  refunds: { credit: 'Gutschreiben', flag: 'Mir melden', ignore: 'Nicht beachten' },
  aftermath: { carry: 'Dem Shop melden', flag: 'Mir melden', ignore: 'Niemandem melden' },
  'day.named': { together: 'In den Tag', apart: 'Eigene Belege' },
  'day.late': { next: 'In den Tag, der offen ist', park: parked },
  'day.vouchers.used': { payment: 'Ein Zahlungsmittel', line: 'Eine Zeile unter null' },
};

const customers = {
  classification: kind,
  kinds: { person: 'Privatpersonen', company: 'Firmen' },
  withoutEmail: { park: parked, skip: 'Überspringen' },
  conflicts: { park: parked, source: 'Der Quelle folgen' },
};

const categories = {
  'fields.name': needed,
  'fields.parent': needed,
  'fields.description': followed,
  'fields.active': followed,
  'fields.position': followed,
  gone: { keep: 'Stehen lassen', deactivate: 'Ausblenden' },
};

const products = {
  withoutSku: { skip: 'Überspringen', park: parked },
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
  variants: { group: 'Ein Produkt mit Varianten', split: 'Je Variante ein Produkt' },
  'price.basis': { asTarget: 'Wie sie das Zielsystem führt', asSource: 'Wie sie die Quelle nennt' },
  'categories.by': { link: 'Die des Kategorienabgleichs', map: 'Die einer Tabelle', ignore: 'Keine' },
  images: { all: 'Alle', first: 'Das erste', none: 'Keine' },
  gone: { keep: 'Stehen lassen', deactivate: 'Ausschalten' },
  conflicts: { park: parked, source: 'Der Quelle folgen' },
};

const stock = {
  quantity: {
    available: 'Verfügbar',
    onHand: 'Vorhanden',
    availableAndIncoming: 'Verfügbar und im Zulauf',
  },
  manage: { keep: 'Wie es dort ist', on: 'Einschalten', off: 'Ausschalten' },
  unknown: { ignore: 'Nur zählen', park: parked },
};

export const settingValues: typeof en = { orders, customers, categories, products, stock };
