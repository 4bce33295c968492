import type { audit as english, deeds as englishDeeds } from '../../en/pages/audit.ts';

export const audit: typeof english = {
  title: 'Kişilerin yaptığı değişiklikler',
  list: 'Kim neyi değiştirdi',
  ofHouse:
    'Erişim anahtarları ve silinen bağlantılar. Bir bağlantıda yapılan değişiklikler kendi sayfasında durur. Her şey bir yıl saklanır.',
  nothing: 'Burada bir şey yok.',
  when: 'Ne zaman',
  who: 'Kim',
  what: 'Ne',
  details: 'Ayrıntılar',
  from: 'Nerede',
  page: 'bir sayfada',
  api: 'API üzerinden',
  since: 'Başlangıç günü',
  until: 'Bitiş günü (dahil)',
  file: 'CSV olarak indir',
};

export const deeds: typeof englishDeeds = {
  created: 'Bağlantı oluşturuldu',
  settings_saved: 'Ayarlar kaydedildi',
  restored: 'Ayarların önceki bir sürümü geri getirildi',
  credentials_entered: 'Kimlik bilgileri girildi',
  access_given: 'Sistemde erişim verildi',
  went_live: 'Devreye alındı',
  paused: 'Duraklatıldı',
  resumed: 'Devam ettirildi',
  renamed: 'Hesap bağlantısı yeniden adlandırıldı',
  account_accepted: 'Hesap kabul edildi',
  synced: 'Kayıtlar elle getirildi',
  retried: 'Yeniden denendi',
  retried_all: 'Her şey yeniden denendi',
  levels_retried: 'Stok kayıtları yeniden kontrol edildi',
  left_out: 'Atlandı',
  taken_back: 'Atlama geri alındı',
  person_erased: 'Bir kişi silindi',
  deleted: 'Bağlantı silindi',
  token_made: 'Erişim anahtarı oluşturuldu',
  token_revoked: 'Erişim anahtarı iptal edildi',
  channel_made: 'Bildirim kanalı eklendi',
  channel_removed: 'Bildirim kanalı kaldırıldı',
};
