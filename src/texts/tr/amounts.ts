/** Why the amounts of an order, or its VAT, need a person. */
import type { amounts as en } from '../en/amounts.ts';
import { amount, money } from './figures.ts';

type Taken = Parameters<typeof en.vat_taken_off>[0];

/** The fields whose amounts are the difference, one and its VAT joined by a plus. Empty where none is known. */
function throughFees(fields: readonly string[]): string {
  if (fields.length === 0) return '';
  const named = fields.map((field) => `"${field}"`).join(' veya ');
  return `Fark, şu alanın tutarıdır: ${named}. Alanı "fees" ayarında belirtip yeniden deneyin. Değilse: `;
}

/** No shop rounds further off than this. A wider tolerance would hide amounts that are missing, of every order. */
const maxAdvisedTolerance = 0.25;

/** The tolerance that would let the order through, where the difference may be one of rounding. */
function throughRounding(needed: string, ways: readonly string[]): string {
  if (ways.length === 0 || needed === '' || Number(needed) > maxAdvisedTolerance) return '';
  const only = 'Fark yalnızca yuvarlamaysa';
  if (!ways.includes('match'))
    return `${only} "rounding.tolerance" ayarını "${needed}", "rounding.vat" ayarını "accept" yapın. `;
  const other = ways.includes('accept')
    ? '; "rounding.vat": "accept" ile de olur, o zaman hedef sistemin kendi KDV tutarı kalır'
    : '';
  return `${only} "rounding.tolerance" ayarını "${needed}" yapın: Farkı yuvarlama satırları kapatır${other}. `;
}

function whyUnexplained(why: string, country: string): string {
  switch (why) {
    case 'home_vat_number':
      return `Siparişin gittiği ülke ${country}, KDV numarası ise mağazanın kendi ülkesinden`;
    case 'home_delivery':
      return 'KDV numarası başka bir ülkeden, mal ise yurt içinde kalıyor';
    case 'not_shifted':
      return 'Mağaza KDV yükümlülüğünü devrettiğini söylüyor, ama KDV numarası ve teslimat buna izin vermiyor';
    default:
      return `Siparişin gittiği ülke ${country}, başka bir AB ülkesinin geçerli KDV numarası ise yok`;
  }
}

export const amounts = {
  totals_differ: ({
    currency,
    gross,
    vat,
    documentGross,
    documentVat,
    fields = [],
    needed = '',
    ways = [],
  }) => ({
    message: `Siparişin toplamı ${money(gross, currency)}, KDV ${money(vat, currency)}; belgenin toplamı ise ${money(documentGross, currency)}, KDV ${money(documentVat, currency)} olurdu.`,
    action: `${throughFees(fields)}Siparişi mağazada veya "vat" ayarını düzeltip yeniden deneyin. ${throughRounding(needed, ways)}Hiçbir şey kaydedilmedi.`,
  }),
  currency_unsupported: ({ currency, system, held }) => ({
    message: `Siparişin para birimi ${currency}; ${system} sistemi yalnızca ${held.join(', ')} destekliyor.`,
    action: 'Bu siparişi elle kaydedip atlayın: Koppel tutarları başka para birimine çevirmez.',
  }),
  reverse_charge: () => ({
    message: 'Bu siparişte KDV yükümlülüğü müşteriye geçiyor ve "vat.reverseCharge" ayarı "park".',
    action:
      'KDV numarasını kontrol edin; sonra "vat.reverseCharge" ayarını "allow" yapıp yeniden deneyin veya siparişi atlayın.',
  }),
  oss: ({ country }) => ({
    message: `Sipariş, yurt dışına yapılan bireysel bir satış (ülke: ${country}) ve "vat.oss" ayarı "park".`,
    action:
      'KDV tutarını kontrol edin; sonra "vat.oss" ayarını "allow" yapıp yeniden deneyin veya siparişi atlayın.',
  }),
  vat_unexplained: ({ why, country }) => ({
    message: `Mağaza KDV almamış ve bunu açıklayan bir şey yok. ${whyUnexplained(why, country)}.`,
    action:
      'Siparişin KDV tutarını veya KDV numarasını mağazada düzeltip yeniden deneyin; muhasebeciniz bu tür satışlarda KDV olmadığını söylüyorsa "vat.untaxed" ayarını "allow" yapın: Bu satışların hepsi %0 ile kaydedilir.',
  }),
  vat_taken_off: ({ system, reference, field, vat, currency, home, country, why }) => ({
    message: `${reference} siparişinde ${money(vat, currency)} KDV alınmış; gittiği ülke ${country} ("${field}"). ${takenOff[why]({ system, home, country })} Sipariş başka bir tutarla oluşurdu, bu yüzden oluşturulmadı.`,
    action: `Kaynakta "${field}" alanını veya siparişin KDV tutarını düzeltip yeniden deneyin; ya da siparişi ${system} sistemine elle girip atlayın.${why === 'business_only' ? ` Ya da ${system} sistemindeki mağazanın tüketicilere de satmasına izin verin, hesap bağlantısını kontrol edin ve yeniden deneyin.` : ''}`,
  }),
  vat_rate_unknown: ({ rate }) => ({
    message: `Kargo veya bir ek ücret için hesaplanan KDV oranı %${amount(rate)}; ne bu siparişin ürünlerinde ne de bu satışın ülkelerinde böyle bir oran var.`,
    action: `Siparişin KDV tutarını mağazada düzeltin veya "vat.byRate" ayarında "${rate}" oranını belirtin; sonra yeniden deneyin.`,
  }),
  vat_code_unknown: ({ system, vatCode, categories }) => ({
    message: `"vat" ayarından çıkan "${vatCode}" değeri, ${system} sisteminin KDV kodlarından biri değil.`,
    action: `"vat" ayarında "21" gibi bir oran, şu kodlardan birini (${categories.join(', ')}) ya da "21:${categories[1] ?? categories[0]}" gibi ikisini birden kullanın; sonra yeniden deneyin.`,
  }),
} satisfies typeof en;

type Sale = Pick<Taken, 'system' | 'home' | 'country'>;

const takenOff = {
  border: ({ system, home, country }: Sale) =>
    `${system} sistemi bu satışta (${home} → ${country}) KDV almaz, çünkü iki ülkeden yalnızca biri AB içinde.`,
  business_only: ({ system, home, country }: Sale) =>
    `${system} sistemindeki mağaza yalnızca işletmelere satıyor ve bir işletmeye yapılan bu satışta (${home} → ${country}) KDV yükümlülüğünü ${system} sistemi devrediyor.`,
};
