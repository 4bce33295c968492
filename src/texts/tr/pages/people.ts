import type {
  erasing as english,
  deleting as englishDeleting,
  retention as englishRetention,
} from '../../en/pages/people.ts';
import { sentence } from '../../sentence.ts';
import { number } from '../figures.ts';

export const erasing: typeof english = {
  heading: 'Bir kişiyi silme',
  help: 'Bu bağlantının bir kişi hakkında sakladıklarını siler: müşteri kaydına olan bağları, siparişlerinin geçmişini ve e-posta adresinin geçtiği diğer verileri. Mağazada ve muhasebede duranlar orada kalır.',
  email: 'E-posta adresi',
  look: 'Saklananlara bak',
  wouldGo: (email) => `${email} için silinecekler`,
  kind: 'Ne',
  count: 'Sayısı',
  kinds: {
    links: 'Müşteri kaydına olan bağlar',
    activity: 'Bu kişi hakkındaki geçmiş kayıtları',
    mentions: 'Adresin geçtiği diğer kayıtlar',
  },
  moreToSearch: 'Şimdi bakılandan fazlası var: Silerken hepsine bakılır.',
  sureLabel: 'Onay',
  sure: 'Bu kişiyi sil. Bunun geri alınamayacağını biliyorum.',
  erase: 'Sil',
  goOn: 'Devam et',
  noEmail: 'Bir e-posta adresi girin.',
  notSure: 'Bunun geri alınamayacağını onaylayın.',
  nothingKept: 'Bu kişi hakkında hiçbir şey saklanmamıştı.',
  erased: (links, activity) => `Silindi: ${number(links)} bağ ve ${number(activity)} geçmiş kaydı.`,
  unfinished: 'Henüz her şeye bakılmadı: Çok veri var. "Devam et" düğmesine basın.',
  unopened: (count) =>
    `${number(count)} kayıt açılamadı: Şifrelendiği anahtar tanımlı değil. Anahtarı ENCRYPTION_KEY_PREVIOUS olarak tanımlayın ve kişiyi yeniden silin.`,
};

export const retention: typeof englishRetention = {
  heading: 'Neler, ne kadar süre saklanıyor',
  help: 'Siparişler yalnızca geçip gider: Kişilerden yalnızca okunan ve yazılanlar, şifrelenmiş olarak, burada belirlediğiniz süre boyunca saklanır. Görevlerde ve bağlarda numaralar ve şifreli izler bulunur; ad ve adres bulunmaz.',
  days: 'Okunan ve yazılanların saklandığı gün sayısı',
  daysHint: '0 (hiçbir şey saklanmaz) ile 365 arasında.',
  save: 'Kaydet',
  notDays: (most) => `0 ile ${most} arasında bir tam sayı olmalı`,
  what: 'Ne',
  howLong: 'Ne kadar süre',
  notKept: 'saklanmıyor',
  forDays: (count) => `${number(count)} gün`,
  last: (count) => `son ${count}`,
  withLink: 'bağlantı durdukça',
  contents: 'Okunan ve yazılanlar, şifrelenmiş',
  happened: 'Ne olduğu: zaman, numara, sonuç',
  counts: 'Günlük sayılar ve sorunlu günler',
  deeds: 'Kimin neyi değiştirdiği',
  deliveries: 'Gelen webhook kimlikleri',
  marks: 'Dönüp duran siparişlerin tanındığı şifreli izler',
  versions: 'Ayarların sürümleri, gizli değerler olmadan',
  references: 'İki sistem arasındaki bağlar ve sipariş tutarları',
  credentials: 'Kimlik bilgileri, şifrelenmiş',
  whole: 'Saklanan her şey, tablo tablo',
};

export const deleting: typeof englishDeleting = {
  heading: 'Bu bağlantıyı sil',
  help: 'Ayarlarını, kimlik bilgilerini, görevlerini, bağlarını ve geçmişini siler. Kaydedilen siparişler kayıtlı kalır, ama Koppel artık onları bilmez. Yalnızca bu bağlantı için olan erişim anahtarları ve bildirim kanalları da silinir.',
  confirm: (id) => sentence`Onaylamak için ${id} yazın`,
  delete: 'Bağlantıyı sil',
  unconfirmed: (id) => `Hiçbir şey silinmedi: Onaylamak için "${id}" yazın.`,
};
