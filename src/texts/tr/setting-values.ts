import type { settingValues as en } from '../en/setting-values.ts';

const followed = { always: 'Her zaman', createOnly: 'Yalnızca yenilerde', never: 'Hiçbir zaman' };
const needed = { always: followed.always, createOnly: followed.createOnly };
const parked = 'Sizi bekler';
const kind = { person: 'Kişi', company: 'Firma' };

const orders = {
  'customer.classification': kind,
  document: { invoice: 'Fatura', order: 'Sipariş' },
  state: { draft: 'Taslak', sent: 'Kesin' },
  lines: {
    items: 'Ürün başına bir satır',
    summary: 'KDV oranı başına bir satır',
    split: 'KDV oranı başına, gelir ve masraflar ayrı',
  },
  language: { nl: 'Felemenkçe', en: 'İngilizce', de: 'Almanca', fr: 'Fransızca', tr: 'Türkçe' },
  'vat.reverseCharge': { allow: 'Kaydedilsin', park: parked },
  'vat.oss': { allow: 'Kaydedilsin', park: parked },
  'vat.untaxed': { park: parked, allow: '%0 ile kaydedilsin' },
  currency: {
    auto: 'Hedef sistemin tutabildiği',
    order: 'Ödendiği gibi',
    base: 'Mağazanın muhasebesininki',
  },
  discounts: { lines: 'Ayrı satırlar', spread: 'Ürün satırlarından düşülür' },
  products: { require: parked, create: 'Önce ürün getirilsin', ignore: 'Ürünlere dokunulmasın' },
  'rounding.vat': { match: 'Mağazanınki, kuruşu kuruşuna', accept: 'Hedef sisteminki kalsın' },
  refunds: { credit: 'İade faturası kesilsin', flag: 'Bana bildirilsin', ignore: 'Dokunulmasın' },
  aftermath: {
    carry: 'Mağazaya bildirilsin',
    flag: 'Bana bildirilsin',
    ignore: 'Kimseye bildirilmesin',
  },
  'day.named': { together: 'Güne girsin', apart: 'Ayrı belge olsun' },
  'day.late': { next: 'Açık olan güne girsin', park: parked },
  'day.vouchers.used': { payment: 'Ödeme aracı', line: 'Sıfırın altında satır' },
};

const customers = {
  classification: kind,
  kinds: { person: 'Kişiler', company: 'Firmalar' },
  withoutEmail: { park: parked, skip: 'Atlansın' },
  conflicts: { park: parked, source: 'Kaynak izlensin' },
};

const categories = {
  'fields.name': needed,
  'fields.parent': needed,
  'fields.description': followed,
  'fields.active': followed,
  'fields.position': followed,
  gone: { keep: 'Olduğu gibi kalsın', deactivate: 'Gizlensin' },
};

const products = {
  withoutSku: { skip: 'Atlansın', park: parked },
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
  variants: { group: 'Varyantlı tek ürün', split: 'Her varyant ayrı ürün' },
  'price.basis': { asTarget: 'Hedef sistemdeki gibi', asSource: 'Kaynağın bildirdiği gibi' },
  'categories.by': { link: 'Kategori akışınınkiler', map: 'Bir tablodakiler', ignore: 'Hiçbiri' },
  images: { all: 'Tümü', first: 'İlki', none: 'Hiçbiri' },
  gone: { keep: 'Olduğu gibi kalsın', deactivate: 'Kapatılsın' },
  conflicts: { park: parked, source: 'Kaynak izlensin' },
};

const stock = {
  quantity: {
    available: 'Satılabilir',
    onHand: 'Eldeki',
    availableAndIncoming: 'Satılabilir ve gelecek',
  },
  manage: { keep: 'Oradaki gibi', on: 'Açılsın', off: 'Kapatılsın' },
  unknown: { ignore: 'Yalnızca sayılsın', park: parked },
};

export const settingValues: typeof en = { orders, customers, categories, products, stock };
