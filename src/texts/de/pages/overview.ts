import type { overview as english, status as englishStatus } from '../../en/pages/overview.ts';
import { sentence } from '../../sentence.ts';
import { counted, number } from '../figures.ts';

export const overview: typeof english = {
  title: 'Verknüpfungen',
  add: 'Neue Verknüpfung',
  emptyTitle: 'Noch ist nichts verknüpft',
  empty:
    'Eine Verknüpfung verbindet einen Shop mit deiner Buchhaltung: Jede Bestellung wird einmal gebucht, auf den Cent genau.',
  addFirst: 'Lege die erste an',
  lastReport: (at) => sentence`Letzte Meldung: ${at}`,
  waiting: 'Unterwegs',
  parked: 'Braucht dich',
  doneToday: 'Heute erledigt',
  needYou: (count) => `${counted(count, 'Datensatz braucht', 'Datensätze brauchen')} dich.`,
  ordersNeedYou: (count) => `${counted(count, 'Bestellung braucht', 'Bestellungen brauchen')} dich.`,
  troubled: (count) => `${counted(count, 'Verknüpfung braucht', 'Verknüpfungen brauchen')} Aufmerksamkeit.`,
  well: 'Alles ist in Ordnung.',
  lastRecord: (record, at) => sentence`Zuletzt: ${record}, ${at}`,
  more: (count) => `und ${number(count)} weitere`,
  problemsOf: (name) => `Probleme von ${name}`,
};

export const status: typeof englishStatus = {
  title: 'Status',
  good: 'Alles ist in Ordnung.',
  bad: 'Etwas braucht Aufmerksamkeit.',
  empty: 'Es gibt noch keine Verknüpfungen.',
  inOrder: (count, max) => `An ${number(count)} von ${counted(max, 'Tag', 'Tagen')} war alles in Ordnung.`,
  unknown: 'Über die vergangenen Tage ist noch nichts bekannt.',
  firstDay: (days) => `vor ${counted(days, 'Tag', 'Tagen')}`,
  today: 'heute',
  troubledDays: 'Tage mit Problemen',
  day: 'Tag (UTC)',
  what: 'Was war',
  howLong: 'Wie lange',
  ok: 'in Ordnung',
  attention: 'Datensätze warteten auf jemanden',
  interrupted: 'etwas ging nicht weiter',
  notKnown: 'nicht bekannt',
  legend: 'Was die Balken bedeuten',
  minutes: (count) => counted(count, 'Minute', 'Minuten'),
  hours: (count) => counted(count, 'Stunde', 'Stunden'),
  tasksOf: (name) => `Zahlen von ${name}`,
  asJson: (link) => sentence`Dieselben Daten als JSON: ${link}`,
};
