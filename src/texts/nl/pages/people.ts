import type { erasing as english, deleting as englishDeleting } from '../../en/pages/people.ts';
import { sentence } from '../../sentence.ts';
import { counted } from '../figures.ts';

export const erasing: typeof english = {
  title: 'Wissen en verwijderen',
  heading: 'Een persoon wissen',
  help: 'Verwijdert wat deze koppeling van een persoon bewaart: de verwijzingen naar de klant, de activiteit van de bestellingen, en wat er verder bewaard is met het e-mailadres erin. Wat in de winkel en in de boekhouding staat, blijft daar staan.',
  email: 'E-mailadres',
  sure: 'Wis deze persoon. Ik weet dat dit niet ongedaan gemaakt kan worden.',
  erase: 'Wissen',
  goOn: 'Ga door',
  noEmail: 'Vul een e-mailadres in.',
  notSure: 'Bevestig dat dit niet ongedaan gemaakt kan worden.',
  nothingKept: 'Van deze persoon was niets bewaard.',
  erased: (links, activity) =>
    `Gewist: ${counted(links, 'verwijzing', 'verwijzingen')} en ${counted(activity, 'record', 'records')} van de activiteit.`,
  unfinished: 'Nog niet alles is bekeken: het is veel. Klik op "Ga door".',
  unopened: (count) =>
    `${counted(count, 'record kon', 'records konden')} niet geopend worden: de sleutel waarmee ze versleuteld zijn is niet ingesteld. Stel die in als ENCRYPTION_KEY_PREVIOUS en wis de persoon opnieuw.`,
};

export const deleting: typeof englishDeleting = {
  heading: 'Deze koppeling verwijderen',
  help: 'Verwijdert de instellingen, toegangsgegevens, taken, verwijzingen en activiteit. Geboekte bestellingen blijven geboekt, maar Koppel weet er niets meer van. Tokens en meldingskanalen die alleen voor deze koppeling zijn, verdwijnen ook.',
  confirm: (id) => sentence`Typ ${id} om te bevestigen`,
  delete: 'Koppeling verwijderen',
  unconfirmed: (id) => `Er is niets verwijderd: typ "${id}" om te bevestigen.`,
};
