import type {
  record as english,
  preview as englishPreview,
  transfer as englishTransfer,
} from '../../en/pages/record.ts';
import { sentence } from '../../sentence.ts';
import { number } from '../figures.ts';

export const record: typeof english = {
  one: {
    orders: 'Sipariş',
    customers: 'Müşteri',
    products: 'Ürün',
    categories: 'Kategori',
    stock: 'Stok kaydı',
  },
  title: (one, number) => `${one} ${number}`,
  sourceId: (key) => sentence`kaynaktaki kimlik ${key}`,
  next: (at) => sentence`yeni deneme: ${at}`,
  previewNow: 'şu anki haliyle önizleme',
  time: 'Zaman',
  outcome: 'Sonuç',
  why: 'Neden',
  details: 'Ayrıntılar',
  show: 'göster',
  showWhich: (at) => `olanlar: ${at}`,
};

export const transfer: typeof englishTransfer = {
  when: 'Ne zaman',
  why: 'Neden',
  targetId: 'Hedef sistemdeki kimlik',
  notKept: 'Okunan ve yazılan veriler saklanmıyor: Bu bağlantının saklama süresi 0 gün.',
  over: (days) =>
    `Okunan ve yazılan veriler silindi: ${number(days)} günlük saklama süresi doldu. Yalnızca gerçekleştiği bilgisi kalır.`,
  lost: 'Okunan ve yazılan verilere ulaşılamıyor: Saklanmamış ya da şifreleme anahtarı kaybolmuş.',
};

export const preview: typeof englishPreview = {
  title: 'Önizleme',
  heading: 'Bir kaydın önizlemesi',
  help: 'Kaydı kaynaktan okur ve hedef sisteme ne gönderileceğini gösterir. Hiçbir şey yazılmaz.',
  noFlow: 'Henüz akış yok: Ayarlarda bir tane ekleyin.',
  flow: 'Akış',
  key: 'Sipariş no, başlangıcı veya kaynaktaki kimlik',
  show: 'Önizle',
  tooLong: (max) => `Kimlik ${number(max)} karakterden uzun.`,
  missing: 'Bir kaydın numarasını girin.',
  asPlanned: 'Hiçbir şey gönderilmeyecek: Bu, belgenin hazırlanabildiği kadarı.',
  wholeCredit: 'Hedef sistem bütün belgeyi kendisi iade edecek.',
  nothingSent: 'Hiçbir şey gönderilmeyecek.',
  nothingWritten: 'Hiçbir şey yazılmadı.',
  wouldPark: (why) => `Kayıt sizi bekleyecek: ${why}`,
  wouldWait: (why) => `Kayıt daha sonra yeniden denenecek: ${why}`,
  wouldSend: 'Gönderilecek olan budur.',
  wouldSkip: (why) => `Kayıt atlanacak: ${why}.`,
  customer: 'Müşteri',
  deeds: {
    skip: 'Müşteri yazılmayacak.',
    use: 'Müşteri biliniyor ve hedef sistemde değişmeden kalacak.',
    adopt: 'Müşteri hedef sistemde zaten var ve orada değişmeden kalacak.',
    update: 'Müşteri hedef sistemde zaten var ve aşağıdakiyle güncellenecek.',
    create: 'Müşteri oluşturulacak.',
    guest: 'Sipariş misafir siparişi olarak kaydedilecek: Müşteri oluşturulmayacak.',
  },
};
