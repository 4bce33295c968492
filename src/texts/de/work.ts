import type { work as en, leftOutBySettings as enLeftOut } from '../en/work.ts';
import { day as written } from './figures.ts';

/** Why the settings leave records out, by the code of the reason, with the setting that says so. */
const leftOutBySettings: Readonly<Record<keyof typeof enLeftOut, string>> = {
  placed_before: 'vor "since" aufgegeben, oder bevor der Abgleich in Betrieb ging',
  not_paid: 'nicht bezahlt, und "paid" steht auf true',
  paid: 'bezahlt, und "paid" steht auf false',
  status_excluded: 'Der Status steht nicht in "statuses"',
  payment_status_excluded: 'Der Zahlungsstatus steht nicht in "paymentStatuses"',
  kind_excluded: 'Die Art steht nicht in "kinds"',
  country_excluded: 'Das Land steht nicht in "countries"',
  not_created: 'nicht im Zielsystem, und "create" steht auf false',
  not_updated: 'im Zielsystem, und "update" steht auf false',
};

/** What can happen to the work on a record. */
export const work = {
  internal_error: ({ name }) => ({
    message: `In Koppel ist ein Fehler aufgetreten (${name}).`,
    action:
      'Es wird von selbst erneut versucht; bleibt der Fehler, melde ihn mit der Protokollzeile dieser Aufgabe.',
  }),
  crashed: ({ times }) => ({
    message: `Koppel ist ${times}-mal abgestürzt, während es an diesem Datensatz arbeitete.`,
    action: 'Sieh dir den Datensatz an; versuche ihn einzeln erneut, und melde es, wenn es wieder geschieht.',
  }),
  all_skipped: ({ day, count, why, ofWhy }) => ({
    message: `Am ${written(day)} wurde alles übersprungen: ${count === 1 ? '1 Datensatz' : `${count} Datensätze`}${ofWhy === count ? '' : `, davon ${ofWhy} aus diesem Grund`}: ${leftOutBySettings[why] ?? 'Die Einstellungen verlangen es'}.`,
    action:
      'Prüfe, ob die Einstellungen dieses Abgleichs so gemeint sind; die Meldung verschwindet, sobald ein Datensatz übertragen wird.',
  }),
  run_spent: () => ({
    message: 'Dieser Durchlauf hat alle Aufrufe gemacht, die er machen darf.',
    action: 'Nichts zu tun: Im nächsten geht es von selbst weiter.',
  }),
  too_many_calls: ({ calls }) => ({
    message: `Dieser Datensatz brauchte ${calls} Aufrufe und war noch nicht fertig; mehr darf keiner brauchen.`,
    action:
      'Sieh nach, was an ihm ungewöhnlich ist, etwa sehr viele Zeilen mit Artikeln, die nachgeschlagen werden müssen; versuche es erneut, und melde es, wenn es wieder geschieht.',
  }),
  flow_gone: ({ flow }) => ({
    message: `Den Abgleich "${flow}", in dem diese Datensätze unterwegs waren, gibt es nicht mehr.`,
    action:
      'Nimm den Abgleich wieder in die Einstellungen auf, dann laufen sie weiter; oder überspringe sie.',
  }),
  same_accounts: ({ others }) => ({
    message: `${others.join(', ')} ${others.length === 1 ? 'arbeitet' : 'arbeiten'} mit denselben beiden Konten.`,
    action:
      'Pausiere oder lösche alle bis auf eine Verknüpfung, außer sie übertragen verschiedene Datensätze: Sonst wird alles doppelt übertragen.',
  }),
  orders_ring: ({ others }) => ({
    message: `Die Bestellungen dieser Verknüpfung kommen über ${others.join(', ')} dorthin zurück, wo sie herkamen.`,
    action:
      'Was Koppel angelegt hat, wird nie weiterübertragen, es läuft also nichts im Kreis; prüfe, ob das so gemeint ist, und entferne die Abgleiche, die es nicht sind.',
  }),
  draft_again: () => ({
    message:
      'Die Verknüpfung lief und ist wieder ein Entwurf: Nichts wird übertragen, und auf Webhooks geschieht nichts.',
    action:
      'Nimm sie wieder in Betrieb: Sie beginnt dann neu. Lass "state" im Dokument weg, damit eine Verknüpfung bleibt, wie sie ist.',
  }),
  sales_not_taken_off: ({ source, target }) => ({
    message: `Was ${target} verkauft, wird nicht vom Bestand von ${source} abgezogen; dabei überträgt Koppel dessen Bestände nach ${target}.`,
    action: `Lass die Bestellungen von ${target} mit "products" auf "require" oder "create" nach ${source} gehen, wo ${source} sie abzieht; andernfalls halte in "safetyStock" genug zurück, oder ziehe die Stückzahlen von Hand ab.`,
  }),
  hooks_refused: ({ system, flow, scope }) => ({
    message: `${system} teilt Koppel nicht mit, wenn sich im Abgleich "${flow}" etwas ändert${scope === undefined ? ': Das System hat es abgelehnt' : `: Der App fehlt die Berechtigung (Scope) ${scope}`}.`,
    action: `${scope === undefined ? '' : `Gib der App die Berechtigung ${scope}; Koppel fragt innerhalb eines Tages wieder an. `}Stelle bis dahin beim Abgleich "every" ein, damit nach Änderungen gesucht wird.`,
  }),
  sibling_silent: () => ({
    message:
      'Eine andere Verknüpfung, die mit demselben Konto arbeitet, antwortet nicht, ob sie diesen Datensatz angelegt hat.',
    action:
      'Nichts zu tun: Jene Verknüpfung wird von selbst wieder gefragt. Sieh sie dir an, wenn dies bleibt.',
  }),
  stalled: () => ({
    message: 'Die Verknüpfung hatte ohne Meldung aufgehört zu arbeiten.',
    action:
      'Die Verknüpfung wurde neu gestartet; sobald sie arbeitet, wird auch das gemeldet. Melde es, wenn es oft geschieht.',
  }),
} satisfies typeof en;
