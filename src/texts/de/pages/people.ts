import type {
  erasing as english,
  deleting as englishDeleting,
  retention as englishRetention,
} from '../../en/pages/people.ts';
import { sentence } from '../../sentence.ts';
import { counted } from '../figures.ts';

export const erasing: typeof english = {
  heading: 'Eine Person löschen',
  help: 'Löscht, was diese Verknüpfung über eine Person aufbewahrt: die Verweise auf den Kundendatensatz, den Verlauf der Bestellungen, und was sonst mit der E-Mail-Adresse aufbewahrt wurde. Was im Shop und in der Buchhaltung steht, bleibt dort.',
  email: 'E-Mail-Adresse',
  look: 'Nachsehen, was gespeichert ist',
  wouldGo: (email) => `Das würde von ${email} gelöscht`,
  kind: 'Was',
  count: 'Wie viele',
  kinds: {
    links: 'Verweise auf den Kundendatensatz',
    activity: 'Einträge des Verlaufs über diese Person',
    mentions: 'Andere Einträge, in denen die Adresse steht',
  },
  moreToSearch: 'Es ist mehr da, als jetzt durchgesehen wurde: Beim Löschen wird alles durchgesehen.',
  sureLabel: 'Bestätigung',
  sure: 'Lösche diese Person. Ich weiß, dass sich das nicht rückgängig machen lässt.',
  erase: 'Löschen',
  goOn: 'Weiter',
  noEmail: 'Gib eine E-Mail-Adresse ein.',
  notSure: 'Bestätige, dass sich das nicht rückgängig machen lässt.',
  nothingKept: 'Über diese Person war nichts gespeichert.',
  erased: (links, activity) =>
    `Gelöscht: ${counted(links, 'Verweis', 'Verweise')} und ${counted(activity, 'Eintrag', 'Einträge')} des Verlaufs.`,
  unfinished: 'Noch wurde nicht alles durchgesehen: Es ist viel. Klicke auf "Weiter".',
  unopened: (count) =>
    `${counted(count, 'Datensatz konnte', 'Datensätze konnten')} nicht geöffnet werden: Der Schlüssel, mit dem sie verschlüsselt wurden, ist nicht gesetzt. Setze ihn als ENCRYPTION_KEY_PREVIOUS und lösche die Person erneut.`,
};

export const retention: typeof englishRetention = {
  heading: 'Was gespeichert wird, und wie lange',
  help: 'Bestellungen gehen nur durch: Von Personen wird nur gespeichert, was gelesen und geschrieben wurde, verschlüsselt und so lange, wie du es hier festlegst. Aufgaben und Verweise enthalten Nummern und verschlüsselte Merkmale, keine Namen und keine Adressen.',
  days: 'Tage, die Gelesenes und Geschriebenes gespeichert bleibt',
  daysHint: 'Von 0 (nichts wird gespeichert) bis 365.',
  save: 'Speichern',
  notDays: (most) => `muss eine ganze Zahl von 0 bis ${most} sein`,
  what: 'Was',
  howLong: 'Wie lange',
  notKept: 'gar nicht',
  forDays: (count) => counted(count, 'Tag', 'Tage'),
  last: (count) => `die letzten ${count}`,
  withLink: 'so lange wie die Verknüpfung',
  contents: 'Was gelesen und geschrieben wurde, verschlüsselt',
  happened: 'Dass es geschehen ist: Zeit, Nummer, Ergebnis',
  counts: 'Anzahlen pro Tag, und Tage mit Störungen',
  deeds: 'Wer was geändert hat',
  deliveries: 'IDs eingegangener Webhooks',
  marks: 'Verschlüsselte Merkmale, an denen Bestellungen erkannt werden, die im Kreis laufen',
  versions: 'Fassungen der Einstellungen, ohne geheime Werte',
  references: 'Verweise zwischen den beiden Systemen, und Beträge von Bestellungen',
  credentials: 'Zugangsdaten, verschlüsselt',
  whole: 'Alles, was gespeichert wird, Tabelle für Tabelle',
};

export const deleting: typeof englishDeleting = {
  heading: 'Diese Verknüpfung löschen',
  help: 'Löscht ihre Einstellungen, Zugangsdaten, Aufgaben, Verweise und ihren Verlauf. Gebuchte Bestellungen bleiben gebucht, aber Koppel weiß dann nichts mehr von ihnen. Token und Meldungskanäle, die nur für diese Verknüpfung sind, verschwinden mit ihr.',
  confirm: (id) => sentence`Gib ${id} ein, um zu bestätigen`,
  delete: 'Verknüpfung löschen',
  unconfirmed: (id) => `Es wurde nichts gelöscht: Gib "${id}" ein, um zu bestätigen.`,
};
