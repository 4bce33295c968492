import type { requests as english, Thing } from '../en/requests.ts';
import { stateIn } from '../stored-states.ts';
import { states } from './pages/states.ts';

const things: Readonly<Record<Thing, string>> = {
  integration: 'Böyle bir bağlantı',
  connection: 'Böyle bir hesap bağlantısı',
  flow: 'Böyle bir akış',
  stock_flow: 'Böyle bir stok akışı',
  task: 'Böyle bir görev',
  activity: 'Böyle bir geçmiş kaydı',
  order: 'Böyle bir sipariş',
  level: 'Böyle bir stok kaydı',
  token: 'Böyle bir erişim anahtarı',
  channel: 'Böyle bir kanal',
  revision: 'Böyle bir sürüm',
  problem: 'Böyle bir sorun',
  remedy: 'Böyle bir toplu atlama',
  field: 'Böyle bir alan',
  hook: 'Böyle bir bağlantı veya webhook kabul eden bir hesap bağlantısı',
  activation: 'Böyle bir etkinleştirme adresi',
};

const refusals = {
  nobody: 'Önce giriş yapın.',
  admin: 'Anahtarınız yalnızca bazı bağlantılar için; bu ise Koppel geneline ait.',
  bookkeeper: 'Anahtarınız her şeyi görür, yeniden dener ve atlar; başka hiçbir şeyi değiştirmez.',
  'read-only': 'Anahtarınız yalnızca okumak için.',
};

export const requests: typeof english = {
  not_found: ({ what }) => `${things[what]} yok.`,
  saved_meanwhile: () =>
    'Bu bağlantıyı bu arada başka biri kaydetti. Yeniden açın, değişikliği orada yapıp kaydedin.',
  deleted: () => 'Bağlantı bu arada silindi.',
  cause_over: () => 'Artık bunu bekleyen bir şey yok: Listeye yeniden bakın.',
  draft: () => 'Bu bağlantı bir taslak: Önce devreye alın.',
  id_taken: () => 'Bu kimliğe sahip bir bağlantı zaten var.',
  not_connected: ({ name }) => `"${name}" hesap bağlantısı henüz kurulmadı: Önce kimlik bilgilerini girin.`,
  not_a_draft: () => 'Bu bağlantı zaten devrede.',
  name_taken: ({ name }) => `"${name}" adında bir hesap bağlantısı zaten var.`,
  secret_unreadable: ({ name }) =>
    `"${name}" hesap bağlantısının kimlik bilgileri açılamıyor: Önce bunları yeniden girin.`,
  credentials_changed: () => 'Bu hesap bağlantısının kimlik bilgileri değişti.',
  account_unchanged: ({ name }) => `"${name}" daha önceki hesabın aynısını açıyor.`,
  account_of_other_system: () => 'Başka bir sistemin hesabı başka bir hesaptır.',
  account_changed: ({ name }) =>
    `"${name}" daha öncekinden başka bir hesabı açıyor: Önce bunun başka bir hesap mı, aynı hesap mı olduğunu belirtin.`,
  access_not_asked: ({ name }) => `"${name}" için kimseden erişim istenmez: Kimlik bilgileri yeterli.`,
  no_activation: ({ name }) =>
    `"${name}" hesap bağlantısının sistemi Koppel ile kendisi bağlanamaz: Kimlik bilgilerini girin.`,
  activation_used: () =>
    'Koppel bu adreslerle zaten bağlandı. Yeni bir etkinleştirme için Koppel üzerinde yeni adresler açın.',
  activation_over: () =>
    'Bu adres artık geçerli değil: Koppel üzerinde yeni adresler açın ve sisteme onları girin.',
  activation_running: () => 'Koppel erişimi şu anda zaten alıyor.',
  open_tasks: ({ flows }) =>
    `Bu belgede olmayan akışlarda hâlâ yolda olan kayıtlar var (${flows.join(', ')}). Bitene kadar akışı tutun; hesap bağlantısının adını \`rename\` ile değiştirin; ya da kayıtları \`?drop=true\` ile atlayın.`,
  flow_ambiguous: ({ flow, ids }) =>
    `"${flow}" adında ${ids.length} akış var; birini flow:from:to biçiminde belirtin, örneğin ${ids[0]}.`,
  number_ambiguous: ({ number, records, more }) =>
    `"${number}" birden çok kayda uyuyor: ${records.join(', ')}${more ? ', …' : ''}.`,
  number_unknown: ({ number }) => `Kaynakta numarası "${number}" ile başlayan bir kayıt yok.`,
  task_state: ({ state, leftOut }) =>
    leftOut
      ? 'Bu kayıt atlanmış: Aynı kayıt yeniden yolda değilse ve sonra yeniden atlanmadıysa bu geri alınabilir; yeniden atlandıysa onu geri alın.'
      : `Durumu "${stateIn(states, state)}": Şu anda ne yeniden denenebilir ne de atlanabilir; kimse onu atlamadı.`,
  not_allowed: ({ role }) => refusals[role],
  token_name_taken: ({ name }) => `"${name}" adında bir erişim anahtarı zaten var.`,
  too_many_tokens: ({ max }) =>
    `${max} erişim anahtarı var ve daha fazlası oluşturulmaz: Önce birkaçını iptal edin.`,
  channel_name_taken: ({ name }) => `"${name}" adında bir kanal zaten var.`,
  too_many_channels: ({ max }) => `${max} kanal var ve daha fazlası eklenmez: Önce birkaçını kaldırın.`,
  no_email: () => 'Bir e-posta adresi girin.',
  not_public: () => 'Herkese açık internette bir https adresi girin.',
  no_mail: () => 'Bu Koppel henüz e-posta gönderemiyor: ALERTS bağlaması ve ALERT_SENDER gerekir.',
  batch_lost: () => 'Bu aktarım artık bir başkasının ya da akışı durduruldu.',
};
