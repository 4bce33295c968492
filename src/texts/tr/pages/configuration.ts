import type {
  configuration as english,
  reference as englishReference,
  webhooks as englishWebhooks,
} from '../../en/pages/configuration.ts';
import { sentence } from '../../sentence.ts';

export const configuration: typeof english = {
  title: 'Ayarlar',
  newTitle: 'Yeni bağlantı',
  newCrumb: 'yeni',
  help: 'İki hesap bağlantısı ve aralarındaki akışlar. Bu örnek, bir Ecwid mağazasının ödenmiş siparişlerini Jortt içinde taslak fatura olarak kaydeder: Kimlik bilgilerini girin ve istediğinizi değiştirin.',
  example: { name: 'Mağazam', remark: 'Sipariş' },
  create: 'Bağlantıyı oluştur',
  save: 'Kaydet',
  id: 'Bağlantının kimliği',
  idHint: (example) =>
    sentence`Küçük harfler, rakamlar ve tireler, örneğin ${example}. Webhook adresinin parçasıdır ve sonradan değiştirilemez.`,
  document: 'Ayarlar (JSON)',
  secretsKept:
    'Gizli değerler burada gösterilmez; boş bırakırsanız korunur. Değiştirmek için yenisini yazın.',
  secretsSealed: 'Gizli değerler kaydederken şifrelenir ve bir daha gösterilmez.',
  drop: 'Çıkardığım akışlarda hâlâ bekleyenleri atla',
  nothingSaved: 'Hiçbir şey kaydedilmedi.',
  corrections: () => 'Düzeltilmesi gerekenler:',
  file: 'Dışa aktarılmış ayarlar',
  fileHint:
    'Aşağıda yazanın yerine: başka bir bağlantının dosyası. Gizli değerleri içinde yoktur: eksik olanlar gösterilir.',
  line: (number) => `satır ${number}`,
  taken: 'kullanılıyor: Bu kimlikle zaten bir bağlantı var',
  badId: 'a-z, 0-9 ve - karakterlerinden, 1 ile 40 karakter arasında olmalı',
  notJson: (why) => `JSON değil: ${why}`,
  tooDeep: 'çok fazla iç içe geçmiş',
};

export const webhooks: typeof englishWebhooks = {
  title: 'Webhook adresi',
  entered: 'Mağazaya girin; böylece sipariş gelir gelmez kaydedilir.',
  byStaff: 'Bu adresi sistemin çalışanları girer: Onlardan isteyin. Böylece sipariş gelir gelmez kaydedilir.',
  own: 'Koppel bu webhook kayıtlarını kendisi yapar. Adresi yalnızca kurulum kendi adresini bilmiyorsa girin (PUBLIC_URL).',
  pattern:
    'Sonraki sayfa isterse, bağlantıyı oluşturduktan sonra bunu mağazaya girin; o sayfa adresi tam olarak gösterir. Büyük harfli kısımlar bağlantının kimliği ve mağaza hesap bağlantısının adıdır.',
};

export const reference: typeof englishReference = {
  title: 'Neler içerebilir',
  credentialsOf: (system, id) => sentence`${system}: kimlik bilgileri (${id})`,
  settingsOf: (flow) => sentence`Akışın ayarları: ${flow}`,
  mappingOf: (flow, system) => sentence`${system} sistemine ${flow} eşlemesinin doldurabilecekleri`,
  field: 'Alan',
  needed: 'Gerekli',
  secret: 'Gizli',
  isNeeded: 'evet',
  isOptional: 'hayır: yoksa alanı çıkarın',
  isSecret: 'evet: şifrelenir ve bir daha gösterilmez',
  isOpen: 'hayır',
  oneOf: (values) => sentence`Şunlardan biri: ${values}.`,
  byDefault: (value) => sentence`Varsayılan: ${value}.`,
  choice: 'Bir seçim: map, default, force.',
  ofType: (type) => `Türü ${type} olan bir değer.`,
};
