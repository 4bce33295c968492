import type {
  orderStates as english,
  orderList as englishList,
  orderPage as englishPage,
} from '../../en/pages/orders.ts';
import { sentence } from '../../sentence.ts';
import { number } from '../figures.ts';

export const orderStates: typeof english = {
  queued: 'yolda',
  waiting: 'yeniden denenecek',
  parked: 'sizi bekliyor',
  booked: 'kaydedildi',
  credited: 'iade edildi',
  in_day: 'gün içinde',
  skipped: 'kaydedilmedi',
};

export const orderList: typeof englishList = {
  title: 'Siparişler',
  find: 'Sipariş numarası, fatura numarası veya tutar',
  state: 'Durum',
  flow: 'Akış',
  from: 'Başlangıç',
  to: 'Bitiş',
  any: 'hepsi',
  search: 'Ara',
  all: 'Tüm siparişler',
  file: 'CSV olarak indir',
  number: 'Sipariş',
  placed: 'Sipariş tarihi',
  amount: 'Tutar',
  document: 'Belge',
  why: 'Neden',
  notRead: 'henüz okunmadı',
  noMatch: 'Buna uyan sipariş yok.',
  nothing: 'Henüz bilinen sipariş yok.',
  newest: 'En yeniler',
  older: 'Daha eskiler',
  again: (at) => sentence`yeni deneme: ${at}`,
};

export const orderPage: typeof englishPage = {
  placed: 'Sipariş tarihi',
  seen: 'İlk görülme',
  amount: 'Tutar',
  refunded: 'Geri ödenen',
  document: 'Belge',
  booked: 'Kaydedilme',
  credited: 'İade edilen',
  noDocument: 'yok',
  dayOf: (date, till) => `${till}, ${date} günü`,
  notBooked: (why) => `Kaydedilmedi: ${why}.`,
  noTotals: 'Sipariş henüz okunmadı, bu yüzden tutarı bilinmiyor.',
  lines: 'Satır satır',
  asInSource: 'Siparişte',
  asInTarget: 'Belgede',
  compared: 'Karşılaştırma',
  same: 'eşit',
  differs: 'farklı',
  alone: 'yalnızca bir tarafta',
  kinds: {
    item: 'Ürün',
    shipping: 'Kargo',
    discount: 'İndirim',
    fee: 'Ek ücret',
    rounding: 'Yuvarlama',
  },
  noLines: 'Satırlar, okunan ve yazılanlar saklandığı sürece gösterilir.',
  happened: 'Tüm denemeler',
  more: (count) => `Son ${number(count)} deneme gösteriliyor.`,
  technical: 'Teknik ayrıntılar',
};
