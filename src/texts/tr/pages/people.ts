import type { erasing as english, deleting as englishDeleting } from '../../en/pages/people.ts';
import { sentence } from '../../sentence.ts';
import { number } from '../figures.ts';

export const erasing: typeof english = {
  title: 'Kişi ve bağlantı silme',
  heading: 'Bir kişiyi silme',
  help: 'Bu bağlantının bir kişi hakkında sakladıklarını siler: müşteri kaydına olan bağları, siparişlerinin geçmişini ve e-posta adresinin geçtiği diğer verileri. Mağazada ve muhasebede duranlar orada kalır.',
  email: 'E-posta adresi',
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

export const deleting: typeof englishDeleting = {
  heading: 'Bu bağlantıyı sil',
  help: 'Ayarlarını, kimlik bilgilerini, görevlerini, bağlarını ve geçmişini siler. Kaydedilen siparişler kayıtlı kalır, ama Koppel artık onları bilmez. Yalnızca bu bağlantı için olan erişim anahtarları ve bildirim kanalları da silinir.',
  confirm: (id) => sentence`Onaylamak için ${id} yazın`,
  delete: 'Bağlantıyı sil',
  unconfirmed: (id) => `Hiçbir şey silinmedi: Onaylamak için "${id}" yazın.`,
};
