import type { erasing as english, deleting as englishDeleting } from '../../en/pages/people.ts';
import { sentence } from '../../sentence.ts';
import { counted } from '../figures.ts';

export const erasing: typeof english = {
  title: 'Personen und Verknüpfung löschen',
  heading: 'Eine Person löschen',
  help: 'Löscht, was diese Verknüpfung über eine Person aufbewahrt: die Verweise auf den Kundendatensatz, den Verlauf der Bestellungen, und was sonst mit der E-Mail-Adresse aufbewahrt wurde. Was im Shop und in der Buchhaltung steht, bleibt dort.',
  email: 'E-Mail-Adresse',
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

export const deleting: typeof englishDeleting = {
  heading: 'Diese Verknüpfung löschen',
  help: 'Löscht ihre Einstellungen, Zugangsdaten, Aufgaben, Verweise und ihren Verlauf. Gebuchte Bestellungen bleiben gebucht, aber Koppel weiß dann nichts mehr von ihnen. Token und Meldungskanäle, die nur für diese Verknüpfung sind, verschwinden mit ihr.',
  confirm: (id) => sentence`Gib ${id} ein, um zu bestätigen`,
  delete: 'Verknüpfung löschen',
  unconfirmed: (id) => `Es wurde nichts gelöscht: Gib "${id}" ein, um zu bestätigen.`,
};
