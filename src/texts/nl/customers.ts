import type { customers as english } from '../en/customers.ts';
import { taskButtons } from './pages/parts.ts';

const addressParts: Readonly<Record<string, string>> = {
  street: 'straat',
  postalCode: 'postcode',
  city: 'plaats',
  country: 'land',
};

/** Parts of a customer, as people call them. */
const partNames: Readonly<Record<string, string>> = {
  email: 'e-mailadres',
  kind: 'bedrijf of particulier',
  contact: 'contactpersoon',
  vatNumber: 'btw-nummer',
  cocNumber: 'KvK-nummer',
  reverseCharge: 'btw verlegd',
  phone: 'telefoonnummer',
};

/** What a part of a customer is called; a field that is mapped goes by its own name. */
export function partName(part: string): string {
  return Object.hasOwn(partNames, part) ? (partNames[part] ?? part) : part;
}

/** `kind`: of a customer. */
function kindName(kind: 'person' | 'company'): string {
  return kind === 'company' ? 'bedrijf' : 'particulier';
}

const triedAgain = 'Je hoeft niets te doen: het wordt vanzelf opnieuw geprobeerd.';

export const customers: typeof english = {
  customer_gone: ({ of, system, id }) =>
    of === undefined
      ? { message: 'De bron heeft geen klant met dit id.', action: 'Controleer het id.' }
      : {
          message: `De klant is verwijderd in ${system} (${id}), en is daarna in de bron gewijzigd.`,
          action: `Wil je de klant opnieuw in ${system} laten maken, klik dan op "${taskButtons.makeAgain}" op de pagina van dit record, of synchroniseer hem op zijn id; of sla hem over, dan blijft hij voortaan met rust. Opnieuw proberen verandert niets.`,
        },
  customer_conflict: ({ system, fields }) => ({
    message: `De klant is aan beide kanten gewijzigd sinds ze voor het laatst gelijk waren, in de bron en in ${system}: ${fields.map(partName).join(', ')}. Al het andere is overgezet. Beide waarden staan in de activiteit, en op de pagina van dit record.`,
    action:
      'Bekijk beide waarden, vul in beide systemen de juiste in, en probeer het opnieuw; of sla dit over, dan blijven ze verschillend. Met "conflicts" op "source" wordt voortaan de bron gevolgd.',
  }),
  email_missing: ({ of, system, field }) => {
    switch (of) {
      case 'order':
        return {
          message:
            'De bestelling heeft geen e-mailadres, dus de klant kan niet worden gevonden of aangemaakt.',
          action:
            'Vul bij de bestelling in de winkel een e-mailadres in, of stel "customer.defaultDebtor" in, en probeer het opnieuw.',
        };
      case 'customer':
        return {
          message:
            'De klant heeft geen e-mailadres en kan dus niet worden gevonden en niet worden aangemaakt.',
          action:
            'Vul in de bron een e-mailadres in en probeer het opnieuw, of zet "withoutEmail" op "skip".',
        };
      case 'target':
        return {
          message: `${system} neemt geen record aan zonder e-mailadres.`,
          action: `Vul het in de bron in, of vul "${field}" via de mapping, en probeer het opnieuw.`,
        };
    }
  },
  email_taken: ({ system, hidden, leaving }) => {
    if (hidden)
      return {
        message: `${system} heeft al een klant met dit e-mailadres, maar vindt die nog niet bij het zoeken.`,
        action: triedAgain,
      };
    return leaving
      ? {
          message: `Een andere klant van ${system} heeft dit e-mailadres, totdat de wijziging van die klant is overgezet.`,
          action:
            'Je hoeft niets te doen, tenzij die andere op jou wacht: het wordt vanzelf opnieuw geprobeerd.',
        }
      : {
          message: `De klant heeft een nieuw e-mailadres, en een andere klant van ${system} heeft dat al.`,
          action: 'Voeg de twee daar samen, of verbeter het adres, en probeer het opnieuw.',
        };
  },
  email_fixed: ({ system }) => ({
    message: `De klant heeft een nieuw e-mailadres, en in ${system} is het adres van een klant niet te wijzigen.`,
    action: 'Wijzig het adres daar handmatig en probeer het opnieuw; of sla deze wijziging over.',
  }),
  email_shared: ({ system, other }) => ({
    message: `Een andere klant van ${system} (${other}) heeft hetzelfde e-mailadres en wordt al gesynchroniseerd.`,
    action:
      'Geef een van de twee een ander adres, of voeg ze samen, en probeer het opnieuw; of sla deze over.',
  }),
  customer_ambiguous: ({ of, system, ids, key }) => {
    const listed = ids.join(', ');
    switch (of) {
      case 'several':
        return {
          message: `${system} heeft meerdere klanten die bij ${key} kunnen horen (${listed}): ze hebben hetzelfde e-mailadres en dezelfde naam.`,
          action: 'Vul daar en in de bron hun btw-nummers in, of voeg ze samen, en probeer het opnieuw.',
        };
      case 'taken':
        return {
          message: `Het e-mailadres van ${key} is in ${system} van iemand anders (${listed}): een ander bedrijf, of een bedrijf en een particulier. ${system} laat elk adres één keer toe.`,
          action:
            'Geef een van de twee een ander adres, of verbeter bedrijfsnaam en btw-nummer, en probeer het opnieuw.',
        };
      case 'another':
        return {
          message: `Het e-mailadres van ${key} is in ${system} van iemand anders (${listed}), en klanten aanmaken staat uit.`,
          action: 'Maak de klant daar aan en probeer het opnieuw, of sta "create" toe.',
        };
      case 'stranger':
        return {
          message: `Het e-mailadres van ${key} is in ${system} van een particulier met een heel andere naam (${listed}).`,
          action:
            'Verbeter de naam als het dezelfde persoon is, of geef een van de twee een ander adres, en probeer het opnieuw; of sla dit over.',
        };
      case 'ordered':
        return {
          message: `Een bestelling van ${key} heeft in ${system} een klant aangemaakt (${listed}) waar ${key} nu niet meer op lijkt: de een is een bedrijf en de ander een particulier, of de namen verschillen. Het kan nog steeds dezelfde zijn.`,
          action: `Is het dezelfde, maak er in ${system} dan dezelfde soort klant met dezelfde naam van en probeer het opnieuw. Is het een ander, synchroniseer dit record dan op zijn id: er wordt dan een tweede aangemaakt; of sla dit over.`,
        };
      case 'kept':
        return {
          message: `De bestelling heeft andere gegevens dan de klant met dat e-mailadres in ${system} (${listed}). Die klant wordt gesynchroniseerd met de klanten van de bron, en er mag geen andere worden aangemaakt.`,
          action:
            'Sta "customer.create" toe, of zet "customer.update" op false zodat de klant wordt gebruikt zoals hij is, en probeer het opnieuw.',
        };
    }
  },
  customer_kind_differs: ({ system, id, kind }) => ({
    message: `De klant is in de bron inmiddels een ${kindName(kind)}, en in ${system} een ${kindName(kind === 'company' ? 'person' : 'company')} (${id}).`,
    action: `Wijzig het in ${system} als dat klopt, en probeer het opnieuw; of sla dit over.`,
  }),
  duplicate_rule: ({ system, object, ids }) => ({
    message: `Een regel voor dubbele records van ${system} ziet de nieuwe ${object} aan voor een die er al is: ${ids.join(', ') || 'welke zegt hij niet'}.`,
    action:
      'Geef die het e-mailadres van de klant als het dezelfde is, en probeer het opnieuw; of laat de verbinding dubbele records opslaan ("duplicates": "save"), en probeer het opnieuw.',
  }),
  customer_missing: () => ({
    message: 'Het doelsysteem heeft geen klant met dit e-mailadres, en "customer.create" is false.',
    action: 'Maak de klant daar aan en probeer het opnieuw, of sta "customer.create" toe.',
  }),
  customer_vat_differs: ({ reverseCharge }) => ({
    message: `${reverseCharge ? 'Bij de bestelling is de btw verlegd naar de klant' : 'De bestelling rekent btw'}, maar de bestaande klant is anders ingesteld.`,
    action:
      'Zet btw verlegd bij de klant in het doelsysteem goed, of sta "customer.update" toe, en probeer het opnieuw.',
  }),
  customer_group_unknown: ({ system, group }) => ({
    message: `"${group}" is geen nummer van een klantgroep van ${system}.`,
    action: 'Vul in de instelling "classification" het nummer van een groep in, en probeer het opnieuw.',
  }),
  address_incomplete: ({ system, missing, fields }) => ({
    message: `${system} neemt geen record aan zonder volledig adres; er ontbreekt: ${missing.map((part) => addressParts[part] ?? part).join(', ')}.`,
    action:
      fields.length === 0
        ? 'Vul het adres in de bron aan en probeer het opnieuw.'
        : `Vul het adres in de bron aan, of vul ${fields.map((field) => `"${field}"`).join(', ')} via de mapping, en probeer het opnieuw.`,
  }),
  vat_number_missing: ({ field }) => ({
    message: 'De btw is verlegd naar dit bedrijf, maar het heeft geen btw-nummer.',
    action: `Vul het btw-nummer in de winkel in, of vul "${field}" via de mapping, en probeer het opnieuw.`,
  }),
  company_missing: ({ system, field }) => ({
    message: `De btw is verlegd naar deze klant, maar het is een particulier; ${system} verlegt btw alleen naar bedrijven.`,
    action: `Vul de bedrijfsnaam in de winkel in, of zet "${field}" via de mapping op false, en probeer het opnieuw.`,
  }),
};
