import type { overview as english, status as englishStatus } from '../../en/pages/overview.ts';
import { sentence } from '../../sentence.ts';

export const overview: typeof english = {
  title: 'Koppelingen',
  add: 'Nieuwe koppeling',
  emptyTitle: 'Er is nog niets gekoppeld',
  empty:
    'Een koppeling verbindt een winkel met je boekhouding: elke bestelling wordt één keer geboekt, tot op de cent.',
  addFirst: 'Maak de eerste aan',
  lastReport: (id, at) => sentence`${id}, laatste bericht ${at}`,
  waiting: 'Onderweg',
  parked: 'Wacht op jou',
  doneToday: 'Vandaag verwerkt',
  problemsOf: (name) => `Problemen van ${name}`,
};

export const status: typeof englishStatus = {
  title: 'Status',
  good: 'Alles is in orde.',
  bad: 'Iets vraagt om aandacht.',
  empty: 'Er zijn nog geen koppelingen.',
  tasksOf: (name) => `Aantallen van ${name}`,
  asJson: (link) => sentence`Dezelfde gegevens als JSON: ${link}`,
};
