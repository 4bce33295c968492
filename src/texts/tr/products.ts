/** Why a product needs a person, or goes without a part of it. */
import type { products as en, productReasons as enReasons } from '../en/products.ts';

/** Why a picture cannot be had, by the code of the problem that fetching it ended with. */
const pictureFaults: Readonly<Record<string, string>> = {
  picture_too_large: 'gönderilebilecek boyuttan büyük',
  picture_unreachable: 'adresinden alınamıyor',
  picture_not_one: 'adresinden gelen şey görsel değil',
  picture_address: 'adresi https ile başlayan, herkese açık bir adres değil',
};

/** Kinds of products that cannot be carried, as connectors call them. */
const kinds: Readonly<Record<string, string>> = {
  'gift card': 'hediye kartı',
  bundle: 'paket ürün',
  grouped: 'gruplanmış ürün',
  downloadable: 'indirilebilir ürün',
};

const correctPicture = 'Görseli kaynakta düzeltip yeniden deneyin.';

export const products = {
  product_conflict: ({ system, sku, fields }) => ({
    message: `${sku} ürünü, son eşitlikten sonra iki tarafta da değişti, kaynakta ve ${system} sisteminde: ${fields.join(', ')}. Geri kalan her şey aktarıldı. İki değeri de Geçmiş bölümünde ve bu kaydın sayfasında görebilirsiniz.`,
    action:
      'İki değere de bakın, doğru olanı iki sisteme de girip yeniden deneyin; ya da bunu atlayın, ikisi farklı kalır. "conflicts" ayarı "source" olursa bundan sonra kaynak geçerli olur.',
  }),
  product_gone: ({ of, system, id }) =>
    of === undefined
      ? { message: 'Kaynakta bu kimlikle bir ürün yok.', action: 'Kimliği kontrol edin.' }
      : {
          message: `Ürün ${system} sisteminde silindi (${id}) ve o zamandan beri kaynakta değişti.`,
          action: `${system} sisteminde yeniden oluşturulması için ürünü kimliğiyle eşitleyin; ya da ürünü atlayın, değişene kadar ürüne dokunulmaz. Yeniden denemek bir şeyi değiştirmez.`,
        },
  sku_missing: ({ id }) => ({
    message: `${id} ürününün veya varyantlarından birinin SKU kodu yok: Ürün ne bulunabiliyor ne oluşturulabiliyor.`,
    action: 'Kaynakta bir SKU kodu verin; ya da "withoutSku" ayarını "skip" yapın.',
  }),
  sku_twice: ({ of, system, sku, places }) => {
    const target = system === undefined ? 'hedef sistem' : `${system} sistemi`;
    return {
      message: `"${sku}" SKU kodu ${of === 'source' ? 'kaynakta' : `${target} içinde`} ${places.length} kez geçiyor (SKU kodlarını karşılaştıran ${target}): ${places.join(', ')}.`,
      action: 'Her birine kendi SKU kodunu verip yeniden deneyin.',
    };
  },
  sku_taken: ({ system, sku, by }) => ({
    message: `"${sku}" SKU kodu ${system} sisteminde başka bir şeye ait: ${by.join(', ')}. Hiçbir şey yazılmadı.`,
    action: 'SKU kodunu iki sistemden birinde düzeltip yeniden deneyin.',
  }),
  sku_linked: ({ system, sku, id, other }) => ({
    message: `${system} sistemindeki "${sku}" SKU kodlu ürün (${id}), kaynaktaki başka bir ürünle (${other}) eşitleniyor.`,
    action: 'İkisinden birine kaynakta kendi SKU kodunu verip yeniden deneyin.',
  }),
  product_currency: ({ system, sku, currency, held }) => ({
    message: `${sku} ürününün fiyatı ${currency} cinsinden; ${system} sisteminde fiyatlar ${held} olarak tutuluyor. Hiçbir tutar çevrilmez.`,
    action:
      'Fiyatı kaynakta o para birimiyle girin; ya da "fields.price" ve "fields.listPrice" ayarlarını "never" yapın.',
  }),
  price_basis_unknown: ({ sku, of }) => ({
    message: `${of === 'source' ? 'Kaynaktaki' : 'Hedef sistemdeki'} fiyatların KDV içerip içermediği bildirilmiyor: ${sku} ürününün fiyatı aktarılamıyor.`,
    action: `"price.pricesIncludeVat.${of}" ayarını true veya false yapın ya da sistemin hesap bağlantısında "prices" alanı varsa orada belirtin, sonra yeniden deneyin.`,
  }),
  prices_unsaid: ({ system, of }) => ({
    message: `${system} sistemindeki fiyatlara KDV'nin dahil olup olmadığı bilinmiyor: Fiyatı olan ürünler sizi bekliyor.`,
    action: `Sistemin hesap bağlantısında "prices" alanı varsa orada belirtin ya da akışın "price.pricesIncludeVat.${of}" ayarını true veya false yapın; ardından bekleyenleri yeniden deneyin.`,
  }),
  product_vat_unknown: ({ sku, vatClass }) => ({
    message: `İki sistemden yalnızca birinde fiyatlar KDV içeriyor ve ${sku} ürününün KDV oranı bilinmiyor${vatClass && ` (vergi sınıfı "${vatClass}")`}.`,
    action: `Ürüne kaynakta bir KDV oranı verin; ya da "price.vatRate" ayarına ${vatClass ? `"${vatClass}" için bir karşılık` : 'bir varsayılan'} ekleyip yeniden deneyin.`,
  }),
  too_many_variants: ({ system, sku, count, max }) => ({
    message: `${sku} ürününün ${count} varyantı var; ${system} sistemi en çok ${max} varyant kabul ediyor.`,
    action: 'Ürünü kaynakta birkaç ürüne bölün.',
  }),
  option_without_value: ({ sku, option }) => ({
    message: `${sku} ürününün "${option}" seçeneğinin değeri yok ya da bir varyantta bu seçenek eksik: O varyant aktarılmadı. Geri kalan her şey aktarıldı.`,
    action: 'Seçeneği kaynakta tamamlayıp yeniden deneyin.',
  }),
  picture_unsent: ({ system, sku, number, why }) => ({
    message: `${sku} ürününün ${number} numaralı görseli ${system} sisteminde yok: ${Object.hasOwn(pictureFaults, why) ? pictureFaults[why] : `alınırken oluşan hata ${why}`}. Geri kalan her şey aktarıldı.`,
    action: correctPicture,
  }),
  picture_too_large: ({ max }) => ({
    message: `Görsel ${max} bayttan büyük.`,
    action: 'Görseli kaynakta küçültüp yeniden deneyin.',
  }),
  picture_unreachable: ({ status }) => ({
    message: `Görsel adresinden alınamıyor${status === undefined ? '' : ` (durum ${status})`}.`,
    action: correctPicture,
  }),
  picture_not_one: () => ({
    message: 'Görselin adresinden gelen şey görsel değil.',
    action: correctPicture,
  }),
  picture_address: () => ({
    message: 'Görselin adresi https ile başlayan, herkese açık bir adres değil.',
    action: correctPicture,
  }),
} satisfies typeof en;

/** How a product's task ended, in half a sentence. */
export const productReasons = {
  adopted: ({ updated }) =>
    `bu SKU ile hedef sistemde zaten var: ${updated ? 'ilişkilendirildi ve güncellendi' : 'ilişkilendirildi'}`,
  unsupported: ({ why }) => `türü (${Object.hasOwn(kinds, why) ? kinds[why] : why}) aktarılamıyor`,
  sku_missing: () => 'SKU kodu yok',
  no_variants: () => 'varyantı yok',
  no_longer_there: () => 'artık kaynakta yok; hedef sistemde tutuluyor',
  deactivated: () => 'artık kaynakta yok: hedef sistemde kapatıldı',
  variants_gone: ({ count, updated }) =>
    `${updated ? 'güncellendi' : 'yeni bir şey yok'}; artık kaynakta olmayan varyant sayısı: ${count}`,
} satisfies typeof enReasons;
