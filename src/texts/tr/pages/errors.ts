import type { errors as english } from '../../en/pages/errors.ts';

export const errors: typeof english = {
  back: 'Geri dön',
  notFound: 'Bulunamadı',
  nothingHere: 'Bu adreste bir şey yok.',
  notNow: 'Şu anda mümkün değil',
  refused: 'Reddedildi',
  notAvailable: 'Kullanılamıyor',
  failed: 'İşlem yapılamadı',
  busy: 'Meşgul',
  busyDetail: 'Koppel şu anda meşgul. Birazdan yeniden deneyin.',
  own: 'Koppel içinde bir hata oluştu',
  ownDetail: 'Hata günlüğe yazıldı. Yeniden deneyin.',
  notSetUp: 'Henüz kurulmadı',
  foreign: 'Bu form bu sitenin bir sayfasından gönderilmedi. Sayfayı yeniden açın ve oradan gönderin.',
  tooLarge: 'Çok büyük',
  tooLargeDetail: 'Gönderilen veri 1 MiB sınırını aşıyor.',
  unreadable: 'Bu istek okunamıyor.',
  noAccessAsked:
    'Bu tarayıcı erişim istemedi ya da isteğin üzerinden on dakikadan fazla geçti. Yeniden isteyin.',
  whichAccount: 'Hangi hesap olduğunu belirtin.',
  whichFlow: 'Hangi akış olduğunu belirtin.',
  noDay: 'Günü yıl-ay-gün olarak yazın.',
};
