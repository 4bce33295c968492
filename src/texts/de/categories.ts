/** Why a category needs a person. */
import type { categories as en } from '../en/categories.ts';

const partNames: Readonly<Record<string, string>> = {
  parent: 'Platz im Baum',
  active: 'sichtbar oder ausgeblendet',
};

/** A field that is mapped goes by its own name. */
function partName(part: string): string {
  const own = part.replace(/^values\./, '');
  return Object.hasOwn(partNames, part) ? (partNames[part] ?? own) : own;
}

export const categories = {
  category_gone: ({ of, system, id }) =>
    of === undefined
      ? { message: 'Die Quelle hat keine Kategorie mit dieser ID.', action: 'Prüfe die ID.' }
      : {
          message: `Die Kategorie wurde in ${system} gelöscht (${id}) und hat sich seitdem in der Quelle geändert.`,
          action: `Damit sie in ${system} neu angelegt wird, gleiche sie über ihre ID ab; oder überspringe sie, dann bleibt sie von nun an unberührt. Ein erneuter Versuch ändert nichts.`,
        },
  category_conflict: ({ system, key, fields }) => ({
    message: `Die Kategorie ${key} wurde auf beiden Seiten geändert, seit beide zuletzt gleich waren, in der Quelle und in ${system}: ${fields.map(partName).join(', ')}. Alles andere wurde übertragen.`,
    action:
      'Sieh dir beide Werte an, trage den richtigen in beiden Systemen ein und versuche es erneut; oder überspringe dies, dann bleiben beide verschieden.',
  }),
  category_name_taken: ({ of, system, key, name, ids }) => {
    const [own, ...others] = ids;
    switch (of) {
      case 'several':
        return {
          message: `${system} hat am Platz der Kategorie ${key} mehrere Kategorien "${name}" (${ids.join(', ')}).`,
          action: 'Benenne sie dort um oder führe sie zusammen, und versuche es erneut.',
        };
      case 'kept':
        return {
          message: `Die Kategorie "${name}" von ${system} (${ids.join(', ')}) wird mit einer anderen Kategorie der Quelle abgeglichen, und ${key} hat denselben Namen und Platz.`,
          action: 'Benenne eine von beiden in der Quelle um oder verschiebe sie, und versuche es erneut.',
        };
      case 'moved':
        return {
          message: `Die Kategorie ${key} (${own} in ${system}) wurde dorthin verschoben oder so umbenannt, wo in ${system} schon eine andere "${name}" steht (${others.join(', ')}). Es wurde nichts geschrieben.`,
          action: 'Führe die beiden zusammen, oder benenne eine davon um, und versuche es erneut.',
        };
    }
  },
  category_unnamed: ({ key }) => ({
    message: `Die Kategorie ${key} hat keinen Namen.`,
    action: 'Gib ihr in der Quelle einen, und versuche es erneut.',
  }),
  category_cycle: ({ system, ids }) => ({
    message: `Kategorien sind einander im Kreis untergeordnet, sodass keine einen Platz hat (${system}: ${ids.join(', ')}).`,
    action: 'Verschiebe eine davon auf die oberste Ebene, und versuche es erneut.',
  }),
  category_too_deep: ({ system, depth }) => ({
    message: `Die Kategorie steht in ${system} unter mehr als ${depth} anderen, die noch nicht übertragen wurden.`,
    action: 'Gleiche zuerst die Kategorien darüber ab, und versuche es erneut.',
  }),
  category_parent_gone: ({ system, id }) => ({
    message: `Die Kategorie steht unter ${id}; ${system} hat diese nicht mehr.`,
    action: 'Gib ihr in der Quelle einen anderen Platz, und versuche es erneut.',
  }),
  category_parent_parked: ({ system, id, code }) => ({
    message: `Die Kategorie steht unter ${id} von ${system}; diese kann nicht übertragen werden (${code}).`,
    action: `Hier ist nichts zu tun: Kümmere dich um ${id}, dann folgt diese von selbst.`,
  }),
  category_parents_first: () => ({
    message: 'Die Kategorien darüber werden zuerst angelegt.',
    action: 'Nichts zu tun: Es geht von selbst weiter.',
  }),
  category_busy: ({ key }) => ({
    message: `Die Kategorie ${key} wurde von anderen geändert, während sie übertragen wurde.`,
    action: 'Nichts zu tun: Es wird von selbst erneut versucht.',
  }),
} satisfies typeof en;
