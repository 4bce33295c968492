import type { activation as english } from '../../en/pages/activation.ts';
import { sentence } from '../../sentence.ts';

export const activation: typeof english = {
  title: (system) => `${system} üzerinden bağlan`,
  what: (system) =>
    `Anahtar kopyalamanız gerekmez: Koppel orada etkinleştirildiğinde ${system} anahtarları Koppel sistemine kendisi gönderir.`,
  placeHint: 'O zaman yalnızca bu kabul edilir. Boş bırakılırsa hangisi etkinleştirilirse o.',
  show: 'İki adresi göster',
  anew: 'Daha önce gösterilen adresler o zaman geçersiz olur.',
  waiting: (end) => sentence`Koppel etkinleştirmeyi bekliyor; son an: ${end}.`,
  underWay: (system) => `${system} etkinleştirildi. Koppel erişimi alıyor.`,
  done: (system) => `${system} etkinleştirildi ve anahtarları kaydedildi.`,
  over: 'Bu adreslerin bir saatlik süresi doldu. Yenilerini gösterin.',
  addresses: 'İki adres',
  once: (end) =>
    sentence`Şimdi kopyalayın: Yalnızca bu kez gösterilir ve tek bir etkinleştirme için geçerlidir; son an: ${end}.`,
  enter: (system, menu) =>
    sentence`${system} sisteminde ${menu} menüsünü açıp Koppel ekleyin: İki adresi de girin, izinleri işaretleyin, kaydedin ve etkinleştirin.`,
  connected: (system) => `${system} Koppel ile bağlandı`,
  notConnected: (system) => `${system} henüz Koppel ile bağlanmadı`,
  close: 'Anahtarlar kaydedildi. Bu pencereyi kapatabilirsiniz.',
  unheard: (system) => `Koppel ${system} sisteminden henüz bir şey duymadı. Bir kez daha etkinleştirin.`,
  backTo: (system) => `${system} sistemine dön`,
};
