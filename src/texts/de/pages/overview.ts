import type { overview as english, status as englishStatus } from '../../en/pages/overview.ts';
import { sentence } from '../../sentence.ts';

export const overview: typeof english = {
  title: 'Verknüpfungen',
  add: 'Neue Verknüpfung',
  emptyTitle: 'Noch ist nichts verknüpft',
  empty:
    'Eine Verknüpfung verbindet einen Shop mit deiner Buchhaltung: Jede Bestellung wird einmal gebucht, auf den Cent genau.',
  addFirst: 'Lege die erste an',
  lastReport: (id, at) => sentence`${id}, letzte Meldung ${at}`,
  waiting: 'Unterwegs',
  parked: 'Braucht dich',
  doneToday: 'Heute erledigt',
  problemsOf: (name) => `Probleme von ${name}`,
};

export const status: typeof englishStatus = {
  title: 'Status',
  good: 'Alles ist in Ordnung.',
  bad: 'Etwas braucht Aufmerksamkeit.',
  empty: 'Es gibt noch keine Verknüpfungen.',
  tasksOf: (name) => `Zahlen von ${name}`,
  asJson: (link) => sentence`Dieselben Daten als JSON: ${link}`,
};
