import type { lastSteps as english, questions as englishQuestions } from '../../en/pages/setup-live.ts';
import { sentence } from '../../sentence.ts';
import { number } from '../figures.ts';

export const lastSteps: typeof english = {
  recommended: (value) => `Önerilen: ${value}`,
  noQuestions: 'Bu iki sistem için sorulacak bir şey yok: her şey olağan biçimde yapılır.',
  questionsIntro:
    'Çoğu mağazaya uyan yanıt seçili; sonucu altında yazar. Hepsini sonra da değiştirebilirsiniz.',
  saveAnswers: 'Kaydet ve dene',
  allSettings: 'Tüm ayarlar',
  trialIntro: 'Son kayıtların ne olacağını burada görürsünüz. İki sistemin hiçbirine bir şey yazılmaz.',
  nothingToTry: 'Henüz eşit tutulan bir şey yok: önce neyin tutulacağını seçin.',
  toLive: 'İleri: devreye al',
  toQuestions: 'Sorulara dön',
  tryNow: (count) => `Son ${number(count)} kaydı dene`,
  tryMore: (count) => `Sonraki ${number(count)}`,
  tryAnew: 'Baştan dene',
  noRecords: 'Kaynakta son bir yıldan deneyecek bir şey yok.',
  allRight: (count) => `${number(count)} kayıt denendi: hiçbiri sizi beklemiyor.`,
  someWrong: (count, records) => `${number(records)} kayıt denendi: ${number(count)} tanesi sizi bekliyor.`,
  noneCarried: 'Hiçbir şey aktarılmayacak: nedenleri aşağıda.',
  someLeft: (count) => `${number(count)} tanesi atlanıyor.`,
  someUntried: (count) => `${number(count)} kayıt şu anda denenemedi: daha sonra yeniden deneyin.`,
  outcomes: {
    right: '✓ kuruşu kuruşuna',
    fits: '✓ olması gerektiği gibi',
    differs: 'farklı',
    waits: 'bekliyor',
    untried: 'denenmedi',
  },
  change: 'Bunu değiştir',
  fix: 'Düzelt',
  sideBySide: 'Yan yana',
  leftWhy: (reason) => `Neden: ${reason}.`,
  savedMeanwhile: 'Bu arada başka biri bu bağlantıyı kaydetti. Yeniden bakın, sonra başlatın.',
  hooksTitle: 'Koppel değişiklikleri nasıl öğrenir',
  polled: (system) => `${system} kendiliğinden bir şey bildirmez: Koppel yenilikleri sorar.`,
  alertsTitle: 'Sorunları kim öğrenir',
  noAlerts: 'Bir şey sizi beklediğinde henüz kimseye haber verilmiyor.',
  someAlerts: (count) => `${number(count)} kanal bu bağlantının sorunlarını bildiriyor.`,
  addAlert: 'Kanallar: ekle, deneme gönder',
  fromTitle: 'Ne zamandan itibaren',
  fromHelp: 'Önceki siparişler, sonradan değişse bile kendiliğinden kaydedilmez.',
  fromNow: 'Başlat düğmesine bastığınız andan itibaren, saniyesine kadar',
  fromDay: 'Bir günden itibaren: o günden beri verilenler de',
  day: 'Gün',
  dayHelp: (zone) => `Mağazanın saat diliminde (${zone}) gece yarısı başlar.`,
  dayUntested: (shop) =>
    sentence`Mağazanın saat diliminde gece yarısı başlar. O henüz bilinmiyor: ${shop} henüz denenmedi.`,
  noDay: 'Bir gün girin.',
  askedFirst:
    'Henüz hiçbir şey başlamadı: önce aşağıda bu günün neleri kaydedeceğine bakın. Sonra yeniden Başlat düğmesine basın.',
  look: 'Neyin kaydedileceğini göster',
  lookMore: 'Daha fazlasına bak',
  reckonedTitle: 'Neler kaydedilir',
  found: (count) => `O günden beri ${number(count)} kayıt değişti.`,
  foundAtLeast: (count) => `O günden beri en az ${number(count)} kayıt değişti.`,
  wouldBook: (count, total) => `${number(count)} tanesi kaydedilir${total === '' ? '' : `: ${total}`}`,
  wouldNeedYou: (count) => `${number(count)} tanesi sizi bekler`,
  wouldLeave: (count) => `${number(count)} tanesi atlanır, örneğin daha önce verilenler`,
  estimate: (count) => `Bu yalnızca bir tahmindir: bakılan ilk ${number(count)} kayda dayanır.`,
  othersTitle: 'Zaten var olanlar',
  othersHelp: 'İşaretsiz yalnızca bundan sonra değişenler, işaretliyken var olan her şey aktarılır.',
  start: 'Başlat',
};

export const questions: typeof englishQuestions = {
  orders: {
    paid: {
      ask: 'Hangi siparişler aktarılsın?',
      means: 'Kimsenin ödemediği bir sipariş kaydedilmez; ödenince ardından gelir',
      unset: 'Tüm siparişler, ödenmemişler de',
      yes: 'Önerilen: yalnızca ödenmiş siparişler',
      no: 'Yalnızca ödenmemiş siparişler',
    },
    statuses: {
      ask: 'Yalnızca bu durumlardaki siparişler mi?',
      means: 'İşaret yoksa her durumdaki sipariş aktarılır, taslaklar aktarılmaz',
    },
    paymentStatuses: {
      ask: 'Yalnızca bu ödeme durumlarındaki siparişler mi?',
      means: 'İşaret yoksa ödeme durumuna bakılmaz',
    },
    since: {
      ask: 'Hangi günden itibaren?',
      means: 'Daha önce verilenler hiç aktarılmaz; bunu devreye alırken de seçebilirsiniz',
      unset: 'Boş: devreye alındığı andan itibaren',
    },
    document: {
      ask: 'Siparişten ne oluşturulsun?',
      means: 'Muhasebeye fatura gider, teklif ya da sipariş değil',
      unset: 'Önerilen: fatura',
    },
    state: {
      ask: 'Taslak mı, kesin belge mi?',
      means:
        'Taslağa bakıp değiştirir ve kendiniz gönderirsiniz; kesin belge yalnızca iade faturasıyla düzeltilir',
    },
    'customer.classification': {
      ask: 'Yeni müşteriler hangi sınıfa girsin?',
      means: 'Seçim yoksa hedef sistemin kendi verdiği sınıfa girer',
    },
    'vat.byRate': {
      ask: 'Hangi KDV kodu hangi yüzdeye ait?',
      means: 'Seçim yoksa hedef sistemin olağan kodu kullanılır',
    },
    'revenueAccount.byRate': {
      ask: 'Gelir hangi hesaba yazılsın?',
      means: 'Seçim yoksa muhasebenin varsayılan hesabına; hepsi için "Geri kalan her şey" alanında seçin',
    },
    'revenueAccount.shipping': {
      ask: 'Kargo ücreti hangi hesaba yazılsın?',
      means: 'Seçim yoksa gelirin yazıldığı yere',
      unset: 'Önerilen: gelir gibi',
    },
    'shipping.methods': {
      ask: 'Hangi kargo yöntemi hedefin hangisine karşılık gelir?',
      means: 'Seçim yoksa sipariş mağazadaki adı korur',
    },
    paymentMethods: {
      ask: 'Hangi ödeme yöntemi hedefin hangisine karşılık gelir?',
      means: 'Seçim yoksa belgede ödeme hakkında bir şey yazmaz',
    },
    products: {
      ask: 'Hedef sistem bir ürünü tanımıyorsa ne olsun?',
      means: 'Sipariş, satırlarının metniyle devam eder',
    },
    refunds: {
      ask: 'Sipariş sonra iade edilirse ne olsun?',
      means: 'Size bildirilir, siz karar verirsiniz; iade faturasını Koppel de oluşturabilir',
    },
  },
  products: {
    create: {
      ask: 'Hedef sistemde olmayan ürünler oluşturulsun mu?',
      means: 'Kaynaktaki yeni ürün hedefte görünür; aynı SKU varsa eşleştirilir',
    },
    vat: {
      ask: 'Hangi vergi sınıfı hedefin hangisine karşılık gelir?',
      means: 'Seçim yoksa aynı oran ya da ad aranır',
    },
    gone: {
      ask: 'Ürün kaynakta silinirse ne olsun?',
      means: 'Hedefte olduğu gibi kalır; orada hiçbir şey silinmez',
    },
  },
  customers: {
    kinds: {
      ask: 'Hangi müşteriler aktarılsın?',
      means: 'İşaret yoksa hem kişiler hem şirketler',
    },
    withoutEmail: {
      ask: 'E-posta adresi olmayan müşteriler ne olsun?',
      means: 'Ne bulunabilir ne oluşturulabilirler, bu yüzden her birine siz karar verirsiniz',
    },
  },
  stock: {
    quantity: {
      ask: 'Hedefte hangi miktar görünsün?',
      means: 'Siparişlere ayrılanlar dışında satılabilecek olan',
    },
    safetyStock: {
      ask: 'Kaynak kaç adet ayırsın?',
      means: 'Hedef her şeyden o kadar az gösterir',
    },
    sourceLocations: {
      ask: 'Kaynağın hangi yerleri toplansın?',
      means: 'İşaret yoksa kaynağın satış yaptığı tüm yerler',
    },
    targetLocation: {
      ask: 'Stok hedefin hangi yerine yazılsın?',
      means: 'Seçim yoksa hedefin kendi seçtiği yere',
      unset: 'Önerilen: hedefin seçtiği yer',
    },
  },
  categories: {
    root: {
      ask: 'Hedefin hangi kategorisinin altında?',
      means: 'Seçim yoksa ağaç en üstte durur',
      unset: 'Önerilen: en üstte',
    },
  },
};
