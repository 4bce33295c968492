import type { advice as en } from '../en/advice.ts';

const goesOn = 'bekleyen her şey ardından kendiliğinden devam eder.';

/** What to do about a refusal in one system, by a code that its connector names. */
export const advice = {
  ccv_keys: [
    'CCV bunlardan hangisinin yanlış olduğunu söylemez; hepsini kontrol edin.',
    '1. Adres mağazanın adresidir; açık anahtar ve gizli anahtar, mağazanın Settings > API settings sayfasında göründüğü gibi, her biri kendi alanına girilmiştir.',
    '2. API uygulaması mağazada kuruludur.',
    '3. Saatler birbirini tutar: İmza saati mağazanın saatinden beş dakikadan fazla sapan bir çağrı reddedilir.',
  ].join(' '),
  ccv_package:
    'Mağazada bir kargo sınıfı (package) oluşturun: Her ürün ve siparişteki her serbest satır için bir sınıf gerekir.',
  ecwid_store_id: 'Bu hesap bağlantısının mağaza numarasını (store ID) düzeltin.',
  ecwid_reopen: 'Mağazayı Ecwid üzerinden yeniden açın.',
  ecwid_plan: `API erişimi içeren bir Ecwid planına geçin; ${goesOn}`,
  ecwid_scopes:
    'Uygulamaya read_store_profile, read_orders, update_orders ve read_customers yetkilerini (scope) verin; siparişler veya müşteriler bu mağazaya gidiyorsa ayrıca create_orders, create_customers, update_customers ve read_catalog; ürünler, kategoriler ve stok için read_catalog, bunlar bu mağazaya gidiyorsa ayrıca create_catalog ve update_catalog (Ecwid: ec.apps@lightspeedhq.com). Ardından uygulamanın yeni gizli tokenini girin.',
  ecwid_token:
    'Mağaza numarasını (store ID) ve uygulamanın gizli tokenini (secret_…) Ecwid içinde göründüğü gibi girin.',
  jortt_client: 'Uygulamanın client id ve client secret değerlerini Jortt içinde göründüğü gibi girin.',
  jortt_scopes: `Jortt içindeki uygulamaya customers:read, customers:write, invoices:read, invoices:write, organizations:read yetkilerini (scope) verin; siparişler teklife dönüşüyorsa ("document": "order") ayrıca estimates:read, estimates:write; ${goesOn}`,
  jortt_plan: `Jortt içinde MKB veya Plus planına geçin; ${goesOn}`,
  jortt_organization:
    'Kayıtların tutulacağı Jortt muhasebesinde bir uygulama oluşturun; onun client id ve client secret değerlerini girin.',
  jortt_user:
    'Uygulamayı Jortt muhasebesinin bir yöneticisine yeniden oluşturtun; onun client id ve client secret değerlerini girin.',
  jortt_year:
    'Bu mali yılı Jortt içinde açıp yeniden deneyin; ya da bunu açık bir yıla elle kaydedip atlayın.',
  mijnwebwinkel_tokens:
    'MijnWebwinkel içinde bir token oluşturun (Settings > Add-ons & Modules > API; iş ortağını listeden seçin) ve iş ortağının tokeniyle birlikte girin; mağazanın planı API içermelidir.',
  magento_unauthorised: [
    'Magento üç ayrı nedende aynı yanıtı verir; hepsini kontrol edin.',
    '1. Entegrasyon etkindir ve anahtarları mağazada göründüğü gibi girilmiştir.',
    '2. Yalnızca access token kullanılıyorsa: Stores > Configuration > Services > OAuth > "Allow OAuth Access Tokens to be used as standalone Bearer tokens" değeri Yes olmalıdır; ya da dört anahtarın hepsini girin.',
    '3. Entegrasyonun, docs/connectors/magento.md dosyasında listelenen API izinleri vardır.',
  ].join(' '),
  salesforce_app:
    'My Domain, client id ve client secret değerlerini Salesforce içinde göründüğü gibi girin; uygulamanın bu akışa (flow) izin verdiğini ve adına çalışacağı bir kullanıcısı olduğunu kontrol edin; ya da erişimi yeniden verin.',
  salesforce_api: `API içeren bir Salesforce sürümüne geçin veya API özelliğini açın; ${goesOn}`,
  salesforce_permissions:
    'Hesap bağlantısının kullanıcısına docs/connectors/salesforce.md dosyasında listelenen alan ve nesneleri görme ve değiştirme izni verin, hesap bağlantısını kontrol edin ve yeniden deneyin.',
  salesforce_duplicates:
    'Geçmiş bölümünde adı geçen kayıtlara bakın: Salesforce içinde bunları birleştirin veya düzeltin ya da hesap bağlantısının yinelenen kayıtları kaydetmesine izin verin; sonra yeniden deneyin.',
  shopify_shop: 'Bu hesap bağlantısında mağazanın adını (.myshopify.com öncesindeki bölüm) düzeltin.',
  shopify_reopen: `Mağazayı Shopify üzerinden yeniden açın veya borcunu ödeyin; ${goesOn}`,
  shopify_token:
    'Uygulamanın Admin API access token değerini (shpat_…) ya da Dev Dashboard içinde göründüğü gibi client id ve client secret değerlerini girin; uygulamanın mağazada hâlâ kurulu olduğunu kontrol edin.',
  shopify_scopes: [
    'Uygulamaya eksik yetkilerini verin ve onu yeniden kurun.',
    'read_orders siparişler içindir; write_orders notlar, durumlar ve bu mağazaya giden siparişler, read_all_orders 60 günden eski siparişler, read_returns değişimler, write_merchant_managed_fulfillment_orders bir siparişi kargolandı olarak işaretlemek içindir;',
    'read_customers ve write_customers müşteriler, read_companies satın alan firmalar (B2B) içindir;',
    'read_products ve write_products ürünler ve kategoriler, write_publications bunları göstermek içindir;',
    'read_inventory, write_inventory ve read_locations stok içindir.',
    'Adlar ve adresler için ayrıca korunan müşteri verilerine (protected customer data) erişim gerekir.',
  ].join(' '),
  magento_address: 'Mağazanın adresini (varsa klasörüyle birlikte) ve store view kodunu düzeltin.',
} satisfies typeof en;
