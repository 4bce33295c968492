import type { categories as english } from '../en/categories.ts';

const partNames: Readonly<Record<string, string>> = {
  parent: 'plaats in de boom',
  active: 'zichtbaar of verborgen',
};

/** A field that is mapped goes by its own name. */
function partName(part: string): string {
  const own = part.replace(/^values\./, '');
  return Object.hasOwn(partNames, part) ? (partNames[part] ?? own) : own;
}

export const categories: typeof english = {
  category_gone: ({ of, system, id }) =>
    of === undefined
      ? { message: 'De bron heeft geen categorie met dit id.', action: 'Controleer het id.' }
      : {
          message: `De categorie is verwijderd in ${system} (${id}), en is daarna in de bron gewijzigd.`,
          action: `Wil je de categorie opnieuw in ${system} laten maken, synchroniseer hem dan op id; of sla hem over, dan blijft hij voortaan met rust. Opnieuw proberen verandert niets.`,
        },
  category_conflict: ({ system, key, fields }) => ({
    message: `Categorie ${key} is aan beide kanten gewijzigd sinds ze voor het laatst gelijk waren, in de bron en in ${system}: ${fields.map(partName).join(', ')}. Al het andere is overgezet.`,
    action:
      'Bekijk beide waarden, vul in beide systemen de juiste in, en probeer het opnieuw; of sla dit over, dan blijven ze verschillend.',
  }),
  category_name_taken: ({ of, system, key, name, ids }) => {
    const [own, ...others] = ids;
    switch (of) {
      case 'several':
        return {
          message: `${system} heeft meerdere categorieën "${name}" op de plaats van categorie ${key} (${ids.join(', ')}).`,
          action: 'Hernoem ze daar of voeg ze samen, en probeer het opnieuw.',
        };
      case 'kept':
        return {
          message: `De categorie "${name}" van ${system} (${ids.join(', ')}) wordt gesynchroniseerd met een andere categorie van de bron, en ${key} heeft dezelfde naam en plaats.`,
          action: 'Hernoem of verplaats een van de twee in de bron, en probeer het opnieuw.',
        };
      case 'moved':
        return {
          message: `Categorie ${key} (${own} in ${system}) is verplaatst of hernoemd naar de plek waar in ${system} al een andere "${name}" staat (${others.join(', ')}). Er is niets gewijzigd.`,
          action: 'Voeg de twee samen, of hernoem er een, en probeer het opnieuw.',
        };
    }
  },
  category_unnamed: ({ key }) => ({
    message: `Categorie ${key} heeft geen naam.`,
    action: 'Geef de categorie een naam in de bron, en probeer het opnieuw.',
  }),
  category_cycle: ({ system, ids }) => ({
    message: `Categorieën staan in een kring onder elkaar, dus geen ervan heeft een plaats (${system}: ${ids.join(', ')}).`,
    action: 'Zet een ervan bovenaan, en probeer het opnieuw.',
  }),
  category_too_deep: ({ system, depth }) => ({
    message: `De categorie staat in ${system} onder meer dan ${depth} andere die nog niet zijn overgezet.`,
    action: 'Synchroniseer eerst de categorieën erboven, en probeer het opnieuw.',
  }),
  category_parent_gone: ({ system, id }) => ({
    message: `De categorie staat onder ${id}, en die heeft ${system} niet meer.`,
    action: 'Geef de categorie in de bron een andere plaats, en probeer het opnieuw.',
  }),
  category_parent_parked: ({ system, id, code }) => ({
    message: `De categorie staat onder ${id} van ${system}, en die kan niet worden overgezet (${code}).`,
    action: `Hier hoef je niets te doen: los ${id} op, dan volgt deze vanzelf.`,
  }),
  category_parents_first: () => ({
    message: 'De categorieën erboven worden eerst gemaakt.',
    action: 'Je hoeft niets te doen: het gaat vanzelf verder.',
  }),
  category_busy: ({ key }) => ({
    message: `Categorie ${key} is tijdens het overzetten door anderen gewijzigd.`,
    action: 'Je hoeft niets te doen: het wordt vanzelf opnieuw geprobeerd.',
  }),
};
