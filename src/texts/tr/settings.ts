import type { settings as en } from '../en/settings.ts';

const fixed = { label: 'Sabit değerler', help: 'Hedef sistemin kendi alanları için sabit değerler' };

const orders = {
  statuses: {
    label: 'Sipariş durumları',
    help: 'Aktarılan siparişlerin durumları; boş bırakılırsa taslaklar dışında hepsi',
  },
  paymentStatuses: { label: 'Ödeme durumları', help: 'Aktarılan siparişlerin ödeme durumları' },
  paid: {
    label: 'Ödenmiş',
    help: 'Yalnızca ödenmiş siparişler, parası sonradan kısmen geri verilenler dahil (`true`), ya da yalnızca ödenmemişler (`false`); boş bırakılırsa ikisi de',
  },
  since: {
    label: 'Başlangıç',
    help: 'Bu günden önce verilen siparişler aktarılmaz; boş bırakılırsa devreye girme anı geçerlidir',
  },
  document: {
    label: 'Belge',
    help: 'Ne oluşturulacağı: fatura ya da hedef sistemde varsa sipariş (Jortt içinde teklif); varsayılan, hedef sistemin ilk türüdür',
  },
  state: {
    label: 'Taslak veya kesin',
    help: 'Belgenin hemen kesin olup olmayacağı; gönderilmiş belge için yalnızca iade yapılabilir',
  },
  lines: {
    label: 'Satırlar',
    help: 'Her ürün için bir satır, her KDV oranı için bir satır ya da her KDV oranı için satış, kargo, indirim ve ek ücretlerden her birine bir satır',
  },
  language: {
    label: 'Belgelerin dili',
    help: 'Koppel uygulamasının belgelere kendi yazdığı metinlerin dili: muhasebenin kendi dili',
  },
  customer: {
    label: 'Müşteri',
    help: 'Bir siparişin müşterisinin nasıl bulunduğu, oluşturulduğu ve güncellendiği',
  },
  'customer.create': {
    label: 'Müşteri oluştur',
    help: 'Var olmayan müşteriyi oluşturur; yoksa sipariş misafir siparişi olarak gider ya da sizi bekler',
  },
  'customer.update': {
    label: 'Müşterileri güncelle',
    help: 'Var olan müşterinin üzerine yazar, onu bir müşteri akışı eşitlemiyorsa; boş bırakılırsa muhasebede yazar, bir mağazanın hesabında yazmaz. `false` ile müşteri olduğu gibi kullanılır',
  },
  'customer.defaultDebtor': {
    label: 'Varsayılan müşteri',
    help: 'E-posta adresi olmayan siparişler için ya da `force` ile hepsi için',
  },
  'customer.defaultDebtor.id': {
    label: 'Kimliği',
    help: 'E-posta adresi olmayan siparişlerin gittiği hedef sistem müşterisi',
  },
  'customer.defaultDebtor.force': { label: 'Bütün siparişler için', help: 'Bütün siparişler ona gider' },
  'customer.classification': {
    label: 'Müşteri sınıfı',
    help: 'Hedef sistemin müşteri sınıfı, `person` veya `company` değerine göre',
  },
  vat: { label: 'KDV', help: 'Hedef sistemin KDV kodları ve önce bakılması istenen satışlar' },
  'vat.byRate': { label: 'KDV kodları', help: 'Orana göre hedef sistemin KDV kodu' },
  'vat.byCountry': {
    label: 'Ülkeye göre KDV kodları',
    help: 'Aynısı, tek bir ülke için; `byRate` karşısında önceliklidir',
  },
  'vat.reverseCharge': {
    label: 'Ters KDV yükümlülüğü',
    help: 'KDV yükümlülüğünün bir firmaya geçtiği satışlar',
  },
  'vat.untaxed': {
    label: 'KDV alınmayan satışlar',
    help: 'Başka bir AB ülkesine, hiçbir KDV numarasının açıklamadığı KDV alınmayan satışlar: sizi bekler ya da %0 ile olduğu gibi kaydedilir',
  },
  'vat.homeCountry': {
    label: 'Mağazanın ülkesi',
    help: 'Kaynak bildirmiyorsa mağazanın satış yaptığı ülke',
  },
  'vat.oss': {
    label: 'Yurt dışı bireysel satışlar',
    help: 'Diğer AB ülkelerine yapılan bireysel satışlar',
  },
  revenueAccount: {
    label: 'Muhasebe hesapları',
    help: 'Satırların kaydedildiği hedef sistem hesapları',
  },
  'revenueAccount.byCountry': {
    label: 'Ülkeye göre gelir',
    help: 'Ülkeye göre hedef sistemin gelir hesabı; `byRate` karşısında önceliklidir',
  },
  'revenueAccount.byRate': { label: 'KDV oranına göre gelir', help: 'Aynısı, KDV oranına göre' },
  'revenueAccount.shipping': { label: 'Kargo', help: 'Kargo ücretlerinin hesabı' },
  'revenueAccount.discount': { label: 'İndirimler', help: 'İndirimlerin hesabı' },
  'revenueAccount.fee': { label: 'Ek ücretler', help: 'Ek ücretlerin hesabı' },
  'revenueAccount.rounding': { label: 'Yuvarlama', help: 'Yuvarlama satırlarının hesabı' },
  shipping: { label: 'Kargo', help: 'Kargo ücretinin satırı ve siparişin nasıl gönderildiği' },
  'shipping.description': {
    label: 'Satırın metni',
    help: 'Satırın metni; varsayılan, kargo yönteminin mağazadaki adıdır',
  },
  'shipping.methods': {
    label: 'Kargo yöntemleri',
    help: 'Mağazadaki yönteme göre hedef sistemin kargo yöntemi',
  },
  fees: {
    label: 'Modüllerin ek ücretleri',
    help: 'Siparişin, toplamında başka hiçbir parçanın açıklamadığı bir tutar taşıyan alanları, örneğin bir ödeme modülünün ücreti; her biri bir satır olur: `field` ve `taxField` (tutarın ve varsa KDV tutarının yolu, örneğin `extension_attributes.mollie_payment_fee`), satırın metni olarak `text`, `includesVat`',
  },
  'fees.field': { label: 'Alan', help: 'Tutarın kaynak sistemin siparişindeki yolu' },
  'fees.taxField': { label: 'KDV alanı', help: 'Varsa tutarın KDV alanının yolu' },
  'fees.text': { label: 'Satırın metni', help: 'Satırın belgedeki adı' },
  'fees.includesVat': { label: 'KDV dahil', help: 'Tutarın KDV içerip içermediği' },
  currency: {
    label: 'Para birimi',
    help: 'İki para birimi bildiren siparişte: ödemenin yapıldığı (`order`), mağazanın kendi muhasebesininki (`base`) ya da hedef sistem öbürünü tutamıyorsa `base` (`auto`). Kaydedilmiş olanın para birimi değişmez',
  },
  discounts: {
    label: 'İndirimler',
    help: 'Her KDV oranı için ayrı satır ya da ürün satırlarından düşülür',
  },
  paymentMethods: {
    label: 'Ödeme yöntemleri',
    help: 'Mağazadaki yönteme göre hedef sistemin ödeme yöntemi',
  },
  paymentTerms: { label: 'Ödeme vadesi (gün)', help: 'Mağazadaki ödeme yöntemine göre vade günü' },
  products: {
    label: 'Ürünler',
    help: 'Hedef sistemin tanımadığı SKU içeren sipariş sizi bekler, önce ürünü ürün akışıyla getirilir ya da ürünlerine dokunulmaz',
  },
  rounding: { label: 'Yuvarlama', help: 'Belgeyi siparişe eşitleyen satırlar' },
  'rounding.tolerance': {
    label: 'Tolerans',
    help: 'Toplamların yuvarlama satırlarından önce ne kadar farklı olabileceği; fazlası sizi bekler',
  },
  'rounding.vat': {
    label: 'Kuruşu kuruşuna KDV',
    help: 'KDV mağazanınkine kuruşu kuruşuna eşitlenir ya da tolerans içinde hedef sistemin kendi tutarı kalır',
  },
  'rounding.description': {
    label: 'Satırın metni',
    help: 'Yuvarlama satırının metni; varsayılan, belgelerin dilindedir',
  },
  refunds: {
    label: 'İadeler',
    help: 'Kaydedilmiş bir siparişin parası geri verilince veya sipariş iptal edilince ne olacağı',
  },
  aftermath: {
    label: 'Satıştan sonra',
    help: 'Bir mağazada oluşturulmuş sipariş sonradan kaynakta ödenince, kargolanınca veya iptal edilince ne olacağı: mağazaya bildirilir, size bildirilir ya da kimseye bildirilmez. İptal, `refunds` ayarı `ignore` ise olduğu gibi bırakılır; bu ayar `ignore` ise o ayara göre işlenir',
  },
  day: {
    label: 'Kasa günü',
    help: 'Her fiş için bir belge yerine her iş günü ve kasa için tek belge; varsayılan müşteriye gider',
  },
  'day.end': {
    label: 'Günün sonu',
    help: 'İş gününün mağaza saatine göre ne zaman bittiği: Bundan önce satılan, önceki güne aittir. Varsayılan gece yarısıdır',
  },
  'day.settleMinutes': {
    label: 'Bekleme süresi (dakika)',
    help: 'Bir günün fişlerinin, gün bittikten sonra belgesi oluşturulmadan önce daha ne kadar gelebileceği',
  },
  'day.named': {
    label: 'Adı belli alıcılar',
    help: 'E-posta adresi olan fişler ötekiler gibi güne girer ya da ayrı belge olur (`apart`)',
  },
  'day.late': {
    label: 'Geç gelen fişler',
    help: 'Gününün belgesi zaten oluşturulmuş bir fişe ne olacağı: açık olan güne girer (`next`) ya da sizi bekler (`park`)',
  },
  'day.accounts': { label: 'Hesaplar', help: 'Ciro olmayan tutarlar için ayrı hesaplar' },
  'day.accounts.tips': {
    label: 'Bahşiş',
    help: 'Bahşişlerin hesabı; boş bırakılırsa ek ücretlerin hesabı',
  },
  'day.accounts.cashRounding': {
    label: 'Nakit yuvarlama',
    help: 'Madeni paraya yuvarlamadan doğan tutarın hesabı; boş bırakılırsa ek ücretlerin hesabı',
  },
  'day.accounts.vouchers': {
    label: 'Hediye çekleri',
    help: 'Hediye çeklerinin ve hediye kartlarının hesabı; boş bırakılırsa ek ücretlerin hesabı',
  },
  'day.vouchers': {
    label: 'Hediye çekleri',
    help: 'Hediye çeklerinin ve hediye kartlarının nasıl kaydedildiği',
  },
  'day.vouchers.rate': {
    label: 'Tek KDV oranları',
    help: 'Yalnızca bu KDV oranındaki ürünler için geçerli çekler: KDV, çek satılırken doğar, çekle ödenende KDV olmaz. Boş bırakılırsa satılırken KDV yoktur',
  },
  'day.vouchers.used': {
    label: 'Kullanılan çekler',
    help: 'Ödeme aracı: belge eksiksiz kalır (`payment`); ya da çeklerin hesabında sıfırın altında bir satır (`line`), belge böylece başka yolla ödenen tutara iner. Tek oranlı çeklerde hep satır olur',
  },
  writeBack: { label: 'Geri bildirim', help: 'Kaydedilen sipariş hakkında kaynağa ne bildirildiği' },
  'writeBack.status': {
    label: 'Durum',
    help: 'Siparişin kaydedildikten sonra kaynakta aldığı durum',
  },
  'writeBack.note': { label: 'Not', help: 'JSONata ifadesi; `order` ve `document` üzerinde çalışır' },
  fixed,
} satisfies typeof en.orders;

const customers = {
  create: {
    label: 'Müşteri oluştur',
    help: 'Hedef sistemde olmayan müşteriyi oluşturur; yoksa müşteri atlanır',
  },
  update: {
    label: 'Müşterileri güncelle',
    help: 'Var olan müşterinin üzerine yazar; yoksa müşteri ilişkilendirilir ve olduğu gibi kalır',
  },
  kinds: {
    label: 'Kimler',
    help: 'Kimlerin aktarıldığı: yalnızca kişiler ya da yalnızca firmalar; boş bırakılırsa hepsi',
  },
  countries: {
    label: 'Ülkeler',
    help: 'Müşterileri aktarılan ülkeler; ülkesi olmayan müşteri aktarılmaz',
  },
  withoutEmail: {
    label: 'E-posta adresi olmayan',
    help: 'E-posta adresi olmayan müşteriye ne olacağı: ne bulunabilir ne oluşturulabilir',
  },
  conflicts: {
    label: 'İki tarafta da değişen',
    help: 'İki tarafta da değişen alana ne olacağı: sizi bekler ya da kaynak geçerli olur',
  },
  classification: {
    label: 'Müşteri sınıfı',
    help: 'Hedef sistemin müşteri sınıfı, `person` veya `company` değerine göre; tek bir ülke için `company DE` değerine göre',
  },
  vat: {
    label: 'KDV kodu',
    help: 'Hedef sistemde müşteriyle birlikte tutulan KDV kodu, ülkeye göre; ülke yoksa `none`',
  },
  revenueAccount: {
    label: 'Gelir hesabı',
    help: 'Hedef sistemde müşteriyle birlikte tutulan gelir hesabı, ülkeye göre; ülke yoksa `none`',
  },
  fixed,
} satisfies typeof en.customers;

const categories = {
  create: {
    label: 'Kategori oluştur',
    help: 'Hedef sistemde olmayan kategoriyi oluşturur; yoksa kategori, altındakilerle birlikte atlanır',
  },
  update: {
    label: 'Kategorileri güncelle',
    help: 'Değişiklikleri var olan kategoriye aktarır; yoksa kategori ilişkilendirilir ve olduğu gibi kalır',
  },
  root: {
    label: 'Kök',
    help: 'Ağacın altına bağlandığı hedef sistem kategorisi, kimliğiyle; boş bırakılırsa hedef sistemin en üstü. Geri yönde yalnızca bunun altındakiler alınır',
  },
  fields: {
    label: 'Alanlar',
    help: 'Her alanın ne zaman yazıldığı: kaynak değiştirdikçe, yalnızca yeni kategoride ya da hiçbir zaman',
  },
  'fields.name': { label: 'Ad', help: 'Ad değişikliklerinin izlenip izlenmeyeceği' },
  'fields.parent': { label: 'Ağaçtaki yeri', help: 'Taşımaların izlenip izlenmeyeceği' },
  'fields.description': {
    label: 'Açıklama',
    help: 'Açıklamanın ne zaman yazıldığı; `createOnly` ile hedef sistemde iyileştirilen açıklama kalır',
  },
  'fields.active': {
    label: 'Görünür veya gizli',
    help: 'Kategorinin görünüp görünmediğinin ne zaman yazıldığı',
  },
  'fields.position': {
    label: 'Sıra',
    help: 'Aynı düzeydeki kategoriler arasındaki sıranın ne zaman yazıldığı',
  },
  gone: {
    label: 'Artık kaynakta olmayan',
    help: 'Kaynakta artık olmayan kategoriye ne olacağı: olduğu gibi kalır ya da gizlenir. Hiçbir şey silinmez',
  },
  fixed,
} satisfies typeof en.categories;

const stock = {
  quantity: {
    label: 'Hangi miktar',
    help: 'Kaynaktaki hangi miktarın yazıldığı: satılabilir olan, eldeki ya da satılabilir olanla gelecek olan',
  },
  safetyStock: {
    label: 'Emniyet stoku',
    help: 'Her stok miktarından kaynağın ayırdığı adet; kalan, `negative` olmadıkça sıfırın altına inmez',
  },
  negative: {
    label: 'Sıfırın altı',
    help: 'Hedef sistem kabul ediyorsa sıfırın altındaki miktarlar yazılır; yoksa 0 olur',
  },
  manage: {
    label: 'Hedef sistemde sayma',
    help: 'Hedef sistemin bir stoku sayıp saymadığı: oradaki gibi kalır (`keep`; Koppel tarafından orada oluşturulan, ilk sayısından itibaren sayılır), sayıyla birlikte açılır (`on`) ya da kaynak saymıyorsa kapatılır (`off`)',
  },
  sourceLocations: {
    label: 'Kaynaktaki stok yerleri',
    help: 'Miktarları toplanan stok yerleri, kimlikleriyle; boş bırakılırsa kaynağın satış yaptığı bütün yerler',
  },
  targetLocation: {
    label: 'Hedef sistemdeki stok yeri',
    help: 'Miktarların yazıldığı yer, kimliğiyle; boş bırakılırsa hedef sistem seçer',
  },
  unknown: {
    label: 'Bilinmeyen SKU kodları',
    help: 'Hedef sistemde olmayan SKU kodları: yalnızca sayılır ya da tek bir sorun olarak gösterilir',
  },
  verify: {
    label: 'Tümünü karşılaştır',
    help: 'Bütün miktarların hedef sistemle ne sıklıkta karşılaştırılıp düzeltildiği, örneğin `24h`; hiçbir zaman için `off`',
  },
  fixed: {
    label: 'Sabit değerler',
    help: 'Bir eşleme vermiyorsa bütün miktarların `factor` değeri',
  },
} satisfies typeof en.stock;

/** Modes of a field; the schema tells what each may be. */
const neededWhen = 'kaynağı izler (`always`) ya da yalnızca ürün oluşturulurken yazılır (`createOnly`)';
const followed =
  'kaynağı izler (`always`), yalnızca ürün oluşturulurken yazılır (`createOnly`) ya da hiç yazılmaz (`never`)';

const products = {
  create: {
    label: 'Ürün oluştur',
    help: 'Hedef sistemde olmayan ürünü oluşturur; yoksa ürün atlanır',
  },
  update: {
    label: 'Ürünleri güncelle',
    help: 'Var olan ürün kaynağı izler; yoksa ürün ilişkilendirilir ve olduğu gibi kalır',
  },
  withoutSku: {
    label: 'SKU kodu olmayan',
    help: 'Ne kendisinin ne de varyantlarının SKU kodu olan ürüne ne olacağı: ne bulunabilir ne oluşturulabilir',
  },
  fields: {
    label: 'Alanlar',
    help: 'Alan başına: kaynak alanı değiştirdikçe izlenir, yalnızca ürün oluşturulurken yazılır ya da hiç yazılmaz. Hedef sistemde yaptığınız değişiklik o zamana kadar kalır',
  },
  'fields.sku': { label: 'SKU', help: `SKU kodu: ${neededWhen}` },
  'fields.name': { label: 'Ad', help: `Ad: ${neededWhen}` },
  'fields.active': { label: 'Açık', help: `Ürünün görünüp görünmediği: ${followed}` },
  'fields.description': { label: 'Açıklama', help: `Açıklama: ${followed}` },
  'fields.shortDescription': { label: 'Kısa açıklama', help: `Kısa açıklama: ${followed}` },
  'fields.gtin': { label: 'EAN veya UPC', help: `EAN veya UPC: ${followed}` },
  'fields.brand': { label: 'Marka', help: `Marka: ${followed}` },
  'fields.weightKg': { label: 'Ağırlık', help: `Ağırlık: ${followed}` },
  'fields.price': { label: 'Fiyat', help: `Fiyat, varyantlarınki dahil: ${followed}` },
  'fields.listPrice': {
    label: 'Liste fiyatı',
    help: `Üstü çizili fiyat, varyantlarınki dahil: ${followed}`,
  },
  'fields.vatClass': { label: 'Vergi sınıfı', help: `Vergi sınıfı, \`vat\` ayarının verdiği: ${followed}` },
  variants: {
    label: 'Varyantlar',
    help: 'Varyantlı tek ürün (`group`) ya da seçenekleriyle adlandırılan, her varyant için ayrı ürün (`split`). Varyant tutmayan hedef sistemde ayrılırlar',
  },
  options: {
    label: 'Seçenekler',
    help: 'Kaynaktaki ada göre hedef sistemin seçeneği; karşılığı yoksa kendi adıyla gider',
  },
  attributes: {
    label: 'Özellikler',
    help: 'Kaynaktaki ada göre hedef sistemin özelliği; karşılığı yoksa aktarılmaz',
  },
  createValues: {
    label: 'Değer oluştur',
    help: 'Hedef sistemde eksik olan seçenek ve özellik değerlerini, izin veriyorsa oluşturur',
  },
  price: { label: 'Fiyatlar', help: 'Fiyatların hedef sistemin fiyatlarına nasıl çevrildiği' },
  'price.basis': {
    label: 'Temel',
    help: 'Hedef sistemdeki gibi KDV dahil veya hariç (`asTarget`) ya da tam kaynağın bildirdiği gibi',
  },
  'price.pricesIncludeVat': {
    label: 'Fiyatlar KDV dahil',
    help: 'Bunu bildirmeyen bir sistemde fiyatların KDV içerip içermediği',
  },
  'price.pricesIncludeVat.source': {
    label: 'Kaynağınkiler',
    help: 'Bildirmiyorsa kaynaktaki fiyatların KDV içerip içermediği',
  },
  'price.pricesIncludeVat.target': {
    label: 'Hedef sisteminkiler',
    help: 'Bildirmiyorsa hedef sistemdeki fiyatların KDV içerip içermediği',
  },
  'price.vatRate': {
    label: 'KDV oranları',
    help: 'Kaynak oran bildirmiyorsa kaynağın vergi sınıfına göre KDV oranı',
  },
  vat: {
    label: 'Vergi sınıfları',
    help: 'Kaynağın sınıfına ya da KDV oranına göre hedef sistemin vergi sınıfı',
  },
  categories: {
    label: 'Kategoriler',
    help: 'Bir ürünün hedef sistemin hangi kategorilerine konulduğu',
  },
  'categories.by': {
    label: 'Nasıl bulunur',
    help: 'Kategori akışının ilişkilendirdikleri (`link`), bir tablodakiler (`map`) ya da hiçbiri',
  },
  'categories.map': {
    label: 'Tablo',
    help: 'Kaynaktaki kimliğe göre hedef sistemin kategorisi, `by: map` ile',
  },
  images: {
    label: 'Görseller',
    help: 'Bütün görseller, yalnızca ilki ya da hiçbiri. Hedef sistemde eklediğiniz görseller kalır',
  },
  gone: {
    label: 'Artık kaynakta olmayan',
    help: 'Kaynakta artık olmayan ürüne veya varyanta ne olacağı: olduğu gibi kalır ya da kapatılır. Hiçbir şey silinmez',
  },
  conflicts: {
    label: 'İki tarafta da değişen',
    help: 'Öbür yönün de aktardığı ve iki tarafta da değişen alana ne olacağı: sizi bekler ya da kaynak geçerli olur',
  },
  fixed,
} satisfies typeof en.products;

/** Settings by flow, then by their path: `customer.update`. */
export const settings = { orders, customers, products, categories, stock };
