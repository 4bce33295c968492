import type {
  parts as english,
  taskButtons as englishButtons,
  callList as englishCalls,
  flows as englishFlows,
  levelCheck as englishLevelCheck,
  sayings as englishSayings,
  totals as englishTotals,
} from '../../en/pages/parts.ts';
import { sentence } from '../../sentence.ts';

export const flows: typeof englishFlows = {
  orders: 'siparişler',
  customers: 'müşteriler',
  products: 'ürünler',
  categories: 'kategoriler',
  stock: 'stok',
};

export const sayings: typeof englishSayings = {
  accepted: 'Hesap kabul edildi: Akışlar devam ediyor.',
  created:
    'Bağlantı oluşturuldu. Hesap bağlantılarını kontrol edin, sonra istenen yerlerde webhook adresini mağazaya girin.',
  deleted: 'Bağlantı, sakladığı her şeyle birlikte silindi.',
  'logged-out': 'Çıkış yaptınız.',
  'level-retried': 'Bu SKU bir sonraki aktarımla iki sistemde de kontrol edilecek.',
  'levels-retried': 'Bekleyen her şey iki sistemde de yeniden kontrol edilecek.',
  paused: 'Duraklatıldı: Siz devam ettirene kadar hiçbir şey çalışmaz. Webhook çağrıları yine saklanır.',
  restored: 'Sürüm yeniden geçerli.',
  resumed: 'Devam ettirildi: Bekleyen her şey şimdi devam ediyor.',
  retried: 'Kayıt, en yeni ayarlar ve eşleme ile yeniden deneniyor.',
  'retried-all':
    'Sizi bekleyen her kayıt, stok kayıtları da, en yeni ayarlar ve eşleme ile yeniden deneniyor.',
  'channel-removed': 'Kanal kaldırıldı: Oraya artık hiçbir şey gönderilmez.',
  renamed: 'Hesap bağlantısının adı değişti: Saklanan her şey kaldı.',
  revoked: 'Erişim anahtarı iptal edildi: Artık hiçbir şey açmaz.',
  saved: 'Ayarlar kaydedildi.',
  skipped: 'Kayıt atlandı. "Bir kişinin atladıkları" altında duruyor; oradan geri alabilirsiniz.',
  started: 'Bağlantı devrede. Aktarılanlar burada görünür.',
  'live-already': 'Bağlantı zaten devredeydi. Geçerli olan, başlatılırken seçilenlerdir.',
  'synced-some': 'Kayıtlar şimdi aktarılıyor.',
  unskipped: 'Kayıt artık atlanmıyor: En yeni ayarlar ve eşleme ile yeniden deneniyor.',
  synced: 'Değişiklikler şimdi okunuyor: Bulunanlar burada görünür.',
};

export const parts: typeof english = {
  refresh: 'Yenile',
  errorTitle: (title) => `Hata: ${title}`,
  to: 'şuraya:',
  as: (system, connection) => sentence`${system}, adı: ${connection}`,
  source: (name) => sentence`Kaynak ${name}`,
  target: (name) => sentence`Hedef sistem ${name}`,
  nothingRead: 'Hiçbir şey okunmadı.',
  nothingWritten: 'Hedef sisteme hiçbir şey yazılmadı.',
  notWritten: 'Belge yazılmadı: Hazırlanabildiği kadarı gösteriliyor.',
  saidOfIt: (why) => `Belirtilen neden: ${why}`,
  conflict: 'İki tarafta da değişti',
  conflictHelp: 'Hiçbir tarafın üzerine yazılmadı.',
  conflictPart: 'Alan',
  inSystem: (system) => `Sistem: ${system}`,
  table: 'Tablo',
  none: 'yok',
  yes: 'evet',
  no: 'hayır',
};

export const totals: typeof englishTotals = {
  title: 'Toplam kontrolü',
  equal: 'Kuruşu kuruşuna eşit.',
  equalAsKnown: 'Belgenin bilinen tutarları kuruşu kuruşuna eşit.',
  planned: 'Henüz bir şey kaydedilmedi. Belge kuruşu kuruşuna aynı olurdu.',
  uncompared: 'Henüz karşılaştırılacak belge yok: Bunlar siparişin tutarları.',
  different: 'Fark var.',
  source: 'Kaynak',
  target: 'Hedef sistem',
  difference: 'Fark',
  vatAt: (rate) => `KDV %${rate}`,
};

export const levelCheck: typeof englishLevelCheck = {
  title: 'Stok kontrolü',
  equal: 'Bütün stok kayıtları doğru.',
  different: 'Stok kayıtlarının hepsi doğru değil.',
  wanted: 'Olması gereken',
  standing: 'Hedef sistemdeki',
  uncounted: 'henüz sayılmıyor',
};

export const callList: typeof englishCalls = {
  title: 'Çağrılar',
  none: 'Hiç çağrı yapılmadı.',
  noAnswer: 'yanıt yok',
  says: (said) => `Yanıtı: "${said}"`,
  sent: 'Gönderilen',
  received: 'Alınan',
  noBody: 'İçerik yok.',
};

export const taskButtons: typeof englishButtons = {
  retry: 'Yeniden dene',
  makeAgain: 'Yeniden oluştur',
  leaveOut: 'Atla',
  takeBack: 'Geri al',
  why: 'Neden (isteğe bağlı, şifreli saklanır)',
};
