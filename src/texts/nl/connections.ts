import type { Answered } from '../en/answered.ts';
import type { connections as english } from '../en/connections.ts';
import { advice } from './advice.ts';
import { answered } from './answered.ts';
import { flowName } from './flow-name.ts';

type Refused = Answered & { readonly advice?: keyof typeof advice };

const refused = (action: (answer: Refused) => string) => (answer: Refused) => ({
  message: answered(answer),
  action: answer.advice === undefined ? action(answer) : advice[answer.advice],
});

const goesOn = 'alles wat wacht gaat dan vanzelf verder';

const credentials = refused(({ system }) => `Vul werkende toegangsgegevens voor ${system} in; ${goesOn}.`);
const plan = refused(
  ({ system }) => `Wijzig het abonnement of de status van het account bij ${system}; ${goesOn}.`,
);
const address = refused(({ system }) => `Verbeter waar de verbinding met ${system} naartoe gaat.`);

const again = (system: string) => `Activeer Koppel nog een keer in ${system}.`;

export const connections: typeof english = {
  credentials_refused: credentials,
  user_refused: credentials,
  organization_refused: credentials,
  scope_missing: ({ method, what, asked, ...answer }) => {
    const { system } = answer;
    if (asked !== undefined && asked.length > 0)
      return {
        message: answered(answer),
        action: `Geef de applicatie in ${system} al deze scopes: ${asked.join(', ')}; ${goesOn}.`,
      };
    if (method === undefined)
      return {
        message: answered(answer),
        action:
          answer.advice === undefined
            ? `Geef de applicatie in ${system} alle scopes die in de documentatie van deze connector staan; ${goesOn}.`
            : advice[answer.advice],
      };
    return {
      message: `${system} staat Koppel niet toe om ${what || 'dit'} te ${deeds[method] ?? 'gebruiken'}, terwijl de verbinding verder werkt. ${answered(answer)}`,
      action: `Geef de applicatie in ${system} de scope daarvoor (ze staan allemaal in de documentatie van deze connector), of haal uit de instellingen wat die nodig heeft; probeer het daarna opnieuw.`,
    };
  },
  plan_insufficient: plan,
  store_suspended: plan,
  feature_not_available: refused(
    ({ system }) =>
      `Neem een abonnement van ${system} waar dit bij hoort, of laat het weg uit de mapping, en probeer het opnieuw.`,
  ),
  store_not_found: address,
  shop_not_found: address,
  not_connected: ({ system }) => ({
    message: `${system} is nog niet verbonden.`,
    action: `Vul de toegangsgegevens van ${system} in.`,
  }),
  access_not_given: ({ system }) => ({
    message: `Er is nog geen toegang gegeven tot ${system}, of die is geweigerd.`,
    action: `Geef toegang tot ${system} op de pagina van deze koppeling; ${goesOn}.`,
  }),
  activation_unreadable: ({ system }) => ({
    message: `Wat er binnenkwam is niet wat ${system} stuurt als Koppel daar wordt geactiveerd.`,
    action: again(system),
  }),
  activation_elsewhere: ({ system, expected, value }) => ({
    message: `${value} is geactiveerd, en niet ${expected}, dat was ingevuld.`,
    action: `Activeer Koppel in ${system} op ${expected}; of vul het andere adres in, en neem de nieuwe adressen die Koppel dan toont.`,
  }),
  activation_address: ({ system, value }) => ({
    message: `${system} zegt op "${value}" te staan, en Koppel roept alleen https-adressen op het openbare internet aan.`,
    action: `Stel in ${system} het openbare https-adres in als basisadres. ${again(system)}`,
  }),
  activation_refused: refused(
    ({ system }) => `${again(system)} Wat het stuurt is één keer geldig, en maar een paar minuten.`,
  ),
  activation_unanswered: ({ system }) => ({
    message: `${system} is geactiveerd, maar gaf niet op tijd antwoord, of niet zoals het hoort. Er is niets opgeslagen; of ${system} het als gedaan ziet is niet bekend.`,
    action: again(system),
  }),
  activation_broken_off: ({ system }) => ({
    message: `Koppel werd onderbroken terwijl het de toegang tot ${system} ophaalde. Er is niets opgeslagen.`,
    action: again(system),
  }),
  activation_not_stored: ({ system, name }) => ({
    message: `${system} gaf de toegang, maar die kon niet worden opgeslagen (${name}).`,
    action: `Kijk of beide verbindingen van deze koppeling geopend kunnen worden. ${again(system)}`,
  }),
  store_view_unknown: ({ stores }) => ({
    message: `De winkel heeft geen store view met deze code${stores.length === 0 ? '' : `; wel ${stores.join(', ')}`}.`,
    action: 'Vul de code van een store view (Stores > All Stores) in als storeCode, of laat die leeg.',
  }),
  country_unknown: ({ system, locale, setting }) =>
    setting === undefined
      ? {
          message: `De winkel vertelt niet in welk land hij staat${locale === undefined ? '' : `; de taal van de store view is ${locale === '' ? 'niet bekend' : locale}`}.`,
          action: 'Vul bij country het land in van waaruit de winkel verkoopt, bijvoorbeeld "NL".',
        }
      : {
          message: `${system} vertelt niet vanuit welk land het verkoopt. Zo is een verkoop aan een particulier in het buitenland niet van een binnenlandse te onderscheiden.`,
          action: `Vul het land in bij de instelling "${setting}", bijvoorbeeld "NL", en probeer het opnieuw.`,
        },
  org_lacks: ({ system, object, field, as }) => ({
    message: lacking({ system, object, field, as }),
    action: `Maak het daar aan of zet het aan, en laat de gebruiker van de verbinding het zien en wijzigen (docs/connectors/${system.toLowerCase()}.md); of verbeter de naam ervan bij de toegangsgegevens. Controleer daarna de verbinding en probeer het opnieuw.`,
  }),
  account_changed: ({ name, system }) => ({
    message: `De toegangsgegevens van "${name}" openen in ${system} een ander account dan eerst; er loopt nu niets over deze verbinding.`,
    action:
      'Geef aan of het een ander account is, dat opnieuw begint zonder iets mee te nemen, of hetzelfde account dat verhuisd is; of vul de vorige toegangsgegevens weer in, dan gaat alles verder zoals het was.',
  }),
  day_short: ({ system, allowed, flows }) => ({
    message: `De meeste van de ${allowed} aanroepen die ${system} in 24 uur toestaat, zijn gebruikt${flows.length === 0 ? '' : `; dit wacht tot er weer ruimte is: ${flows.map(flowName).join(', ')}`}.`,
    action: `Er gaat niets verloren: wat wacht, gaat vanzelf verder, bestellingen en klanten eerst. Gebeurt dit vaak, kijk dan welke apps ${system} gebruiken, stel "every" bij de stromen langer in, of laat ${system} meer aanroepen toestaan.`,
  }),
  account_left: ({ flow }) => ({
    message: `Deze records (${flowName(flow.split(':')[0] ?? '')}) horen bij een account dat de verbindingen nu niet openen.`,
    action:
      'Vul de toegangsgegevens van dat account weer in, of geef aan dat het hetzelfde account is, dan gaan ze verder; of sla ze over.',
  }),
  secret_unreadable: ({ name, reason }) => ({
    message: `De toegangsgegevens van "${name}" zijn niet te openen. ${sealed[reason] ?? ''}`.trim(),
    action: `Zet ENCRYPTION_KEY_PREVIOUS op de vorige sleutel, of vul de toegangsgegevens van "${name}" opnieuw in.`,
  }),
};

type Lacking = Parameters<typeof english.org_lacks>[0];

function lacking({ system, object, field, as }: { [Name in keyof Lacking]: Lacking[Name] | undefined }) {
  if (field === undefined) return `${system} toont het object ${object} niet.`;
  switch (as) {
    case 'external_id':
      return `Het veld ${field} van ${object} in ${system} is er niet, of is niet zowel een External ID als uniek.`;
    case 'record':
      return `${system} heeft geen actieve ${object} met de naam "${field}".`;
    default:
      return `${system} toont het veld ${field} van ${object} niet.`;
  }
}

/** What a call does, after "te". */
const deeds: Readonly<Record<string, string>> = {
  GET: 'lezen',
  POST: 'maken of zoeken',
  PUT: 'wijzigen',
  PATCH: 'wijzigen',
  DELETE: 'verwijderen',
};

const sealed: Readonly<Record<string, string>> = {
  key_unknown: 'Ze zijn met een andere sleutel versleuteld.',
  place_differs: 'Een versleutelde waarde staat niet meer op de juiste plaats.',
  unreadable: 'Een versleutelde waarde is beschadigd.',
};
