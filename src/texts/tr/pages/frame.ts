import type { frame as english } from '../../en/pages/frame.ts';

export const frame: typeof english = {
  language: 'Türkçe',
  languages: 'Dil',
  skip: 'İçeriğe geç',
  main: 'Ana menü',
  integrations: 'Bağlantılar',
  status: 'Durum',
  logOut: 'Çıkış yap',
  deployed: 'Koppel, kendi Cloudflare hesabınızda.',
  times: (zone) => `Saat dilimi: ${zone}.`,
  breadcrumb: 'Konum',
  integration: 'Bağlantı',
  overview: 'Genel bakış',
  orders: 'Siparişler',
  catalogue: 'Ürünler ve stok',
  preview: 'Önizleme',
  configuration: 'Ayarlar',
  erase: 'Silme',
};
