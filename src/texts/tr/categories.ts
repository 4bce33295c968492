/** Why a category needs a person. */
import type { categories as en } from '../en/categories.ts';

const partNames: Readonly<Record<string, string>> = {
  parent: 'ağaçtaki yeri',
  active: 'görünür veya gizli',
};

/** A field that is mapped goes by its own name. */
function partName(part: string): string {
  const own = part.replace(/^values\./, '');
  return Object.hasOwn(partNames, part) ? (partNames[part] ?? own) : own;
}

export const categories = {
  category_gone: ({ of, system, id }) =>
    of === undefined
      ? { message: 'Kaynakta bu kimlikle bir kategori yok.', action: 'Kimliği kontrol edin.' }
      : {
          message: `Kategori ${system} sisteminde silindi (${id}) ve o zamandan beri kaynakta değişti.`,
          action: `${system} sisteminde yeniden oluşturulması için kategoriyi kimliğiyle eşitleyin; ya da atlayın, bundan sonra kategoriye dokunulmaz. Yeniden denemek bir şeyi değiştirmez.`,
        },
  category_conflict: ({ system, key, fields }) => ({
    message: `${key} kategorisi, son eşitlikten sonra iki tarafta da değişti, kaynakta ve ${system} sisteminde: ${fields.map(partName).join(', ')}. Geri kalan her şey aktarıldı.`,
    action:
      'İki değere de bakın, doğru olanı iki sisteme de girip yeniden deneyin; ya da bunu atlayın, ikisi farklı kalır.',
  }),
  category_name_taken: ({ of, system, key, name, ids }) => {
    const [own, ...others] = ids;
    switch (of) {
      case 'several':
        return {
          message: `${system} sisteminde ${key} kategorisinin yerinde "${name}" adlı birden çok kategori var (${ids.join(', ')}).`,
          action: 'Bunları orada yeniden adlandırın veya birleştirin; sonra yeniden deneyin.',
        };
      case 'kept':
        return {
          message: `${system} sistemindeki "${name}" kategorisi (${ids.join(', ')}) kaynağın başka bir kategorisiyle eşitleniyor; ${key} kategorisinin adı ve yeri de aynı.`,
          action: 'İkisinden birini kaynakta yeniden adlandırın veya taşıyın; sonra yeniden deneyin.',
        };
      case 'moved':
        return {
          message: `${key} kategorisi (${system} sisteminde ${own}), ${system} sisteminde "${name}" adlı başka bir kategorinin bulunduğu yere taşındı veya onun adını aldı (${others.join(', ')}). Hiçbir şey yazılmadı.`,
          action: 'İkisini birleştirin veya birini yeniden adlandırın; sonra yeniden deneyin.',
        };
    }
  },
  category_unnamed: ({ key }) => ({
    message: `${key} kategorisinin adı yok.`,
    action: 'Kaynakta bir ad verip yeniden deneyin.',
  }),
  category_cycle: ({ system, ids }) => ({
    message: `Kategoriler döngüsel olarak birbirinin altında duruyor, bu yüzden hiçbirinin yeri yok (${system}: ${ids.join(', ')}).`,
    action: 'Birini en üste taşıyıp yeniden deneyin.',
  }),
  category_too_deep: ({ system, depth }) => ({
    message: `${system} sistemindeki bu kategorinin üstünde henüz aktarılmamış kategori sayısı ${depth} sınırını aşıyor.`,
    action: 'Önce üstündeki kategorileri eşitleyip yeniden deneyin.',
  }),
  category_parent_gone: ({ system, id }) => ({
    message: `Bu kategorinin üst kategorisi (${id}) artık ${system} sisteminde yok.`,
    action: 'Kategoriye kaynakta başka bir yer verip yeniden deneyin.',
  }),
  category_parent_parked: ({ system, id, code }) => ({
    message: `Bu kategorinin ${system} sistemindeki üst kategorisi (${id}) aktarılamıyor (${code}).`,
    action: `Burada yapılacak bir şey yok: ${id} kategorisiyle ilgilenin, bu kategori ardından kendiliğinden aktarılır.`,
  }),
  category_parents_first: () => ({
    message: 'Önce üstündeki kategoriler oluşturuluyor.',
    action: 'Yapılacak bir şey yok: Kendiliğinden devam eder.',
  }),
  category_busy: ({ key }) => ({
    message: `${key} kategorisi aktarılırken başkaları tarafından değiştirildi.`,
    action: 'Yapılacak bir şey yok: Kendiliğinden yeniden denenir.',
  }),
} satisfies typeof en;
