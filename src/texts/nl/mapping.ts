import { isIssueCode } from '../en/issues.ts';
import type { mapping as english } from '../en/mapping.ts';
import { issues } from './issues.ts';

/** Why an expression failed, where its code is a frequent one. */
const failures: Readonly<Record<string, string>> = {
  too_long: 'het resultaat past niet in een veld',
  too_many_steps: 'er zijn meer stappen nodig dan een expressie mag nemen',
  no_value: 'het resultaat is een functie, geen waarde',
  D3030: 'een tekst is geen getal',
  D3137: 'gestopt door een $error in de expressie',
  D3141: 'een $assert erin klopte niet',
  T0410: 'een functie krijgt iets wat daar niet past',
  T1006: 'er wordt iets aangeroepen wat geen functie is',
  T2001: 'links van een operator staat geen getal',
  T2002: 'rechts van een operator staat geen getal',
  U1001: 'de expressie roept zichzelf te diep aan',
  error: 'JSONata kan de expressie niet uitrekenen',
};

/** Why a value does not fit its field, by zod's code; `expected` where there is one. */
const misfits: Readonly<Record<string, (expected: string) => string>> = {
  no_such_field: () => 'het doelsysteem heeft dat veld niet',
  invalid_type: (expected) => `de waarde moet van het type ${expected} zijn`,
  invalid_value: (expected) => `de waarde moet ${expected} zijn`,
  invalid_format: (expected) => `de waarde heeft niet de vorm ${expected}`,
  too_small: () => 'de waarde is te klein of te kort',
  too_big: () => 'de waarde is te groot of te lang',
  not_multiple_of: () => 'de waarde heeft te veel cijfers',
};

function misfit(issue: string, expected: string): string {
  const told = issues[isIssueCode(issue) ? issue : 'not_as_expected'];
  return misfits[issue]?.(expected) ?? `de waarde ${told}`;
}

function failure(reason: string, position: number | undefined): string {
  const where = position === undefined ? '' : `, op positie ${position}`;
  return `${failures[reason] ?? `JSONata zegt ${reason}`}${where}`;
}

export const mapping: typeof english = {
  fields_missing: ({ system, object, fields }) => ({
    message: `${system} neemt geen nieuwe ${object} aan zonder ${fields.join(', ')}, en niets vult dat in.`,
    action: `Vul ${fields.length === 1 ? 'het veld' : 'de velden'} in met de mapping "custom" (docs/connectors/${system.toLowerCase()}.md), of geef ${fields.length === 1 ? 'het' : 'ze'} daar een standaardwaarde, controleer de verbinding, en probeer het opnieuw.`,
  }),
  choice_missing: ({ setting, value }) => ({
    message: `De instelling "${setting}" zegt niets over "${value}".`,
    action: `Voeg "${value}" toe aan de instelling "${setting}", of geef die een standaardwaarde, en probeer het opnieuw.`,
  }),
  setting_unchecked: ({ field, system, why }) => ({
    message: `"${field}" kon niet worden gecontroleerd in ${system}: ${why}`,
    action: 'Sla de instellingen nog een keer op als het account bereikbaar is.',
  }),
  choice_invalid: ({ setting, value }) => ({
    message: `De instelling "${setting}" geeft "${value}", en dat is geen aantal dagen.`,
    action: `Vul in de instelling "${setting}" hele dagen in en probeer het opnieuw.`,
  }),
  mapping_failed: ({ field, reason = 'error', position, issue, expected = '' }) => ({
    message:
      issue === undefined
        ? `De expressie voor "${field}" is mislukt: ${failure(reason, position)}.`
        : `De mapping van "${field}" geeft een waarde die niet past: ${misfit(issue, expected)}.`,
    action: `Verbeter de mapping van "${field}" en probeer het opnieuw.`,
  }),
};
