/** Why a level is not written, or not as it should be. None of these texts names what a sentence for many levels cannot. */
import type { stock as en, stockNotes as enNotes, stockReasons as enReasons } from '../en/stock.ts';

const numbers: Readonly<Record<string, string>> = {
  available: 'satılabilir miktarını',
  onHand: 'eldeki miktarını',
  availableAndIncoming: 'satılabilir ve gelecek miktarını',
};

export const stock = {
  sku_unknown: ({ system }) => ({
    message: `${system} sisteminde bu SKU ile bir ürün yok.`,
    action:
      'Ürünü orada ekleyin veya SKU kodunu iki sistemden birinde düzeltin; ya da "unknown" ayarını "ignore" yapın, böyle stoklar yalnızca sayılır.',
  }),
  sku_shared: ({ sku, keys }) => ({
    message: `${sku} SKU kodu kaynakta birden çok kez geçiyor ya da hedef sistem için aynı kod: ${keys.join(', ')}. Hangi miktarın doğru olduğu bilinmiyor, hiçbiri yazılmadı.`,
    action: 'Her birine kaynakta kendi SKU kodunu verin.',
  }),
  level_unread: ({ system, quantity }) => ({
    message: `${system} sistemi bu stokun ${Object.hasOwn(numbers, quantity) ? numbers[quantity] : `miktarını (${quantity})`} bildirmiyor, en azından seçilen yerlerden birinde. Hiçbir şey yazılmadı: Bilinmeyen, sıfır demek değildir.`,
    action: 'Stoka orada bakın veya ayarlarda başka bir "quantity" seçin.',
  }),
  level_refused: ({ system, said, systemCode = '' }) => ({
    message: `${system} sistemi bu stok miktarını reddediyor${systemCode === '' ? '' : ` (${systemCode})`}${said === '' ? '.' : `: ${said}`}`,
    action:
      'Reddedilen şeyi orada veya kaynakta düzeltin. Miktar değişince ya da siz isteyince yeniden gönderilir.',
  }),
  level_moving: ({ system }) => ({
    message: `${system} sistemindeki bir stok miktarı yazılırken değişti: henüz ulaşmamış bir satış yüzünden veya başkası tarafından; ya da ürününün oradaki kimliği artık farklı.`,
    action: 'Yapılacak bir şey yok: Miktar yeniden okunur ve yeniden karar verilir.',
  }),
  parent_asleep: ({ system, parent }) => ({
    message: `Stok miktarı yazıldı, ama ${system} sistemi ait olduğu ${parent} ürününü hâlâ tükendi olarak gösteriyor.`,
    action: `${parent} ürününü ${system} sisteminde stokta olarak işaretleyin.`,
  }),
} satisfies typeof en;

/** What a level is, where nothing is wrong with it: the states of levels; and why nothing was written since. */
export const stockReasons = {
  written: () => 'hedef sistemde olması gerektiği gibi',
  unknown: () => 'hedef sistemde böyle bir SKU yok',
  uncounted: () => 'kaynakta veya hedef sistemde sayılmıyor',
  unplaced: () => 'seçilen yerde stok kaydı yok',
  set_aside: () => 'daha önce reddedildi ve o zamandan beri değişmedi',
  under_way: () => 'şu anda bir aktarımla yolda',
  due: () => 'sonraki aktarımlardan biriyle gidecek',
  nothing_told: () => 'o zamandan beri bir değişiklik bildirilmedi',
  not_active: () => 'bağlantı duraklatılmış veya taslak',
  flow_off: () => 'akış kapalı',
  not_open: () => 'hesap bağlantılarından biri henüz kontrol edilmedi veya başka bir hesabı açıyor',
} satisfies typeof enReasons;

/** What a preview says beside its figures. */
export const stockNotes = {
  without_sku: ({ count }) => `Kaynakta SKU kodu olmayan ${count} stok kaydı atlanıyor.`,
} satisfies typeof enNotes;
