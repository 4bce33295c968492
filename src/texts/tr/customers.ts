/** Why a customer, or an order's customer, needs a person. */
import type { customers as en } from '../en/customers.ts';
import { taskButtons } from './pages/parts.ts';

const addressParts: Readonly<Record<string, string>> = {
  street: 'sokak',
  postalCode: 'posta kodu',
  city: 'şehir',
  country: 'ülke',
};

/** Parts of a customer, as people call them. */
const partNames: Readonly<Record<string, string>> = {
  email: 'e-posta adresi',
  kind: 'firma veya gerçek kişi',
  contact: 'ilgili kişi',
  vatNumber: 'KDV numarası',
  cocNumber: 'ticaret odası numarası',
  reverseCharge: 'ters KDV yükümlülüğü',
  phone: 'telefon numarası',
};

/** What a part of a customer is called; a field that is mapped goes by its own name. */
export function partName(part: string): string {
  return Object.hasOwn(partNames, part) ? (partNames[part] ?? part) : part;
}

export const customers = {
  customer_gone: ({ of, system, id }) =>
    of === undefined
      ? { message: 'Kaynakta bu kimlikle bir müşteri yok.', action: 'Kimliği kontrol edin.' }
      : {
          message: `Müşteri ${system} sisteminde silindi (${id}) ve o zamandan beri kaynakta değişti.`,
          action: `${system} sisteminde yeniden oluşturulması için bu kaydın sayfasında "${taskButtons.makeAgain}" düğmesine basın veya kaydı kimliğiyle eşitleyin; ya da kaydı atlayın, bundan sonra kayda dokunulmaz. Yeniden denemek bir şeyi değiştirmez.`,
        },
  customer_conflict: ({ system, fields }) => ({
    message: `Müşteri, son eşitlikten sonra iki tarafta da değişti, kaynakta ve ${system} sisteminde: ${fields.map(partName).join(', ')}. Geri kalan her şey aktarıldı. İki değeri de Geçmiş bölümünde ve bu kaydın sayfasında görebilirsiniz.`,
    action:
      'İki değere de bakın, doğru olanı iki sisteme de girip yeniden deneyin; ya da bunu atlayın, ikisi farklı kalır. "conflicts" ayarı "source" olursa bundan sonra kaynak geçerli olur.',
  }),
  email_missing: ({ of, system, field }) => {
    switch (of) {
      case 'order':
        return {
          message: 'Siparişte e-posta adresi yok; bu yüzden müşterisi bulunamıyor ve oluşturulamıyor.',
          action:
            'Siparişe mağazada bir e-posta adresi ekleyin veya "customer.defaultDebtor" ayarını yapın; sonra yeniden deneyin.',
        };
      case 'customer':
        return {
          message: 'Müşterinin e-posta adresi yok; bu yüzden ne bulunabiliyor ne oluşturulabiliyor.',
          action:
            'Kaynakta bir e-posta adresi ekleyip yeniden deneyin veya "withoutEmail" ayarını "skip" yapın.',
        };
      case 'target':
        return {
          message: `${system} sistemi e-posta adresi olmayan kayıt kabul etmiyor.`,
          action: `Adresi kaynakta ekleyin veya "${field}" alanını eşleyin; sonra yeniden deneyin.`,
        };
    }
  },
  email_taken: ({ system, hidden, leaving }) => {
    if (hidden) {
      return {
        message: `${system} sisteminde bu e-posta adresiyle bir müşteri zaten var; oradaki arama onu henüz göstermiyor.`,
        action: 'Yapılacak bir şey yok: Kendiliğinden yeniden denenir.',
      };
    }
    return leaving
      ? {
          message: `Bu e-posta adresi, kendi değişikliği aktarılana kadar ${system} sistemindeki başka bir müşteride.`,
          action: 'O müşteri sizi beklemiyorsa yapılacak bir şey yok: Kendiliğinden yeniden denenir.',
        }
      : {
          message: `Müşterinin yeni bir e-posta adresi var ve bu adres ${system} sistemindeki başka bir müşteride zaten kayıtlı.`,
          action: 'İkisini orada birleştirin veya adresi düzeltin; sonra yeniden deneyin.',
        };
  },
  email_fixed: ({ system }) => ({
    message: `Müşterinin yeni bir e-posta adresi var; ${system} sistemi müşterilerin adresini değiştirmeye izin vermiyor.`,
    action: 'Adresi orada elle değiştirip yeniden deneyin; ya da bu değişikliği atlayın.',
  }),
  email_shared: ({ system, other }) => ({
    message: `${system} sistemindeki başka bir müşteri (${other}) aynı e-posta adresine sahip ve zaten eşitleniyor.`,
    action: 'Birine başka bir adres verin veya ikisini birleştirip yeniden deneyin; ya da bunu atlayın.',
  }),
  customer_ambiguous: ({ of, system, ids, key }) => {
    const listed = ids.join(', ');
    switch (of) {
      case 'several':
        return {
          message: `${system} sisteminde ${key} kaydının müşterisi olabilecek birden çok müşteri var (${listed}): E-posta adresleri ve adları aynı.`,
          action:
            'KDV numaralarını hem orada hem kaynakta girin veya bu müşterileri birleştirin; sonra yeniden deneyin.',
        };
      case 'taken':
        return {
          message: `${key} kaydındaki e-posta adresi ${system} sisteminde başkasına ait (${listed}): başka bir firmaya ya da biri firma, öbürü gerçek kişi. ${system} sistemi her adrese bir kez izin veriyor.`,
          action:
            'Birine başka bir adres verin veya firma adını ve KDV numarasını düzeltin; sonra yeniden deneyin.',
        };
      case 'another':
        return {
          message: `${key} kaydındaki e-posta adresi ${system} sisteminde başkasına ait (${listed}) ve müşteri oluşturma kapalı.`,
          action: 'Müşteriyi orada oluşturup yeniden deneyin veya "create" ayarına izin verin.',
        };
      case 'stranger':
        return {
          message: `${key} kaydındaki e-posta adresi ${system} sisteminde adı bambaşka olan bir gerçek kişiye ait (${listed}).`,
          action:
            'Aynı kişiyse adı düzeltin ya da birine başka bir adres verip yeniden deneyin; veya bunu atlayın.',
        };
      case 'ordered':
        return {
          message: `${key} kaydının bir siparişi ${system} sisteminde bir müşteri oluşturdu (${listed}), ama kayıt artık ona uymuyor: biri firma, öbürü gerçek kişi ya da adlar farklı. Yine de aynı müşteri olabilir.`,
          action: `Aynıysa ${system} sisteminde türünü ve adını aynı yapıp yeniden deneyin. Değilse bu kaydı kimliğiyle eşitleyin, ikinci bir müşteri oluşturulur; ya da bunu atlayın.`,
        };
      case 'kept':
        return {
          message: `Siparişteki bilgiler, ${system} sisteminde aynı e-posta adresini taşıyan müşterininkinden farklı (${listed}); o müşteri kaynaktaki müşterilerle eşitleniyor ve başka bir müşteri oluşturulamıyor.`,
          action:
            '"customer.create" ayarına izin verin ya da müşterinin olduğu gibi kullanılması için "customer.update" ayarını false yapın; sonra yeniden deneyin.',
        };
    }
  },
  customer_kind_differs: ({ system, id, kind }) => ({
    message: `Müşteri artık kaynakta ${kind === 'company' ? 'firma' : 'gerçek kişi'}, ${system} sisteminde (${id}) ise ${kind === 'company' ? 'gerçek kişi' : 'firma'}.`,
    action: `Doğruysa bunu ${system} sisteminde değiştirip yeniden deneyin; ya da bunu atlayın.`,
  }),
  duplicate_rule: ({ system, object, ids }) => ({
    message: `${system} sisteminin bir yineleme kuralı yeni kaydı (${object}) zaten var olan bir kayıt sayıyor: ${ids.join(', ') || 'hangisi olduğunu söylemiyor'}.`,
    action:
      'Aynı müşteriyse o kayda müşterinin e-posta adresini girip yeniden deneyin; ya da hesap bağlantısının yinelenen kayıtları kaydetmesine izin verip ("duplicates": "save") yeniden deneyin.',
  }),
  customer_missing: () => ({
    message: 'Hedef sistemde bu e-posta adresiyle bir müşteri yok ve "customer.create" ayarı false.',
    action: 'Müşteriyi orada oluşturup yeniden deneyin veya "customer.create" ayarına izin verin.',
  }),
  customer_vat_differs: ({ reverseCharge }) => ({
    message: `${reverseCharge ? 'Siparişte KDV yükümlülüğü müşteriye geçiyor' : 'Siparişte KDV alınıyor'}, var olan müşterinin ayarı ise farklı.`,
    action:
      'Müşterinin ters KDV yükümlülüğü ayarını hedef sistemde düzeltin veya "customer.update" ayarına izin verin; sonra yeniden deneyin.',
  }),
  customer_group_unknown: ({ system, group }) => ({
    message: `"${group}", ${system} sistemindeki bir müşteri grubunun numarası değil.`,
    action: '"classification" ayarında bir grubun numarasını belirtip yeniden deneyin.',
  }),
  address_incomplete: ({ system, missing, fields }) => ({
    message: `${system} sistemi tam adresi olmayan kayıt kabul etmiyor; eksik olan: ${missing.map((part) => addressParts[part] ?? part).join(', ')}.`,
    action:
      fields.length === 0
        ? 'Adresi kaynakta tamamlayıp yeniden deneyin.'
        : `Adresi kaynakta tamamlayın veya şu alanları eşleyin: ${fields.map((field) => `"${field}"`).join(', ')}; sonra yeniden deneyin.`,
  }),
  vat_number_missing: ({ field }) => ({
    message: 'KDV yükümlülüğü bu firmaya geçiyor, ama firmanın KDV numarası yok.',
    action: `KDV numarasını mağazada ekleyin veya "${field}" alanını eşleyin; sonra yeniden deneyin.`,
  }),
  company_missing: ({ system, field }) => ({
    message: `KDV yükümlülüğü bu müşteriye geçiyor, ama müşteri bir gerçek kişi; ${system} sistemi yükümlülüğü yalnızca firmalara devreder.`,
    action: `Firma adını mağazada ekleyin veya "${field}" alanına false eşleyin; sonra yeniden deneyin.`,
  }),
} satisfies typeof en;
