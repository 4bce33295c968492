import type { reasons as en } from '../en/reasons.ts';
import type { LeftOutWhy } from '../left-out-why.ts';
import { day } from './figures.ts';
import { happened } from './words.ts';

/** Why a booked order would not leave any more, by the code of the reason to skip it. */
const unwantedBy: Readonly<Record<string, string>> = {
  cancelled: 'şimdi iptal edilmiş',
  refunded: 'şimdi parası geri verilmiş',
  placed_before: '"since" ayarından veya akış devreye girmeden önce verilmiş',
  status_excluded: 'durumu "statuses" içinde yok',
  payment_status_excluded: 'ödeme durumu "paymentStatuses" içinde yok',
  draft: 'taslak',
  not_paid: 'ödenmemiş',
  paid: 'ödenmiş',
};

/** Where a person did something. */
const places = { api: 'API üzerinden', page: 'bir sayfa üzerinden' };

const kinds: Readonly<Record<string, string>> = { person: 'gerçek kişi', company: 'firma' };

/** Why a person leaves all of a cause out. */
export const leftOutWhys: Readonly<Record<LeftOutWhy, string>> = {
  booked_by_hand: 'elle kaydedildi',
  test: 'bir deneme',
  not_for_target: 'muhasebeye veya öbür mağazaya ait değil',
  twice: 'zaten var',
  other: 'başka bir neden',
};

function because(why: LeftOutWhy | undefined): string {
  return why === undefined ? '' : `: ${leftOutWhys[why] ?? why}`;
}

/** How a task ended, in half a sentence. */
export const reasons = {
  booked: () => 'kaydedildi',
  booked_before: ({ unwanted }) =>
    `daha önce kaydedildi; ${unwantedBy[unwanted] ?? 'şimdi olsa kaydedilmezdi'}`,
  already_booked: () => 'zaten kaydedilmiş',
  went_on: ({ what }) => `o zamandan beri ${happened(what)} ve bu bildirildi`,
  found: () => 'bu referansla hedef sistemde zaten var',
  left_out: ({ by, why }) => `bir kişi tarafından ${places[by]} atlandı${because(why)}`,
  taken_back: ({ by }) => `bir kişi tarafından ${places[by]} geri alındı, artık atlanmıyor`,
  difference_accepted: () => 'fark kabul edildi',
  credited: () => 'iade edildi',
  credited_in_part: () => 'kısmen iade edildi',
  joined_day: ({ till, date }) => `${till} kasasının ${day(date)} gününe eklendi`,
  in_day: ({ till, date }) => `${till} kasasının ${day(date)} gününde zaten var`,
  changed_in_day: ({ till, date }) => `o zamandan beri değişti, ${till} kasasının ${day(date)} gününde de`,
  day_empty: ({ till, date }) => `${till} kasasının ${day(date)} gününden fiş kalmadı`,
  gone: () => 'artık kaynakta yok',
  made_by_koppel: () => 'Koppel oluşturdu: Koppel kendi oluşturduğunu başka yere aktarmaz',
  cancelled: () => 'kaydedilmeden önce iptal edildi',
  refunded: () => 'kaydedilmeden önce parası geri verildi',
  placed_before: ({ since }) => `şu tarihten önce verilmiş: ${day(since)}`,
  status_excluded: ({ status }) => `sipariş durumu ${status}, "statuses" içinde yok`,
  draft: ({ status }) => `orada hâlâ taslak ve "statuses" içinde ${status} yok`,
  payment_status_excluded: ({ status }) => `ödeme durumu ${status}, "paymentStatuses" içinde yok`,
  not_paid: () => 'ödenmemiş ve "paid" ayarı true',
  paid: () => 'ödenmiş ve "paid" ayarı false',
  kind_excluded: ({ kind }) => `türü (${Object.hasOwn(kinds, kind) ? kinds[kind] : kind}) "kinds" içinde yok`,
  country_excluded: ({ country }) =>
    country === '' ? 'ülkesi yok' : `ülkesi (${country}) "countries" içinde yok`,
  email_missing: () => 'e-posta adresi yok',
  nothing_new: () => 'yeni bir şey yok',
  created: () => 'oluşturuldu',
  updated: () => 'güncellendi',
  not_created: () => 'hedef sistemde yok ve "create" ayarı false',
  archived: () => 'hedef sistemde arşivlenmiş',
  already_so: () => 'hedef sistemde zaten böyle',
  dropped: () => 'akışı ayarlardan çıkarılınca atlandı',
  left_gone: () => 'hedef sistemde silindi ve öyle bırakıldı',
  made_for_an_order: () => 'hedef sistemde bir sipariş için oluşturuldu: eşitlenmiyor',
  outside_root: () => 'ağacın bağlı olduğu kategorinin altında değil',
  parent_not_made: ({ id }) => `üst kategorisi (${id}) hedef sistemde yok`,
  not_updated: () => 'hedef sistemde var ve "update" ayarı false',
} satisfies typeof en;
