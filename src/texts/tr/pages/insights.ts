import type {
  insights as english,
  glance as englishGlance,
  reconciliation as englishReconciliation,
} from '../../en/pages/insights.ts';
import { number } from '../figures.ts';

export const insights: typeof english = {
  title: 'Özetler',
  period: 'Dönem',
  show: 'Göster',
  lastDays: (count) => `Son ${number(count)} gün`,
  quarter: (quarter, year) => `${year}, ${quarter}. çeyrek`,
  span: (from, to) => `${from} – ${to}`,
  zone: (zone) => `Günler ${zone} saatine göredir.`,
  nothing: 'Bu döneme ait bilinen sipariş yok.',
  orders: 'Siparişler',
  amount: 'Tutar',
  vat: 'KDV',
  refunded: 'Geri ödenen',
  booked: 'Muhasebede',
  open: 'Henüz muhasebede değil',
  leftOut: 'Dışarıda bırakılan',
  perDay: 'Günlük',
  asTable: 'Tablo olarak',
  day: 'Gün',
  vatByRate: 'Orana göre KDV',
  rate: 'Oran',
  needYou: 'Sizi bekleyenler',
  cause: 'Neden',
  times: 'Siparişten faturaya',
  half: 'Siparişlerin yarısı en çok',
  most: "100 siparişin 95'i en çok",
  timesOf: (count) =>
    `${number(count)} sipariş üzerinden, mağazadaki satıştan belgenin muhasebede yer almasına kadar ölçüldü. Satıştan bir günden uzun süre sonra alınanlar ve muhasebede zaten bulunanlar burada sayılmaz; kasa günleri de sayılmaz.`,
  calls: 'Çağrı sınırının kullanılan payı',
  callsOf: (system, used, allowed, share) =>
    `${system}: günlük ${number(allowed)} çağrının ${number(used)} tanesi (%${share}).`,
  notRead: (count) =>
    `${number(count)} sipariş bildirildi ama henüz okunmadı: Tutarı bilinmiyor ve hiçbir toplamda yer almıyor.`,
  ofBefore: (count) =>
    `Bu günlerden, önceki bir sürümün kaydettiği ${number(count)} siparişin para birimi ve günü bilinmiyor: Yeniden okunana kadar hiçbir toplamda yer almazlar.`,
  months: 'Mağaza ve muhasebe',
};

export const glance: typeof englishGlance = {
  everything: (orders, amounts) => `Bugünün tamamı muhasebede: ${number(orders)} sipariş, ${amounts}.`,
  some: (orders, amounts, open) =>
    `Bugünden ${number(orders)} sipariş muhasebede, ${amounts}; ${number(open)} tanesi henüz değil.`,
  notYet: (open) => `Bugünden ${number(open)} sipariş muhasebeye doğru yolda.`,
  nothing: 'Bugün sipariş gelmedi.',
  days: 'Son 30 gün',
  sumOf: (orders, amount) => `30 gün: ${number(orders)} sipariş, ${amount}`,
  none: 'Bu günlerde sipariş yok.',
  last: 'Son siparişler',
  all: 'Tüm özetler',
};

export const reconciliation: typeof englishReconciliation = {
  title: (month) => `Mağaza ve muhasebe, ${month}`,
  what: 'Bir sipariş, verildiği ayda sayılır; o zamandan beri geri ödenen ve iade edilen tutarlarıyla birlikte. Taslaklar kaydedilmiş sayılır.',
  back: 'Bu ayın siparişleri ve tutarları',
  file: 'CSV olarak indir',
  line: 'Mağazadan muhasebeye',
  sold: 'Mağazada satılan',
  refunded: 'Mağazada geri ödenen',
  left_out: 'Ayarlarla dışarıda bırakılan veya kaydedilmeden geri ödenen',
  due: 'Muhasebede olması gereken',
  needs_you: 'Sizi bekliyor',
  waiting: 'Yeniden denenecek',
  on_its_way: 'Yolda',
  by_person: 'Bir kişinin dışarıda bıraktığı',
  changed: 'Belgesi, siparişin şimdiki tutarından farklı',
  givenBack: 'Geri ödendi, muhasebede iade edilmedi',
  differs: 'Muhasebede başka tutarla',
  documents: 'Belgeler',
  credited: 'İade edilen',
  books: 'Muhasebede',
  difference: 'Fark',
  equal: 'Muhasebe mağazayla kuruşu kuruşuna aynı.',
  holds: (amount) => `${amount} tutarındaki fark aşağıdaki satırlarla kuruşu kuruşuna açıklanıyor.`,
  broken: "Bu toplamlar tutmuyor. Bu, Koppel'in bir hatasıdır: Lütfen bildirin.",
  orders: 'Farkı oluşturan siparişler',
  none: 'Bu ayın her siparişi, mağazanın söylediği gibi muhasebede.',
  inShop: 'Mağaza',
  inBooks: 'Muhasebe',
  otherAmount: (books, shop) => `Belgesi ${books}, siparişin kendisi şimdi ${shop}.`,
  otherGivenBack: (shop, books) => `Mağazada ${shop} geri ödendi, ${books} iade edildi.`,
};
