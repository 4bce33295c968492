import type { session as english, access as englishAccess } from '../../en/pages/session.ts';
import { sentence } from '../../sentence.ts';

export const session: typeof english = {
  title: 'Giriş yap',
  what: 'Koppel mağazanız ile muhasebenizi uyumlu tutar.',
  token: 'Erişim anahtarı',
  tokenHint: (name) =>
    sentence`Koppel kurulurken belirlenen ${name} değeri ya da sizin için oluşturulan bir anahtar.`,
  logIn: 'Giriş yap',
  already: (link) => sentence`Zaten giriş yaptınız mı? ${link}`,
  open: 'Sayfayı açın',
  ended: 'Hiçbir şey yapılmadı: Oturumunuz sona ermiş. Giriş yapın, geri dönün ve yeniden deneyin.',
  tooMany: 'Adresinizden çok fazla deneme yapıldı. Bir dakika bekleyin, sonra yeniden deneyin.',
  wrong: 'Bu anahtar bilinmiyor ya da artık geçerli değil.',
};

export const access: typeof englishAccess = {
  given: 'Erişim verildi',
  goesOn: 'Bunu bekleyen her şey kendiliğinden devam ediyor.',
  open: 'Bağlantıyı açın',
};
