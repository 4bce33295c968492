import type {
  setup as english,
  setupConnect as englishConnect,
  setupFlows as englishFlows,
  setupSystems as englishSystems,
} from '../../en/pages/setup.ts';
import { sentence } from '../../sentence.ts';

export const setup: typeof english = {
  steps: {
    title: 'Kurulum',
    systems: 'Hangi sistemler?',
    first: 'İlk sistemi bağla',
    second: 'İkinci sistemi bağla',
    connect: (system) => `Bağla: ${system}`,
    flows: 'Neler eşitlensin?',
    questions: 'Sorular',
    dryRun: 'Deneme çalıştırması',
    live: 'Devreye al',
  },
  next: 'Devam et',
  goOn: 'Kuruluma devam et',
  does: {
    invoices: (from, to) => `${from} satışları ${to} sistemine fatura olarak kaydedilir`,
    orders: (from, to) => `${from} satışları ${to} sisteminde sipariş olur`,
    customers: (from, to) => `${from} müşterileri ${to} sisteminde güncel tutulur`,
    products: (from, to) => `${from} ürünleri ${to} sisteminde güncel tutulur`,
    categories: (from, to) => `${from} kategorileri ${to} sisteminde güncel tutulur`,
    stock: (from, to) => `${to} stoğunu ${from} stoğu belirler`,
  },
};

export const setupSystems: typeof englishSystems = {
  intro:
    'Eşit tutulacak iki sistemi seçin. Önce bir taslak oluşur: Devreye almadan hiçbir şey kaydedilmez; istediğiniz an çıkıp geri gelebilirsiniz.',
  name: 'Bağlantının adı',
  nameHint: 'Onu nasıl bulmak istiyorsanız öyle; örneğin mağazanızın adı.',
  first: 'Bir sistem',
  second: 'Diğer sistem',
  givesAndTakes: (what) => `Verdikleri ve aldıkları: ${what}.`,
  gives: (what) => `Verdikleri: ${what}.`,
  takes: (what) => `Aldıkları: ${what}.`,
  look: 'Bu ikisi neler yapabilir?',
  canDo: (one, other) => `${one} ile ${other} arasında eşitlenebilenler`,
  nothing: 'Bu ikisinin eşitlenebilecek bir şeyi yok. Başka bir çift seçin.',
  choose: 'henüz seçilmedi',
  expert: 'Uzmanlar için: bir belgeden oluştur (JSON)',
  tooMany: 'Bu adda çok sayıda bağlantı var: Başka bir ad verin.',
};

export const setupConnect: typeof englishConnect = {
  intro: (system) =>
    `${system} sistemini açan bilgileri girin. Kaydettiğinizde hemen denenir. Gizli değerler şifrelenir ve bir daha gösterilmez.`,
  manual: (system) => `Nereden alınır: ${system} kılavuzu`,
  suchAs: (example) => sentence`Örneğin ${example}.`,
  optional: 'isteğe bağlı',
  kept: 'Kayıtlı. Boş bırakırsanız olduğu gibi kalır.',
  more: (system) => `${system} hakkında daha fazlası`,
  moreHelp: 'Bunlar az kişiye gerekir. Boş kalan her şey olağan biçimde yapılır.',
  test: 'Kaydet ve dene',
  works: (system) => `${system} bağlandı.`,
  doesNot: (system) => `${system} henüz bağlanmadı.`,
  stored: 'Girdikleriniz kaydedildi ama deneme başarısız oldu. Düzeltip yeniden deneyin.',
  untested: 'Kaydedildi ama henüz denenmedi. "Kaydet ve dene" düğmesine basın.',
  sameAccount:
    'İki hesap bağlantısı da aynı hesabı açıyor. Buraya başka bir hesabı açan bilgileri girin veya başka bir çift seçin.',
  account: 'Hesap',
  currency: 'Para birimi',
  country: 'Ülke',
  timeZone: 'Saat dilimi',
  scopes: 'Uygulamaya verilmesi gereken izinler',
  scopesHelp: (system) => `${system} sistemindeki uygulamaya bu izinleri verin.`,
  scopesUnknown: (system) => `${system} bunlardan hangilerinin verildiğini bildirmiyor.`,
  scopesHeld: 'Uygulamaya hepsi verilmiş.',
  scope: 'İzin',
  usedFor: 'Ne için',
  held: 'Var mı?',
  has: 'evet',
  lacks: 'eksik',
  always: 'bağlantının kendisi',
  from: (what) => `buradan ${what}`,
  to: (what) => `buraya ${what}`,
  access: 'Erişim',
  accessHelp: (system) =>
    `Erişim ${system} sisteminin kendisinde verilir. Düğmeye basın, orada oturum açıp onaylayın: Buraya geri dönersiniz.`,
  callback: (address) => sentence`Önce uygulamada şu adrese izin verin: ${address}`,
  giveAccess: 'Erişim ver',
  giveAgain: 'Yeniden erişim ver',
  hooks: "Webhook'lar",
  hooksOwn: (system) =>
    `Devreye aldığınızda Koppel ${system} sisteminden webhook'ları kendisi ister. Bir şey girmeniz gerekmez.`,
  hooksAsked: (system) => `Koppel ${system} sisteminden webhook'ları istedi.`,
  hooksEnter: (system) =>
    `Bu adresi ${system} sistemine girin; değişiklikleri hemen bildirir. Bu arada devam edebilirsiniz.`,
  hooksStaff: (system) =>
    `Bu adresi ${system} çalışanları girer: Onlardan isteyin. Bu arada devam edebilirsiniz.`,
  hooksNone: (system) =>
    `Girilen bilgilerle hiçbir webhook doğrulanamaz; bu yüzden Koppel ${system} sistemine zaman zaman bakar.`,
  waiting: 'bekleniyor…',
  received: (at) => sentence`alındı: ${at}`,
  lookAgain: 'Yeniden bak',
};

export const setupFlows: typeof englishFlows = {
  intro:
    'İstediklerinizi açın. Sonraki adımda bunlarla ilgili birkaç soruyu yanıtlarsınız; devreye almadan hiçbir şey kaydedilmez.',
  legend: 'Eşitlenecekler',
  none: 'En az birini açın.',
  stockHelp: 'Stoğu iki sistemden yalnızca biri belirleyebilir.',
  categoriesHelp: 'Kategoriler açıksa ürünler kendi kategorilerini kendiliğinden bulur.',
};
