import type { connections as english } from '../../en/pages/connections.ts';
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
  takeAway: (label) => `${label}: kaldır`,
  savedWorks: (account, currency) => sentence`Kaydedildi ve çalışıyor: ${account}, ${currency}.`,
  savedFails: (name) => sentence`Kaydedildi, ama ${name} henüz çalışmıyor: Sorun aşağıda yazıyor.`,
  renameTitle: 'Başka bir ad',
  name: 'Ad',
  nameHint:
    'Küçük harfler, rakamlar ve tireler. Saklanan her şey kalır ve eski webhook adresi çalışmaya devam eder.',
  rename: 'Adını değiştir',
};
