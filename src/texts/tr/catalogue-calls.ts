import type { catalogueCalls as en } from '../en/catalogue-calls.ts';

/** What of a product a target does not take, while the rest of it is written. */
export const catalogueCalls = {
  picture_refused: ({ field, sku }) => ({
    message: `${sku ? `${sku} ürününün` : 'Bir ürünün'} bir görseli (${field}) gönderilemedi veya kabul edilmedi.`,
    action:
      'Görsel adresinin çalıştığını ve görselin alışılmış türde ve boyutta olduğunu kontrol edin; sonra yeniden deneyin. Ürünün geri kalanı yazıldı.',
  }),
  attribute_unknown: ({ system, attribute, product }) => ({
    message: `${system} sisteminde ${product} için ${attribute} özelliği yok ya da burada kullanılabilecek türde değil.`,
    action: `Özelliği ${system} sistemine ekleyin veya ayarlarda başka bir özellik seçin; sonra yeniden deneyin.`,
  }),
  option_unknown: ({ system, option, value, product }) => ({
    message: `${system} sisteminde ${option} seçeneğinin ${value ? `${value} değeri` : 'gereken değeri'} yok; ${product} için bu değer gerekli.`,
    action: `Değeri ${system} sistemine ekleyin veya "createValues" ayarını true yapın; sonra yeniden deneyin.`,
  }),
  variant_prices_bound: ({ system, product }) => ({
    message: `${product} ürününün varyant fiyatları ${system} sisteminde tutulamıyor: Orada bir seçeneğin her değeri, o değeri taşıyan bütün varyantlara aynı tutarı ekler.`,
    action:
      'Varyantlara böyle tutarlardan oluşan fiyatlar verin; ya da "variants" ayarını "split" yapıp yeniden deneyin. Ürünün geri kalanı yazıldı.',
  }),
  tax_class_unknown: ({ system, taxClass, product }) => ({
    message: `${system} sisteminde ${product} için ${taxClass} vergi sınıfı yok.`,
    action: '"vat" ayarını düzeltip yeniden deneyin.',
  }),
  product_shown: ({ system, product }) => ({
    message: `${product} ürünü ${system} sisteminde hâlâ görünüyor: Orada bir ürün kategorilerinde gizlenir, bu ürün ise hiçbir kategoride değil.`,
    action: `Ürünü ${system} sisteminde bir kategoriye koyup yeniden deneyin veya orada elle satıştan kaldırın.`,
  }),
  category_kept: ({ system, category, product }) => ({
    message: `${system} sistemi ${product} ürününü, çıkarılması gereken ${category} kategorisinde bıraktı.`,
    action: `Ürünü ${system} sisteminde elle çıkarın; sonra yeniden deneyin.`,
  }),
  variant_taken: ({ system, sku }) => ({
    message: `${system} sisteminde ${sku} SKU kodlu başka bir ürün var: Varyant yapılmadı.`,
    action: 'İkisinden birine başka bir SKU verip yeniden deneyin.',
  }),
  options_taken: ({ system, sku, other }) => ({
    message: `${system} sisteminde ${sku} varyantıyla aynı seçenekleri taşıyan bir varyant zaten var (SKU: ${other}) ve aynı seçenekler iki kez kabul edilmiyor: Varyant olduğu gibi bırakıldı.`,
    action: `İkisine de aynı SKU kodunu verin ya da ${system} sistemindeki varyantı elle kaldırın; sonra yeniden deneyin.`,
  }),
  location_unknown: ({ system, location }) => ({
    message: `${system} sisteminde ${location} diye bir stok yeri yok.`,
    action: 'Ayarlarda başka bir stok yeri seçin.',
  }),
} satisfies typeof en;
