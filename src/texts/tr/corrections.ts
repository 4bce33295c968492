import type { corrections as english, ListName } from '../en/corrections.ts';
import { configuration } from './pages/configuration.ts';

/** As in en/corrections.ts. */
const listed: Readonly<Record<ListName, string>> = {
  ledgerAccounts: 'muhasebe hesapları',
  vatCodes: 'KDV kodları',
  orderStatuses: 'sipariş durumları',
  paymentStatuses: 'ödeme durumları',
  paymentMethods: 'ödeme yöntemleri',
  paymentTerms: 'ödeme vadeleri',
  shippingMethods: 'gönderim yöntemleri',
  classifications: 'müşteri grupları',
  locations: 'konumlar',
  labels: 'etiketler',
  taxClasses: 'vergi sınıfları',
  attributes: 'özellikler',
  categories: 'kategoriler',
};

const kept = { classification: 'grup', vat: 'KDV kodu', revenueAccount: 'gelir hesabı' } as const;

const types: Readonly<Record<string, string>> = {
  string: 'metin',
  number: 'sayı',
  int: 'tam sayı',
  boolean: 'true veya false',
  array: 'liste',
  object: 'alanları olan bir nesne',
  record: 'alanları olan bir nesne',
};

function near({ nearest, names }: { nearest: string; names: readonly string[] }): string {
  if (nearest !== '') return `; en yakını "${nearest}"`;
  return names.length > 0 ? `; var olanlar: ${names.join(', ')}` : '';
}

export const corrections: typeof english = {
  unknown_field: () => 'burada bilinmiyor',
  too_deep: () => configuration.tooDeep,
  not_an_identifier: () => configuration.badId,
  invalid_type: ({ expected }) => `türü şu olmalı: ${types[expected] ?? expected}`,
  one_of: ({ values }) => `şunlardan biri olmalı: ${values.join(', ')}`,
  too_small: ({ least }) => `en az ${least} olmalı`,
  too_big: ({ most }) => `en çok ${most} olmalı`,
  too_short: ({ least }) => `en az ${least} karakter olmalı`,
  too_long: ({ most }) => `en çok ${most} karakter olmalı`,
  too_few: ({ least }) => `en az ${least} değer içermeli`,
  too_many: ({ most }) => `en çok ${most} değer içermeli`,
  invalid_format: ({ format }) => `biçimi şu olmalı: ${format}`,

  not_a_pace: () => 'dakika veya saat olmalı, örneğin "5m" veya "1h"',
  not_a_pace_or_off: () => 'dakika veya saat olmalı, örneğin "24h", ya da "off"',
  not_before_noon: () => 'öğleden önce bir saat olmalı, örneğin 04:00',
  not_a_decimal: () => 'metin olarak yazılmış ondalık bir sayı olmalı, örneğin "12.34"',
  negative: () => 'eksi olamaz',
  not_pieces: () => 'metin olarak yazılmış bir adet olmalı, örneğin "2"',
  place_twice: () => 'bir konumu iki kez belirtiyor',

  not_two_connections: ({ count }) => `iki hesap bağlantısı belirtmeli; belirttiği sayı: ${count}`,
  enter_again: () => 'yeniden girilmeli: Başka bir adres için verilmişti',
  flow_twice: () => 'iki kez var',
  one_master: ({ name }) => `yukarıdaki gibi "${name}" olmalı: Bütün stokları iki sistemden biri belirler`,
  no_connection: ({ name }) => `bir hesap bağlantısının adı olmalı; "${name}" adında bir bağlantı yok`,
  to_itself: () => '"from" değerinden farklı olmalı',
  flow_impossible: ({ flow, from, to }) => `"${flow}" akışı bu yönde yapılamıyor: "${from}" → "${to}"`,
  flow_needed: ({ flow, from, to }) =>
    `şu akışın da açık olmasını gerektiriyor: "${flow}", "${from}" → "${to}"`,
  has_open_tasks: ({ count }) => `${count} açık görevi var`,
  not_whole: ({ flow, possible }) =>
    `"${flow}", var olan her şeyi taşıyabilen bir akış değil${possible.length === 0 ? '' : `; taşıyabilenler: ${possible.join(', ')}`}`,

  not_jsonata: ({ reason, position, token }) => {
    const where = position === 0 ? '' : `, konum ${position}`;
    return `JSONata ifadesi değil: ${reason}${where}${token === '' ? '' : `, şunun yanında: "${token}"`}`;
  },
  expression_too_long: ({ max }) => `JSONata ifadesi değil: En çok ${max} karakter olabilir`,
  no_target_field: ({ nearest, names }) =>
    `hedef sistemin bir alanı değil${nearest === '' ? '' : `; en yakını "${nearest}"`}; alanları: ${names.join(', ')}`,
  asks_a_value: ({ of, name }) => `"${of}" tek bir değer, ondan "${name}" isteniyor`,
  asks_for_nothing: ({ name, ...there }) => `var olmayan "${name}" isteniyor${near(there)}`,
  not_defined: ({ name, ...there }) => `tanımlanmamış "${name}" kullanılıyor${near(there)}`,
  reference_not_open: () =>
    'bir kişinin verilerini okuyor olabilir, referans ise kalıcı olarak şifrelenmeden saklanır: onu order.number, order.date veya order.lines.sku gibi kimseyi tanıtmayan alanlardan, her birini kendi adıyla anarak oluşturun',
  not_a_path: ({ what }) => `"${what}" yazıyor, oysa alanlar böyle yazılmaz`,
  no_function: ({ name, ...there }) => `fonksiyon olmayan "${name}" çağrılıyor${near(there)}`,

  not_listed: ({ value, list, system, nearest, options, none }) => {
    const has = nearest === '' ? '' : `; en yakını ${nearest}`;
    const few = options.length > 0 ? `; var olanlar: ${options.join(', ')}` : '';
    return `"${value}", ${system} sistemindeki ${listed[list]} arasında yok${none ? ': Orada hiç yok' : has || few}`;
  },
  named_before: ({ name }) => `daha önce belirtilen "${name}" yine belirtiliyor`,
  wrong_country: ({ given, right }) => `"${given}" belirtiliyor: O ülkenin kodu ${right}`,
  not_for_system: ({ possible, system }) => `${system} için şu olmalı: ${possible.join(' veya ')}`,
  makes_no_credits: ({ system, ofOrders }) =>
    `flag veya ignore olmalı: Koppel, ${system} sisteminde ${ofOrders ? 'sipariş iadesi' : 'iade faturası'} oluşturmuyor`,
  takes_stock: ({ system }) => `${system} için olmaz: Orada siparişler stoktan düşülüyor`,
  needed_for_days: () => 'gün belgeleri için verilmeli',
  keeps_none: ({ system, what }) => `mümkün değil: ${system} müşterilerinde ${kept[what]} tutmuyor`,
  active_never: () => '"fields.active" "never" iken "deactivate" olamaz',
  map_missing: () => 'eksik: "by" değeri "map"',
  map_unused: ({ by }) => `etkisiz: "by" değeri "${by}"`,
  takes_no_negative: ({ system }) => `false olmalı: ${system} sıfırın altında stok kabul etmiyor`,

  not_https: () => 'https:// ile başlamalı',
  not_an_address: () => 'bir adres olmalı, örneğin "https://shop.example.com"',
  has_login: () => 'kullanıcı adı veya parola içeremez',
  has_query: () => '"?" veya "#" içeremez',
  not_public: () => 'herkese açık internette bir adres olmalı',
  not_a_store_number: () => 'mağazanın numarası olmalı',
  not_a_store_view: () => 'bir mağaza görünümünün kodu olmalı, örneğin "default"',
  all_store_views: () => 'tek bir mağaza görünümü olmalı',
  needed_to_sign: ({ given }) => `eksik: İmzalamak için şunların yanında gerekli: ${given.join(' ve ')}`,
  not_a_status_number: () => 'bir sipariş durumunun numarası olmalı',
  not_a_custom_field: () => 'özel bir alanın adı olmalı, örneğin "VatRate__c"',
  not_custom_fields: () => 'özel alanların adları olmalı',
  not_a_percentage: () => 'bir yüzde olmalı, örneğin "21"',
  not_of_salesforce: () => '.my.salesforce.com ile bitmeli',
  not_a_private_key: () => 'özel bir anahtar olmalı, PEM içinde PKCS#8',
  needed_by_app: () => 'eksik: Kişisi olmayan bir uygulamaya gerekli',
  needed_to_certify: () => 'eksik: Sertifikalı bir uygulama bununla imzalar',
  needed_to_act: () => 'eksik: Sertifikalı bir uygulama biri adına çalışır',
  not_a_shop_name: () => '.myshopify.com öncesindeki ad olmalı',
  token_or_app: () => 'verilmeli, ya da bir uygulamanın clientId ve clientSecret değerleri',
  not_a_language: () => 'iki harfli bir dil kodu olmalı',
  not_a_shipping_method: () => 'taşıyıcı ve yöntem olmalı, örneğin "flatrate_flatrate"',
  not_a_payment_status: () => 'bir ödeme durumu olmalı',
  not_a_fulfilment_status: () => 'bir gönderim durumu olmalı',
};
