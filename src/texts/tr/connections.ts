/** Why a connection as a whole does not work. */
import type { connections as en } from '../en/connections.ts';
import { advice } from './advice.ts';
import { answered } from './answered.ts';
import { flowName } from './words.ts';

type Refused = Parameters<typeof en.credentials_refused>[0];
type Lacking = Parameters<typeof en.org_lacks>[0];

const goesOn = 'bekleyen her şey ardından kendiliğinden devam eder.';

const refused = (action: (answer: Refused) => string) => (answer: Refused) => ({
  message: answered(answer),
  action: answer.advice === undefined ? action(answer) : advice[answer.advice],
});

const credentials = refused(
  ({ system }) => `${system} sistemi için geçerli kimlik bilgileri girin; ${goesOn}`,
);
const plan = refused(
  ({ system }) => `${system} sistemindeki planı veya hesabın durumunu değiştirin; ${goesOn}`,
);
const address = refused(({ system }) => `${system} hesap bağlantısının adresini düzeltin.`);

const again = (system: string) => `Koppel uygulamasını ${system} sisteminde bir kez daha etkinleştirin.`;

export const connections = {
  credentials_refused: credentials,
  user_refused: credentials,
  organization_refused: credentials,
  scope_missing: ({ method, what, asked, ...answer }) => {
    if (asked !== undefined && asked.length > 0)
      return {
        message: answered(answer),
        action: `${answer.system} sistemindeki uygulamaya şu yetkilerin (scope) hepsini verin: ${asked.join(', ')}; ${goesOn}`,
      };
    if (method === undefined)
      return {
        message: answered(answer),
        action:
          answer.advice === undefined
            ? `${answer.system} sistemindeki uygulamaya bu bağlayıcının belgelerinde listelenen bütün yetkileri (scope) verin; ${goesOn}`
            : advice[answer.advice],
      };
    return {
      message: `${answer.system} sistemi Koppel için şuna izin vermiyor: ${what || 'bunu'} ${deeds[method] ?? 'kullanma'}. Hesap bağlantısı bunun dışında çalışıyor. ${answered(answer)}`,
      action: `${answer.system} sistemindeki uygulamaya bunun yetkisini (scope) verin (bu bağlayıcının belgeleri hepsini listeler) ya da bunu gerektiren şeyi ayarlardan çıkarın; sonra yeniden deneyin.`,
    };
  },
  plan_insufficient: plan,
  store_suspended: plan,
  feature_not_available: refused(
    ({ system }) =>
      `${system} sisteminde bunu içeren bir plana geçin veya bunu eşlemeden çıkarın; sonra yeniden deneyin.`,
  ),
  store_not_found: address,
  shop_not_found: address,
  not_connected: ({ system }) => ({
    message: `${system} henüz bağlanmadı.`,
    action: `${system} sisteminin kimlik bilgilerini girin.`,
  }),
  access_not_given: ({ system }) => ({
    message: `${system} sistemine erişim henüz verilmedi veya reddedildi.`,
    action: `Bu bağlantının sayfasında ${system} sistemine erişim verin; ${goesOn}`,
  }),
  activation_unreadable: ({ system }) => ({
    message: `Gelen, Koppel etkinleştirildiğinde ${system} sisteminin gönderdiği bilgi değil.`,
    action: again(system),
  }),
  activation_elsewhere: ({ system, expected, value }) => ({
    message: `Girilen ${expected} değil, ${value} etkinleştirildi.`,
    action: `Koppel uygulamasını ${expected} adresindeki ${system} sisteminde etkinleştirin; ya da öteki adresi girip Koppel tarafından gösterilecek yeni adresleri kullanın.`,
  }),
  activation_address: ({ system, value }) => ({
    message: `${system} kendi adresini "${value}" olarak bildiriyor; Koppel ise yalnızca herkese açık internetteki https adreslerini çağırır.`,
    action: `${system} sisteminde temel adres olarak herkese açık https adresini ayarlayın. ${again(system)}`,
  }),
  activation_refused: refused(
    ({ system }) => `${again(system)} Gönderdiği bilgi bir kez ve yalnızca birkaç dakika geçerlidir.`,
  ),
  activation_unanswered: ({ system }) => ({
    message: `${system} etkinleştirildi, ama zamanında ya da gerektiği gibi yanıt vermedi. Hiçbir şey kaydedilmedi; ${system} sisteminin bunu tamamlanmış sayıp saymadığı bilinmiyor.`,
    action: again(system),
  }),
  activation_broken_off: ({ system }) => ({
    message: `Koppel, ${system} erişimini alırken kesintiye uğradı. Hiçbir şey kaydedilmedi.`,
    action: again(system),
  }),
  activation_not_stored: ({ system, name }) => ({
    message: `${system} erişimi verdi, ama kaydedilemedi (${name}).`,
    action: `Bu bağlantının iki hesap bağlantısının da açılıp açılmadığına bakın. ${again(system)}`,
  }),
  store_view_unknown: ({ stores }) => ({
    message: `Mağazada bu kodla bir store view yok${stores.length === 0 ? '' : `; olanlar: ${stores.join(', ')}`}.`,
    action: 'storeCode alanına bir store view kodu girin (Stores > All Stores) veya alanı boş bırakın.',
  }),
  country_unknown: ({ system, locale, setting }) =>
    setting === undefined
      ? {
          message: `Mağaza ülkesini bildirmiyor${locale === undefined ? '' : `; store view dili: ${locale === '' ? 'yok' : locale}`}.`,
          action: 'Mağazanın satış yaptığı ülkeyi country alanına girin, örneğin "NL".',
        }
      : {
          message: `${system} sistemi satış yaptığı ülkeyi bildirmiyor; bu yüzden yurt dışına yapılan bireysel satış yurt içindekinden ayırt edilemiyor.`,
          action: `Ülkeyi "${setting}" ayarında belirtin, örneğin "NL", ve yeniden deneyin.`,
        },
  org_lacks: ({ system, object, field, as }) => ({
    message: lacking({ system, object, ...(field === undefined ? {} : { field }), ...(as ? { as } : {}) }),
    action: `Bunu orada oluşturun veya açın ve hesap bağlantısının kullanıcısına görme ve değiştirme izni verin (docs/connectors/${system.toLowerCase()}.md); ya da kimlik bilgilerindeki adını düzeltin. Sonra hesap bağlantısını kontrol edip yeniden deneyin.`,
  }),
  account_changed: ({ name, system }) => ({
    message: `"${name}" kimlik bilgileri ${system} sisteminde öncekinden başka bir hesabı açıyor; bu hesap bağlantısı üzerinden şu anda hiçbir şey aktarılmıyor.`,
    action:
      'Bunun baştan başlayan ve hiçbir şey devralmayan başka bir hesap mı, yoksa taşınmış aynı hesap mı olduğunu belirtin; ya da önceki kimlik bilgilerini girin, her şey eskisi gibi devam eder.',
  }),
  day_short: ({ system, allowed, flows }) => ({
    message: `${system} sisteminin 24 saatte izin verdiği ${allowed} çağrının çoğu kullanıldı${flows.length === 0 ? '' : `; yeniden yer açılana kadar bekleyenler: ${flows.map(flowName).join(', ')}`}.`,
    action: `Hiçbir şey kaybolmaz: Bekleyenler kendiliğinden devam eder, önce siparişler ve müşteriler. Sık oluyorsa ${system} sistemini hangi uygulamaların kullandığına bakın, akışlarda "every" ayarını uzatın veya ${system} sisteminde daha çok çağrıya izin verilmesini sağlayın.`,
  }),
  account_left: ({ flow }) => ({
    message: `Bu kayıtlar (${flowName(flow.split(':')[0] ?? flow)}), hesap bağlantılarının şu anda açmadığı bir hesaba ait.`,
    action:
      'O hesabın kimlik bilgilerini yeniden girin veya hesabın aynı olduğunu belirtin, kayıtlar devam eder; ya da bunları atlayın.',
  }),
  secret_unreadable: ({ name, reason }) => ({
    message: `"${name}" kimlik bilgileri açılamıyor. ${sealed[reason] ?? ''}`.trim(),
    action: `ENCRYPTION_KEY_PREVIOUS değerini önceki anahtar yapın veya "${name}" kimlik bilgilerini yeniden girin.`,
  }),
} satisfies typeof en;

/** What an account that is set up by its own people does not have. */
function lacking({ system, object, field, as }: Lacking): string {
  if (field === undefined) return `${system} sistemi ${object} nesnesini göstermiyor.`;
  switch (as) {
    case 'external_id':
      return `${system} sisteminde ${object} nesnesinin ${field} alanı yok ya da hem External ID hem de benzersiz (Unique) değil.`;
    case 'record':
      return `${system} sisteminde ${object} nesnesinde "${field}" adlı etkin bir kayıt yok.`;
    default:
      return `${system} sistemi ${object} nesnesinin ${field} alanını göstermiyor.`;
  }
}

/** What a call does, in words. */
const deeds: Readonly<Record<string, string>> = {
  GET: 'okuma',
  POST: 'oluşturma veya arama',
  PUT: 'değiştirme',
  PATCH: 'değiştirme',
  DELETE: 'silme',
};

const sealed: Readonly<Record<string, string>> = {
  key_unknown: 'Başka bir anahtarla şifrelenmişler.',
  place_differs: 'Şifreli bir değer artık yerinde değil.',
  unreadable: 'Şifreli bir değer bozulmuş.',
};
