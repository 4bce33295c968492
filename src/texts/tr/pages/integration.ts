import type {
  integration as english,
  activity as englishActivity,
  attention as englishAttention,
  catalogue as englishCatalogue,
  connectionList as englishConnections,
  flowList as englishFlows,
  tasks as englishTasks,
} from '../../en/pages/integration.ts';
import { sentence } from '../../sentence.ts';
import { number } from '../figures.ts';

export const integration: typeof english = {
  check: 'Hesap bağlantılarını kontrol et',
  goLive: 'Devreye al',
  resume: 'Devam ettir',
  pause: 'Duraklat',
  queued: 'Yolda',
  waiting: 'Yeniden denenecek',
  parked: 'Sizi bekliyor',
  doneToday: 'Bugün tamamlanan',
  callsToday: 'Bugünkü çağrılar',
  works: (connection) => sentence`${connection} çalışıyor.`,
  doesNotWork: (connection) => sentence`${connection} çalışmıyor.`,
};

export const attention: typeof englishAttention = {
  title: 'Sizi bekliyor',
  retryAll: 'Hepsini yeniden dene',
  connection: (name) => `Hesap bağlantısı: ${name}`,
  integration: 'Bu bağlantı',
  suchAs: (example) => sentence`örneğin ${example}`,
  since: (at) => sentence`başlangıç: ${at}`,
  anotherAccount: 'Bu başka bir hesap',
  sameAccount: 'Bu aynı hesap',
};

export const tasks: typeof englishTasks = {
  parked: {
    title: 'Tek tek',
    newest: 'Sizi bekleyen en yeniler',
    older: 'Sizi bekleyen daha eskiler',
  },
  waiting: {
    title: 'Yeniden denenecekler',
    newest: 'Yeniden denenecek en yeniler',
    older: 'Yeniden denenecek daha eskiler',
  },
  skipped: {
    title: 'Bir kişinin atladıkları',
    newest: 'Atlanan en yeniler',
    older: 'Atlanan daha eskiler',
  },
  tries: (count) => `${number(count)} deneme`,
  next: (at) => sentence`yeni deneme: ${at}`,
  last: (at) => sentence`son: ${at}`,
  preview: 'önizleme',
};

export const flowList: typeof englishFlows = {
  title: 'Akışlar',
  none: 'Henüz akış yok: Ayarlarda bir tane ekleyin.',
  chosen: 'Varsayılandan farklı ayarlar',
  nothingChosen: 'Yok: Her şey varsayılan biçimde yapılıyor.',
  look: 'Değişiklikleri şimdi ara',
  reading: 'Değişiklikler şimdi okunuyor.',
  knownUntil: (at) => sentence`Değişikliklerin bilindiği son an: ${at}.`,
  byWebhook: 'Yeni değişiklikler webhook ile geliyor.',
  everyMinutes: (count) =>
    `Sisteme ${count === 1 ? 'her dakika' : `${number(count)} dakikada bir`} değişiklik olup olmadığı soruluyor.`,
  everyHours: (count) =>
    `Sisteme ${count === 1 ? 'her saat' : `${number(count)} saatte bir`} değişiklik olup olmadığı soruluyor.`,
  nextPoll: (at) => sentence`Sonraki sorgu: ${at}.`,
  since: 'Şu tarihten beri değişenler (isteğe bağlı)',
  onlyNumbers: 'Ya da yalnızca bu numaralar',
  onlyIds: 'Ya da yalnızca bu kimlikler',
  lookNow: 'Şimdi ara',
};

export const connectionList: typeof englishConnections = {
  title: 'Hesap bağlantıları',
  ownHook: 'Webhook adresi; Koppel webhook kaydını kendisi yapar',
  enteredHook: 'Mağazaya girilecek webhook adresi',
  staffHook: (system) => `${system} çalışanlarının gireceği webhook adresi`,
  giveAccess: 'Erişim ver',
};

export const activity: typeof englishActivity = {
  title: 'Geçmiş',
  noMatch: 'Bu filtrelere uyan bir şey yok.',
  nothing: 'Henüz bir şey olmadı.',
  newest: 'En yeniler',
  older: 'Daha eskiler',
  any: 'hepsi',
  outcome: 'Sonuç',
  flow: 'Akış',
  beginning: 'Numara veya başlangıcı',
  filter: 'Filtrele',
  time: 'Zaman',
  number: 'Numara',
  reason: 'Neden',
};

export const catalogue: typeof englishCatalogue = {
  title: 'Ürünler ve stok',
  all: 'Tümünü gör',
  find: 'SKU ara',
  search: 'Ara',
  nothingWaits: 'Bekleyen yok.',
  under: (queued, waiting) =>
    `${number(queued)} kayıt yolda, ${number(waiting)} kayıt daha sonra yeniden denenecek.`,
  noLevel: 'Henüz bilinen stok kaydı yok.',
  right: (right, total) => `${number(total)} stok kaydından doğru olanlar: ${number(right)}.`,
  onTheirWay: (count, more) => `${number(count)}${more ? '+' : ''} kayıt yolda.`,
  readingAll: 'Kaynaktaki bütün stok kayıtları okunuyor.',
  comparingAll: 'Bütün stok kayıtları karşılaştırılıyor.',
};
