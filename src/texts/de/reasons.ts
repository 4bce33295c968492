import type { reasons as en } from '../en/reasons.ts';
import type { LeftOutWhy } from '../left-out-why.ts';
import { day } from './figures.ts';
import { happened } from './words.ts';

/** Why a booked order would not leave any more, by the code of the reason to skip it. */
const unwantedBy: Readonly<Record<string, string>> = {
  cancelled: 'sie ist inzwischen storniert',
  refunded: 'sie ist inzwischen erstattet',
  placed_before: 'sie wurde vor "since" aufgegeben, oder bevor der Abgleich in Betrieb ging',
  status_excluded: 'ihr Status steht nicht in "statuses"',
  payment_status_excluded: 'ihr Zahlungsstatus steht nicht in "paymentStatuses"',
  draft: 'sie ist ein Entwurf',
  not_paid: 'sie ist nicht bezahlt',
  paid: 'sie ist bezahlt',
};

/** Where a person did something. */
const places = { api: 'über die API', page: 'in der Oberfläche' };

const kinds: Readonly<Record<string, string>> = { person: 'Privatperson', company: 'Firma' };

/** Why a person leaves all of a cause out. */
export const leftOutWhys: Readonly<Record<LeftOutWhy, string>> = {
  booked_by_hand: 'von Hand gebucht',
  test: 'ein Test',
  not_for_target: 'gehört nicht in die Buchhaltung oder den anderen Shop',
  twice: 'schon vorhanden',
  other: 'ein anderer Grund',
};

function because(why: LeftOutWhy | undefined): string {
  return why === undefined ? '' : `: ${leftOutWhys[why] ?? why}`;
}

/** How a task ended, in half a sentence. */
export const reasons = {
  booked: () => 'gebucht',
  booked_before: ({ unwanted }) =>
    `zuvor gebucht; ${unwantedBy[unwanted] ?? 'sie würde jetzt nicht gebucht'}`,
  already_booked: () => 'bereits gebucht',
  went_on: ({ what }) => `seitdem ${happened(what)}, und das wurde gemeldet`,
  found: () => 'schon unter dieser Referenz im Zielsystem',
  left_out: ({ by, why }) => `von einer Person übersprungen, ${places[by]}${because(why)}`,
  taken_back: ({ by }) => `nicht mehr übersprungen, von einer Person zurückgenommen, ${places[by]}`,
  difference_accepted: () => 'die Abweichung wurde hingenommen',
  credited: () => 'gutgeschrieben',
  credited_in_part: () => 'teilweise gutgeschrieben',
  joined_day: ({ till, date }) => `in den Tag ${day(date)} von ${till} aufgenommen`,
  in_day: ({ till, date }) => `bereits im Tag ${day(date)} von ${till}`,
  changed_in_day: ({ till, date }) => `seitdem geändert, auch im Tag ${day(date)} von ${till}`,
  day_empty: ({ till, date }) => `vom Tag ${day(date)} von ${till} ist kein Kassenbon übrig`,
  gone: () => 'nicht mehr in der Quelle',
  made_by_koppel: () => 'von Koppel selbst angelegt: Was Koppel angelegt hat, wird nie weiterübertragen',
  cancelled: () => 'vor dem Buchen storniert',
  refunded: () => 'vor dem Buchen erstattet',
  placed_before: ({ since }) => `vor dem ${day(since)} aufgegeben`,
  status_excluded: ({ status }) => `Bestellstatus ${status} steht nicht in "statuses"`,
  draft: ({ status }) => `dort noch ein Entwurf, und "statuses" nennt ${status} nicht`,
  payment_status_excluded: ({ status }) => `Zahlungsstatus ${status} steht nicht in "paymentStatuses"`,
  not_paid: () => 'nicht bezahlt, und "paid" steht auf true',
  paid: () => 'bezahlt, und "paid" steht auf false',
  kind_excluded: ({ kind }) => `${Object.hasOwn(kinds, kind) ? kinds[kind] : kind} steht nicht in "kinds"`,
  country_excluded: ({ country }) =>
    country === '' ? 'hat kein Land' : `Land ${country} steht nicht in "countries"`,
  email_missing: () => 'hat keine E-Mail-Adresse',
  nothing_new: () => 'nichts Neues',
  created: () => 'angelegt',
  updated: () => 'aktualisiert',
  not_created: () => 'nicht im Zielsystem, und "create" steht auf false',
  archived: () => 'im Zielsystem archiviert',
  already_so: () => 'im Zielsystem schon so',
  dropped: () => 'übersprungen, als der Abgleich aus den Einstellungen entfernt wurde',
  left_gone: () => 'im Zielsystem gelöscht; dabei bleibt es',
  made_for_an_order: () => 'im Zielsystem für eine Bestellung angelegt: wird nicht abgeglichen',
  outside_root: () => 'nicht unter der Kategorie, unter der der Baum hängt',
  parent_not_made: ({ id }) => `die Kategorie darüber (${id}) ist nicht im Zielsystem`,
  not_updated: () => 'im Zielsystem, und "update" steht auf false',
} satisfies typeof en;
