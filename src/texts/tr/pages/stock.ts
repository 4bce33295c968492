import type {
  stock as english,
  level as englishLevel,
  progress as englishProgress,
} from '../../en/pages/stock.ts';
import { sentence } from '../../sentence.ts';
import { number } from '../figures.ts';

export const stock: typeof english = {
  title: 'Ürünler ve stok',
  none: 'Henüz hiçbir akış ürün veya stok aktarmıyor: Ayarlarda bir tane ekleyin.',
  products: 'Ürünler',
  stockOf: (systems) => sentence`Stok: ${systems}`,
  known: 'Bilinen stok kayıtları',
  right: 'Doğru olanlar',
  onTheirWay: 'Yolda',
  tryingAgain: 'Yeniden denenecek',
  needYou: 'Sizi bekliyor',
  doneToday: 'Bugün tamamlanan',
  lookAgain: 'Bunların hepsini yeniden kontrol et',
  whatNeedsYou: 'Sizi bekleyenler',
  suchAs: (example) => sentence`örneğin ${example}`,
  left: 'Olduğu gibi kalanlar',
  levels: (count) => `${number(count)} stok kaydı`,
  reading: 'Değişiklikler şimdi okunuyor.',
  knownUntil: (at) => sentence`Değişikliklerin bilindiği son an: ${at}.`,
  seeProblems: 'Sizi bekleyenleri göster',
  productSku: 'Bir ürünün SKU kodu veya başlangıcı',
  showDone: 'Yapılanları göster',
};

export const progress: typeof englishProgress = {
  readingAll: (until) =>
    until === null
      ? sentence`Kaynaktaki bütün stok kayıtları okunuyor; birazdan başlıyor.`
      : sentence`Kaynaktaki bütün stok kayıtları okunuyor; esas alınan an: ${until}.`,
  readingSince: (since, until) =>
    until === null
      ? sentence`Değişen her şey okunuyor, başlangıç: ${since}; birazdan başlıyor.`
      : sentence`Değişen her şey okunuyor, başlangıç: ${since}; esas alınan an: ${until}.`,
  underWay: (batches, records) =>
    `Şu anda ${number(batches)} aktarım sürüyor: ${number(records)} kayıt aktarılıyor.`,
  comparing: (looked, total, since) =>
    sentence`Bütün stok kayıtları karşılaştırılıyor: ${number(looked)} / ${number(total)}, başlangıç: ${since}`,
  neverCompared: 'Tam karşılaştırma hiçbir zaman kendiliğinden yapılmaz: "verify" ayarı kapalı.',
  comparedNext: (at) =>
    sentence`Hedef sistemle sonraki tam karşılaştırma: ${at}. Orada yapılmış değişiklikler düzeltilir.`,
};

export const level: typeof englishLevel = {
  title: 'Tek bir SKU, ayrıntısıyla',
  sku: 'Yazıldığı gibi SKU veya ürünün kaynaktaki kimliği',
  find: 'Ara',
  unknown: (sku) =>
    sentence`${sku} için bilinen bir şey yok. Ya kaynakta stok kaydı yok ya da henüz okunmadı. Burada büyük ve küçük harf ayırt edilir.`,
  record: (key) => `Kayıt ${key}`,
  refused: 'Reddedilen',
  inSystem: (system) => `Sistem: ${system}`,
  nothingWritten: 'hiçbir şey yazılmadı',
  lastRight: 'Son yazılma veya doğru bulunma',
  never: 'hiç',
  idIn: (system) => `Kimlik (${system})`,
  none: 'yok',
  recordIn: (system) => `Kayıt (${system})`,
  state: 'Durum:',
  drifted: (quantity, system, at) =>
    sentence`Biri ${system} sisteminde miktarı ${quantity} olarak değiştirmişti; düzeltildiği an: ${at}.`,
  wouldWrite: 'Ne yazılacağını göster',
  wouldWriteOf: (name) => `SKU: ${name}`,
  look: 'Şimdi kontrol et',
  whyNothing: 'Neden hiçbir şey yazılmadı:',
  whyNothingSince: 'O zamandan beri neden hiçbir şey yazılmadı:',
  tried: (count, next) => sentence`${number(count)} kez denendi, yeni deneme: ${next}.`,
};
