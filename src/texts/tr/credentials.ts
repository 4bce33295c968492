import type { credentials as english } from '../en/credentials.ts';

const country = {
  label: 'Ülke',
  help: 'Mağazanın satış yaptığı ülke, iki büyük harfle. Yalnızca sistem bunu kendisi bildirmiyorsa gerekir.',
};

export const credentials: typeof english = {
  ccv: {
    address: {
      label: 'Mağazanın adresi',
      help: 'Mağazanın herhangi bir sayfası olabilir; https:// ile başlar.',
    },
    publicKey: { label: 'Açık anahtar', help: 'CCV içinde: Mijn webshop > Instellingen > API-instellingen.' },
    secretKey: { label: 'Gizli anahtar', help: 'Açık anahtarın yanında durur.' },
    webhooks: {
      label: "Webhook'lar",
      help: "Bir sipariş, ürün veya kategori değiştiğinde mağazanın Koppel'e hemen haber verip vermeyeceği. Verilmezse Koppel zaman zaman sorar.",
      values: { on: 'Evet, mağazadan istensin', off: 'Hayır, zaman zaman bakılsın' },
    },
    country,
    tips: {
      label: 'Bahşiş',
      help: 'Yazarkasa için: fişte bahşişin altında göründüğü ürünün numarası veya adı. Birden çoksa aralarına virgül koyun.',
    },
    vouchers: {
      label: 'Hediye çekleri',
      help: 'Yazarkasa için: satılan hediye çekleri ve kartları için aynısı.',
    },
    rounding: { label: 'Yuvarlama', help: 'Yazarkasa için: bozuk paraya yuvarlama için aynısı.' },
  },
  ecwid: {
    storeId: {
      label: 'Mağaza numarası',
      help: 'Ecwid yönetiminde sayfanın en altında ve adreste yazar.',
    },
    token: {
      label: 'Secret token',
      help: 'Ecwid yönetiminde #develop-apps sayfasını açıp bir custom app oluşturun: secret_ ile başlayan anahtarı gösterir.',
    },
    clientSecret: {
      label: 'Uygulamanın client secret değeri',
      help: "Anahtarın yanında durur ve webhook'ların gerçek olduğunu kanıtlar. Olmazsa Koppel mağazaya zaman zaman sorar.",
    },
  },
  jortt: {
    clientId: {
      label: 'Client id',
      help: "Bir yönetici Jortt'ta API ayarlarında bir uygulama oluşturur: kimlik orada görünür.",
    },
    clientSecret: { label: 'Client secret', help: 'Client id değerinin yanında durur.' },
  },
  magento: {
    address: {
      label: 'Mağazanın adresi',
      help: 'Varsa klasörüyle birlikte; https:// ile başlar.',
    },
    storeCode: {
      label: 'Mağaza görünümünün kodu',
      help: 'Yönetimde: Stores > All Stores. Boşsa bütün mağaza.',
    },
    country: {
      label: 'Ülke',
      help: 'Mağazanın satış yaptığı ülke, iki büyük harfle. Boşsa mağaza görünümünün dilinin ülkesi.',
    },
    accessToken: {
      label: 'Access token',
      help: 'Yönetimde: System > Extensions > Integrations. Bir tane ekleyin, API altında izinleri işaretleyin, kaydedip etkinleştirin: dört değer görünür.',
    },
    consumerKey: {
      label: 'Consumer key',
      help: 'Aynı dört değerden biri. Dördünü de girin: çoğu mağaza yalnızca access token ile gelen istekleri reddeder.',
    },
    consumerSecret: { label: 'Consumer secret', help: 'Aynı dört değerden biri.' },
    accessTokenSecret: { label: 'Access token secret', help: 'Aynı dört değerden biri.' },
  },
  mijnwebwinkel: {
    storeToken: {
      label: 'Mağaza anahtarı',
      help: 'Yönetimde: Instellingen > Add-ons & Modules > API > Token toevoegen; ardından iş ortağını seçin.',
    },
    partnerToken: {
      label: 'İş ortağı anahtarı',
      help: 'Uygulamanın anahtarıdır, MyOnlineStore verir. Yoksa boş bırakın.',
    },
    country,
    sentStatus: {
      label: 'Durum: gönderildi',
      help: 'Siparişin gönderildiğini söyleyen sipariş durumunun numarası. Boşsa Koppel bunu bilmez.',
    },
    cancelledStatus: {
      label: 'Durum: iptal edildi',
      help: 'Siparişin iptal edildiğini söyleyen sipariş durumunun numarası.',
    },
  },
  salesforce: {
    address: {
      label: 'Kuruluşun adresi',
      help: 'Setup içinde My Domain altında; .my.salesforce.com ile biter.',
    },
    clientId: {
      label: 'Consumer key',
      help: 'Setup > External Client App Manager: OAuth ve api kapsamı olan bir uygulama oluşturun; ayarları key ve secret değerlerini gösterir.',
    },
    clientSecret: {
      label: 'Consumer secret',
      help: 'Key değerinin yanında durur. Erişimi bir kişi veriyorsa ve uygulama izin veriyorsa boş kalabilir.',
    },
    access: {
      label: 'Erişim nasıl verilir',
      help: 'Uygulamanın kurulduğu gibi: uygulamanın kendi kullanıcısıyla, burada düğmeye basan bir kişiyle veya sertifikayla.',
      values: {
        app: 'Uygulamanın kendi kullanıcısı var',
        person: 'Bir kişi düğmeyle erişim verir',
        certificate: 'Sertifikayla',
      },
    },
    privateKey: {
      label: 'Sertifikanın özel anahtarı',
      help: 'Yalnızca sertifikayla: PEM biçiminde PKCS#8, parolasız.',
    },
    username: { label: 'Kullanıcı', help: 'Yalnızca sertifikayla: uygulamanın kimin adına çalıştığı.' },
    currency: {
      label: 'Para birimi',
      help: 'Kuruluşun para birimi, üç büyük harfle: Salesforce bunu bildirmez.',
    },
    country: {
      label: 'Ülke',
      help: "Satış yaptığınız ülke, iki büyük harfle. KDV'nin ne zaman alıcıya geçtiğini belirler.",
    },
    vatRateField: {
      label: 'KDV oranı alanı',
      help: 'Order Product üzerinde bir sayı: satırın yüzdesi. Satırda yoksa Product üzerindeki aynı adlı alan okunur.',
    },
    vatRate: {
      label: 'Hepsi için tek KDV oranı',
      help: 'Oranı hiçbir yerde yazmayan satır ve ürünlerin yüzdesi.',
    },
    vatNumberField: { label: 'Vergi numarası alanı', help: 'Account üzerinde bir metin.' },
    cocNumberField: { label: 'Ticaret sicil numarası alanı', help: 'Account üzerinde bir metin.' },
    sale: {
      label: 'Satış nedir',
      help: "Koppel'in bu kuruluşta okuduğu ve oluşturduğu kayıt.",
      values: { order: 'Sipariş (Order)', opportunity: 'Fırsat (Opportunity)' },
    },
    invoiceObject: {
      label: 'Fatura nesnesi',
      help: 'Kayıtları bu kuruluştan sipariş yerine satış olarak çıkan, size ait bir nesne.',
    },
    orderKeyField: {
      label: 'Sipariş anahtarı alanı',
      help: 'Siparişte External ID ve benzersiz olan bir metin: böylece bir satışın ikinci siparişi oluşamaz.',
    },
    stockField: { label: 'Stok alanı', help: 'Product üzerinde bir sayı.' },
    skuField: {
      label: 'Stok kodu nerede',
      help: 'Product üzerinde stok kodunun (SKU) durduğu alan.',
      values: { StockKeepingUnit: 'Product SKU', ProductCode: 'Ürün kodu' },
    },
    pricebook: { label: 'Fiyat listesi', help: 'Adı veya kimliği; boşsa standart liste.' },
    prices: {
      label: 'Fiyat listesindeki fiyatlar',
      help: "KDV'nin dahil olup olmadığını kuruluşta hiçbir şey söylemez. Boşsa ürünler sizi bekler.",
      values: { net: 'KDV hariç', gross: 'KDV dahil' },
    },
    entries: {
      label: 'Fiyatı olmayan ürünler',
      help: 'Fiyat listesinde etkin kaydı olmayan bir ürünü içeren siparişe ne olacağı.',
      values: { require: 'Sizi bekler', make: 'Kayıt oluşturulur' },
    },
    otherProduct: {
      label: 'Diğer satırların ürünü',
      help: 'Stok kodu olmayan satırların alacağı ürünün kodu.',
    },
    duplicates: {
      label: 'Yinelenen kayıtlar',
      help: 'Bir yineleme kuralının itiraz ettiği kayda ne olacağı.',
      values: { refuse: 'Oluşturulmaz', save: 'Yine de oluşturulur' },
    },
    draftStatus: { label: 'Durum: taslak', help: 'Kuruluşta taslak siparişe verilen ad.' },
    activatedStatus: { label: 'Durum: etkin', help: 'Kuruluşta etkinleştirilmiş siparişe verilen ad.' },
    sentStatus: { label: 'Durum: gönderildi', help: 'Kuruluşta gönderilmiş siparişe verilen ad.' },
    cancelledStatus: {
      label: 'Durum: iptal edildi',
      help: 'Kuruluşta iptal edilmiş siparişe verilen ad.',
    },
  },
  shopify: {
    shop: {
      label: 'Mağaza',
      help: '.myshopify.com öncesindeki ad; adresin tamamı da girilebilir.',
    },
    token: {
      label: 'Admin API access token',
      help: "Yalnızca 2026'dan önce mağazanın yönetiminde oluşturulmuş bir uygulamanın anahtarı; shpat_ ile başlar. Yoksa boş bırakın.",
    },
    clientId: {
      label: 'Client id',
      help: "Dev Dashboard'daki bir uygulamanın değeri: uygulamanın ayarlarında.",
    },
    clientSecret: {
      label: 'Client secret',
      help: "Client id değerinin yanında durur; webhook'ların gerçek olduğunu da kanıtlar.",
    },
    app: {
      label: 'Uygulama kimin',
      help: 'Kendi uygulamanız başka bir şey istemez. Başkalarının kurduğu bir uygulamada erişim burada bir düğmeyle verilir.',
      values: {
        own: 'Bizim, aynı kuruluşta',
        installed: 'Mağaza sahibinin erişim verdiği bir uygulama',
      },
    },
  },
};
