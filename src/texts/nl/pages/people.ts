import type {
  erasing as english,
  deleting as englishDeleting,
  retention as englishRetention,
} from '../../en/pages/people.ts';
import { sentence } from '../../sentence.ts';
import { counted } from '../figures.ts';

export const erasing: typeof english = {
  heading: 'Een persoon wissen',
  help: 'Verwijdert wat deze koppeling van een persoon bewaart: de verwijzingen naar de klant, de activiteit van de bestellingen, en wat er verder bewaard is met het e-mailadres erin. Wat in de winkel en in de boekhouding staat, blijft daar staan.',
  email: 'E-mailadres',
  look: 'Kijk wat er bewaard is',
  wouldGo: (email) => `Dit zou verdwijnen van ${email}`,
  kind: 'Wat',
  count: 'Hoeveel',
  kinds: {
    links: 'Verwijzingen naar de klant',
    activity: 'Records van de activiteit over deze persoon',
    mentions: 'Andere records met het adres erin',
  },
  moreToSearch: 'Er is meer dan nu bekeken is: bij het wissen wordt alles bekeken.',
  sureLabel: 'Bevestiging',
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

export const retention: typeof englishRetention = {
  heading: 'Wat er bewaard wordt, en hoe lang',
  help: 'Bestellingen gaan alleen langs: van mensen wordt alleen bewaard wat gelezen en geschreven is, versleuteld, zo lang als je hier instelt. Taken en verwijzingen bevatten nummers en versleutelde kenmerken, geen namen en geen adressen.',
  days: 'Dagen dat bewaard blijft wat gelezen en geschreven is',
  daysHint: 'Van 0 (er wordt niets bewaard) tot 365.',
  save: 'Opslaan',
  notDays: (most) => `moet een geheel getal van 0 tot en met ${most} zijn`,
  what: 'Wat',
  howLong: 'Hoe lang',
  notKept: 'helemaal niet',
  forDays: (count) => counted(count, 'dag', 'dagen'),
  last: (count) => `de laatste ${count}`,
  withLink: 'zo lang als de koppeling',
  contents: 'Wat gelezen en geschreven is, versleuteld',
  happened: 'Dat het gebeurd is: tijd, nummer, uitkomst',
  counts: 'Aantallen per dag, en dagen met problemen',
  deeds: 'Wie wat gewijzigd heeft',
  deliveries: "Id's van webhooks die binnenkwamen",
  marks: 'Versleutelde kenmerken waaraan bestellingen die rondgaan herkend worden',
  versions: 'Versies van de instellingen, zonder geheime waarden',
  references: 'Verwijzingen tussen de twee systemen, en bedragen van bestellingen',
  credentials: 'Toegangsgegevens, versleuteld',
  whole: 'Alles wat opgeslagen wordt, tabel voor tabel',
};

export const deleting: typeof englishDeleting = {
  heading: 'Deze koppeling verwijderen',
  help: 'Verwijdert de instellingen, toegangsgegevens, taken, verwijzingen en activiteit. Geboekte bestellingen blijven geboekt, maar Koppel weet er niets meer van. Tokens en meldingskanalen die alleen voor deze koppeling zijn, verdwijnen ook.',
  confirm: (id) => sentence`Typ ${id} om te bevestigen`,
  delete: 'Koppeling verwijderen',
  unconfirmed: (id) => `Er is niets verwijderd: typ "${id}" om te bevestigen.`,
};
