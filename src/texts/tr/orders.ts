/** Why an order needs a person, beside its amounts. */
import type { orders as en } from '../en/orders.ts';
import { amount, day, money } from './figures.ts';
import { flowName, happened } from './words.ts';

const dayWaits = {
  open: 'Gün, fişlerin gelebileceği süreyle birlikte henüz bitmedi',
  unread: 'Kaynak henüz günün sonuna kadar okunmadı',
  under_way: 'Bu güne ait olabilecek fişler yolda',
};

export const orders = {
  day_open: ({ till, date, why }) => ({
    message: `${till} kasasının ${day(date)} günü belgesini bekliyor. ${dayWaits[why]}.`,
    action: 'Yapılacak bir şey yok: Belge kendiliğinden oluşturulur.',
  }),
  day_lacks_receipts: ({ till, date, receipts, count }) => ({
    message: `${till} kasasının ${day(date)} günü için belge yok: Bu güne ait olabilecek ${count} satış sizi bekliyor (${receipts.join(', ')}).`,
    action: 'Sizi bekleyenlerle ilgilenin veya bunları atlayın: Gün ardından kendiliğinden devam eder.',
  }),
  receipt_differs: ({ number, currency, gross, vat, parts }) => ({
    message: `${number} numaralı fiş tutmuyor: Toplamı ${money(gross, currency)}, KDV ${money(vat, currency)}; parçalarının toplamı ${money(parts, currency)} ya da KDV tutarı başka.`,
    action: 'Fişe kasada bakın. Günü bekliyor: Fişi elle kaydedip atlayın veya düzeltip yeniden deneyin.',
  }),
  receipt_late: ({ till, date, number }) => ({
    message: `${number} numaralı fiş, gününün belgesi (${day(date)}, ${till}) oluşturulduktan sonra geldi.`,
    action:
      'Fişi elle kaydedip bunu atlayın ya da "day.late" ayarını "next" yapıp yeniden deneyin: Fiş o sırada açık olan güne girer.',
  }),
  order_gone: ({ booked }) =>
    booked === 'no'
      ? { message: 'Kaynakta bu numarayla veya kimlikle bir sipariş yok.', action: 'Numarayı kontrol edin.' }
      : {
          message: `Sipariş ${booked === 'yes' ? 'kaydedildi' : 'belki kaydedildi'}, ama artık kaynakta yok.`,
          action: 'Kalmaması gereken bir belgesi varsa elle iade faturası düzenleyin ve bunu atlayın.',
        },
  perhaps_made_by_koppel: ({ system }) => ({
    message: `${system} sistemindeki bu siparişi şu anda Koppel oluşturuyor olabilir: Koppel kendi oluşturduğunu başka yere aktarmaz.`,
    action: 'Yapılacak bir şey yok: Bu belli olur olmaz siparişe yeniden bakılır.',
  }),
  looks_like_a_loop: ({ count, hours, gross, currency, of = 'buyer' }) => ({
    message: `${hours} saat içinde ${of === 'buyer' ? 'aynı alıcıdan' : 'aynı ürünlerden oluşan, adressiz'} ve her biri ${money(gross, currency)} tutarında ${count} sipariş verildi ve kaydedildi: Bu, birbirinin siparişini oluşturan sistemlere benziyor.`,
    action:
      'Gerçekten bu kadar sık sipariş verildiyse siparişi tek başına yeniden deneyin, kaydedilir; değilse bu siparişleri neyin oluşturduğunu bulun ve siparişi atlayın. Sizi bekleyenlerin hepsini birden yeniden denemek bunların hiçbirini kaydetmez.',
  }),
  text_too_long: ({ system, field, length, maxLength }) => ({
    message: `${system} sistemi ${field} alanında ${maxLength} karakter tutar ve gerisini sessizce keser; metin ${length} karakter.`,
    action: 'Metni kaynakta kısaltın veya alana daha kısa bir metin eşleyin; sonra yeniden deneyin.',
  }),
  too_many_lines: ({ system, lines, most }) => ({
    message: `${system} tek çağrıda bir siparişin ${most} satırını alır; bu siparişte ${lines} satır var.`,
    action: 'Siparişi orada elle girin ve burada atlayın.',
  }),
  reference_names_people: () => ({
    message:
      'Referans eşlemesi bir kişinin verilerini okuyor olabilir; referans şifrelenmeden saklanır ve silme işlemi onu orada bulamaz.',
    action:
      'Referansı numaradan veya kimseye ait olmayan başka alanlardan oluşturun, gerisini belgenin başka bir alanına yazın.',
  }),
  reference_changed: ({ system, document, reference, stored }) => ({
    message: `${system} sistemi ${document} belgesini ${reference} yerine ${stored} referansıyla oluşturdu.`,
    action:
      'Sipariş kaydedildi. Referansa bu sistemin olduğu gibi sakladığı bir metin eşleyin ve bunu atlayın.',
  }),
  flow_unsupported: ({ flow }) => ({
    message: `Bu iki sistem arasında bu yönde ${flowName(flow)} aktarımı yapılamıyor.`,
    action: 'Bu akışı kaldırın.',
  }),
  entry_missing: ({ system, product, pricebook, currency, why }) => ({
    message: noEntry[why]({ system, product, pricebook, currency }),
    action:
      'Orada düzeltip yeniden deneyin; ya da hesap bağlantısının "entries" ayarını "make" yapın: Koppel eksik olanı oluşturur, kapalı olanı açar.',
  }),
  product_unknown: ({ system, skus }) => ({
    message: `${system} sisteminde şu SKU ile bir ürün yok: ${skus.map((sku) => sku || '(yok)').join(', ')}.`,
    action:
      'Ürünü orada ekleyin veya SKU kodunu kaynakta düzeltip yeniden deneyin; ya da "products" ayarını "ignore" yapın.',
  }),
  product_under_way: ({ system, skus }) => ({
    message: `Şu ürünler önce ${system} sistemine getiriliyor: ${skus.join(', ')}.`,
    action: 'Yapılacak bir şey yok: Ürünler orada olunca sipariş devam eder.',
  }),
  totals_unclear: ({ system, vat }) => ({
    message: `Faturada yazan KDV ${amount(vat)}; bu tutar fatura satırlarından çıkmıyor.`,
    action: `Faturanın KDV tutarına ${system} sisteminde bakın, faturayı elle aktarın ve bunu atlayın.`,
  }),
  reference_taken: ({
    system,
    reference,
    document,
    documentGross,
    documentCurrency,
    documentDate,
    gross,
    currency,
    number,
    date,
    owner,
  }) => {
    const taken = `${document ? `${document}, ` : ''}toplam ${money(documentGross, documentCurrency || currency || null)}${documentDate ? `, tarih ${day(documentDate)}` : ''}`;
    const order = `${number ? `${number} numaralı siparişin` : 'siparişin'} ${date ? `(${day(date)}) ` : ''}toplamı ${money(gross, currency || null)}`;
    const why = owner
      ? `Belge başka bir kayıt için oluşturuldu: ${owner}`
      : 'Tutar, KDV, para birimi, tarih veya müşteri farklı';
    return {
      message: `${system} sisteminde ${reference} referanslı bir belge zaten var (${taken}); ${order}. İkisi aynı değil. ${why}.`,
      action:
        'Belge bu siparişinse orada düzeltip bunu atlayın; değilse "reference" alanına benzersiz bir değer eşleyip yeniden deneyin.',
    };
  },
  made_differs: ({ system, currency, gross, vat, madeGross, madeVat }) => ({
    message: `Belgenin toplamı ${money(gross, currency)}, KDV ${money(vat, currency)} olmalıydı; ${system} sisteminde oluşan belgenin toplamı ${money(madeGross, currency)}${madeVat && `, KDV ${money(madeVat, currency)}`}.`,
    action: `Belgeyi ${system} sisteminde elle düzeltip bunu atlayın. Belge yeniden oluşturulmaz.`,
  }),
  refund_unstated: () => ({
    message:
      'Siparişin parası kısmen ya da durumuna göre tamamen geri verilmiş, ama mağaza tutarı bildirmiyor.',
    action:
      'Hedef sistemde elle iade faturası düzenleyip bunu atlayın ya da tutarı mağazaya girip yeniden deneyin.',
  }),
  order_refunded: ({ amount: refunded, currency, system }) => ({
    message: `Bu sipariş kaydedildikten sonra ${money(refunded, currency)} geri verildi veya iptal edildi.`,
    action:
      system === undefined
        ? 'Hedef sistemde elle iade faturası düzenleyip bunu atlayın ya da "refunds" ayarını "credit" yapıp yeniden deneyin.'
        : `Koppel ${system} sisteminde siparişler için iade yapmaz: Siparişi orada elle iade edin, düzeltin veya geri çekin, faturalanan kısmı için iade faturası düzenleyin ve bunu atlayın.`,
  }),
  refund_undone: ({ amount: credited, currency }) => ({
    message: `${money(credited, currency)} iade edildi, ama mağaza artık paranın geri verildiğini söylemiyor.`,
    action: 'Hedef sistemde elle düzeltin; sonra bunu atlayın.',
  }),
  order_changed: ({ bookedGross, bookedVat, gross, vat }) => ({
    message: `Sipariş kaydedildiğinde toplamı ${amount(bookedGross)}, KDV ${amount(bookedVat)} idi; şimdi toplamı ${amount(gross)}, KDV ${amount(vat)}.`,
    action: 'Belgeyi hedef sistemde elle düzeltin; sonra bunu atlayın.',
  }),
  order_went_on: ({ system, what }) => ({
    message: `Sipariş ${system} sisteminde oluşturulduktan sonra kaynakta ${happened(what)}; ${system} sistemine bu bildirilmedi.`,
    action: `Doğruysa bunu ${system} sistemine elle girin ve bunu atlayın. "aftermath": "carry" ile, oradaki sipariş izin veriyorsa bunu Koppel yapar; "ignore" ile kimseye sorulmaz.`,
  }),
  credit_of_draft: ({ system }) => ({
    message: `Siparişin parası geri verildi, ama ${system} sistemindeki belgesi hâlâ taslak.`,
    action: 'Oradaki taslağı silin veya düzeltin ve bunu atlayın; ya da taslağı gönderip yeniden deneyin.',
  }),
  not_final_yet: ({ system }) => ({
    message: `Siparişin parası geri verildi, ama ${system} sistemindeki belgesi henüz kesin değil.`,
    action: 'Yapılacak bir şey yok: Belge kesinleşince iade faturası oluşturulur.',
  }),
  credit_stands: ({ system, ids }) => ({
    message: `Siparişin bir kısmının parası geri verildi ve ${system} sistemindeki belgesi için Koppel dışında zaten iade yapıldı: ${ids.join(', ')}.`,
    action: `O iade, geri verilen kısım içinse bunu atlayın. Değilse kalanı için ${system} sisteminde elle iade faturası düzenleyip bunu atlayın.`,
  }),
  discount_unbearable: ({ system }) => ({
    message: `Bu siparişin indirimleri, ürünlerinden ve kargosundan fazla; ${system} sistemi böyle bir siparişe izin vermiyor.`,
    action:
      'Siparişe kaynakta bakıp orada düzeltin, sonra yeniden deneyin; ya da siparişi elle girip bunu atlayın.',
  }),
  credit_unsupported: ({ system }) => ({
    message: `Koppel ${system} sisteminde iade faturası oluşturmaz.`,
    action: `Siparişi ${system} sisteminde elle iade edip bunu atlayın ya da "refunds" ayarını "flag" yapın.`,
  }),
  status_unknown: ({ system, status }) => ({
    message: `"${status}", ${system} sisteminin durumlarından biri değil.`,
    action: 'Adı geçtiği yerde, "writeBack" ayarında veya hesap bağlantısında düzeltip yeniden deneyin.',
  }),
  account_unknown: ({ system, account }) => ({
    message: `"${account}", ${system} sisteminin muhasebe hesaplarından biri değil.`,
    action: 'Hesabın kimliğini (id) "revenueAccount" veya "rounding" ayarında belirtip yeniden deneyin.',
  }),
} satisfies typeof en;

type Entry = Readonly<Record<'system' | 'product' | 'pricebook' | 'currency', string>>;

const noEntry = {
  absent: ({ system, product, pricebook, currency }: Entry) =>
    `${system} sistemindeki ${product} ürününün ${pricebook} fiyat listesinde ${currency} kaydı yok.`,
  inactive: ({ system, product, pricebook, currency }: Entry) =>
    `${system} sistemindeki ${product} ürününün ${pricebook} fiyat listesindeki ${currency} kaydı etkin değil.`,
  no_product: ({ system, product }: Entry) =>
    `${system} sisteminde, kendi ürünü olmayan satırlar için ${product} SKU kodlu etkin bir ürün yok.`,
};
