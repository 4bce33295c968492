import type { work as en, leftOutBySettings as enLeftOut } from '../en/work.ts';
import { day as written } from './figures.ts';

/** Why the settings leave records out, by the code of the reason, with the setting that says so. */
const leftOutBySettings: Readonly<Record<keyof typeof enLeftOut, string>> = {
  placed_before: '"since" ayarından veya akış devreye girmeden önce verilmişler',
  not_paid: 'ödenmemişler ve "paid" ayarı true',
  paid: 'ödenmişler ve "paid" ayarı false',
  status_excluded: 'durumları "statuses" içinde yok',
  payment_status_excluded: 'ödeme durumları "paymentStatuses" içinde yok',
  kind_excluded: 'türleri "kinds" içinde yok',
  country_excluded: 'ülkeleri "countries" içinde yok',
  not_created: 'hedef sistemde yoklar ve "create" ayarı false',
  not_updated: 'hedef sistemde varlar ve "update" ayarı false',
};

/** What can happen to the work on a record. */
export const work = {
  internal_error: ({ name }) => ({
    message: `Koppel içinde bir hata oluştu (${name}).`,
    action: 'Kendiliğinden yeniden denenir; hata sürerse bu görevin günlük satırıyla birlikte bildirin.',
  }),
  crashed: ({ times }) => ({
    message: `Koppel bu kayıt üzerinde çalışırken ${times} kez çöktü.`,
    action: 'Kayda bakın; onu tek başına yeniden deneyin ve yine olursa bildirin.',
  }),
  all_skipped: ({ day, count, why, ofWhy }) => ({
    message: `${written(day)} günü her şey atlandı: ${count} kayıt. Neden${ofWhy === count ? '' : ` (${ofWhy} kayıt için)`}: ${leftOutBySettings[why] ?? 'ayarlar öyle diyor'}.`,
    action:
      'Bu akışın ayarlarının doğru olup olmadığını kontrol edin; bir kayıt aktarılınca bu uyarı kalkar.',
  }),
  run_spent: () => ({
    message: 'Bu çalışma, yapabileceği bütün çağrıları yaptı.',
    action: 'Yapılacak bir şey yok: Bir sonraki çalışmada kendiliğinden devam eder.',
  }),
  too_many_calls: ({ calls }) => ({
    message: `Bu kayıt için ${calls} çağrı yapıldı ve iş yine bitmedi; bir kayıt için daha fazlasına izin yok.`,
    action:
      'Kayıtta alışılmadık olan şeye bakın, örneğin ürünleri tek tek aranması gereken çok sayıda satır; yeniden deneyin ve yine olursa bildirin.',
  }),
  flow_gone: ({ flow }) => ({
    message: `Bu kayıtların yolda olduğu "${flow}" akışı artık yok.`,
    action: 'Akışı ayarlara geri koyun, kayıtlar devam eder; ya da bunları atlayın.',
  }),
  same_accounts: ({ others }) => ({
    message: `Aynı iki hesapla çalışan başka bağlantı var: ${others.join(', ')}.`,
    action:
      'Farklı kayıtlar aktarmıyorlarsa biri dışında hepsini duraklatın veya silin: Yoksa her şey iki kez aktarılır.',
  }),
  orders_ring: ({ others }) => ({
    message: `Bu bağlantının siparişleri şunların üzerinden geldikleri yere geri dönüyor: ${others.join(', ')}.`,
    action:
      'Koppel kendi oluşturduğunu başka yere aktarmaz, yani hiçbir şey dönüp durmaz; bunun istenip istenmediğine bakın ve istenmeyen akışları çıkarın.',
  }),
  draft_again: () => ({
    message:
      'Bağlantı devredeydi ve yeniden taslak oldu: hiçbir şey aktarılmıyor, webhook bildirimleri işlenmiyor.',
    action:
      'Yeniden devreye alın: o zaman baştan başlar. Bağlantının olduğu gibi kalması için belgeye "state" yazmayın.',
  }),
  sales_not_taken_off: ({ source, target }) => ({
    message: `${target} sisteminde satılanlar ${source} stokundan düşülmüyor; ${source} stok miktarlarını ${target} sistemine Koppel taşıyor.`,
    action: `${target} siparişlerini, "products" ayarı "require" veya "create" olarak ${source} sistemine gönderin; ${source} sistemi adetleri orada stoktan düşer. Ya da "safetyStock" ayarında yeterince pay bırakın veya adetleri elle düşün.`,
  }),
  hooks_refused: ({ system, flow, scope }) => ({
    message: `${system} sistemi "${flow}" akışında bir şey değiştiğinde Koppel uygulamasına haber vermiyor${scope === undefined ? ': Sistem bunu reddetti' : `: Uygulamanın ${scope} yetkisi (scope) yok`}.`,
    action: `${scope === undefined ? '' : `Uygulamaya ${scope} yetkisini verin; Koppel bir gün içinde yeniden sorar. `}O zamana kadar akışta "every" ayarını yapın, böylece değişiklikler aranır.`,
  }),
  sibling_silent: () => ({
    message:
      'Aynı hesapla çalışan başka bir bağlantı, bu kaydı kendisinin oluşturup oluşturmadığına yanıt vermiyor.',
    action: 'Yapılacak bir şey yok: Kendiliğinden yeniden sorulur. Bu sürerse o bağlantıya bakın.',
  }),
  stalled: () => ({
    message: 'Bağlantı haber vermeden çalışmayı bırakmıştı.',
    action: 'Yeniden başlatıldı; çalışınca o da bildirilir. Sık oluyorsa bildirin.',
  }),
} satisfies typeof en;
