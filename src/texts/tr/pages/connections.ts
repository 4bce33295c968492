import type {
  connections as english,
  scopePurposes as englishPurposes,
} from '../../en/pages/connections.ts';
import { sentence } from '../../sentence.ts';
import { number } from '../figures.ts';

export const connections: typeof english = {
  title: 'Hesap bağlantıları',
  test: 'Şimdi dene',
  all: 'Hesap bağlantılarının ayrıntıları',
  account: 'Hesap',
  currency: 'Para birimi',
  country: 'Ülke',
  timeZone: 'Saat dilimi',
  readAt: 'Okunduğu an',
  untold: 'bilinmiyor',
  notRead: 'Hangi hesabı açtığı henüz bilinmiyor.',
  lastCalled: 'Son çağrı',
  lastReceived: 'Son webhook',
  never: 'hiç',
  troubleSince: (at) => sentence`Sorunun başlangıcı: ${at}.`,
  nextProbe: (at) => sentence`Yeni deneme: ${at}.`,
  noWebhooks: (system) => `${system} webhook göndermiyor: Değişiklikler sorularak öğreniliyor.`,
  hooksNotTaken: (system) =>
    `${system} webhook'ları reddediliyor: Onları imzalayan değer girilmemiş. Bunun yerine değişiklikler soruluyor.`,
  hooksRefused: (system, flow, scope) =>
    scope === null
      ? `${system}, istendiği hâlde şunları bildirmiyor: ${flow}.`
      : `${system} şunları bildirmiyor: ${flow}. Eksik yetki: ${scope}.`,
  scopesMissing: (count) => `${number(count)} yetki eksik:`,
  scopesThere: 'Gereken bütün yetkiler var.',
  scopesUntold: (system) =>
    `${system} hangi yetkileri verdiğini söylemiyor: Eksik bir yetki ancak kullanılınca anlaşılır.`,
  scopesNeeded: (count) => `Gereken yetki sayısı: ${number(count)}`,
  change: 'Değiştir',
  changeOf: (system) => `${system} bağlantısını değiştir`,
  savingTests: (system) =>
    `Kaydettiğinizde ${system} hemen denenir. Bekleyenler sonra kendiliğinden devam eder.`,
  whereToFind: 'Bunları nerede bulursunuz',
  secretKept: 'Şifrelenmiş olarak saklanıyor. Korumak için boş bırakın.',
  secretNone: 'Saklanan bir değer yok.',
  optional: 'İsteğe bağlı.',
  takeAway: 'Kaldır',
  notSet: 'Belirlenmedi',
  usual: (value) => `Varsayılan (${value})`,
  saveAndTest: 'Kaydet ve dene',
  savedWorks: (account, currency) => `Kaydedildi ve çalışıyor: ${account}, ${currency}.`,
  savedFails: (name) => sentence`Kaydedildi, ama ${name} henüz çalışmıyor: Sorun aşağıda yazıyor.`,
  renameTitle: 'Başka bir ad',
  name: 'Ad',
  nameHint:
    'Küçük harfler, rakamlar ve tireler. Saklanan her şey kalır ve eski webhook adresi çalışmaya devam eder.',
  rename: 'Adını değiştir',
};

export const scopePurposes: typeof englishPurposes = {
  account: 'hesabın kendisi: para birimi, saat dilimi, ülke',
  calls: 'her şey',
  orders_from: 'siparişleri okumak',
  orders_to: 'sipariş oluşturmak',
  old_orders: '60 günden eski siparişler',
  returns: 'iadeler ve değişimler',
  write_back: 'geri yazılan notlar ve durumlar',
  sent: 'siparişi gönderildi olarak işaretlemek',
  invoices: 'faturalar',
  estimates: 'teklifler',
  customers_from: 'müşterileri okumak',
  customers_to: 'müşteri oluşturmak ve güncellemek',
  companies: 'KDV numarasıyla alışveriş yapan şirketler',
  catalogue_from: 'ürünleri ve kategorileri okumak',
  catalogue_to: 'ürün ve kategori oluşturmak ve güncellemek',
  visible: 'ürünlerin ve kategorilerin görünüp görünmediği',
  tax_rates: 'vergi sınıfının KDV oranı',
  stock_from: 'stoku okumak',
  stock_to: 'stoku yazmak',
  locations: 'stok bulunan yerler',
};
