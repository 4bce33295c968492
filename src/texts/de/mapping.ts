/** What is wrong with a choice or an expression of the mapping. */
import { isIssueCode } from '../en/issues.ts';
import type { mapping as en } from '../en/mapping.ts';
import { issues } from './issues.ts';

/** Why an expression failed, where its code is a frequent one. Others are told by JSONata's code, which its documentation explains. */
const failures: Readonly<Record<string, string>> = {
  too_long: 'Er ergibt mehr, als ein Feld fassen kann',
  too_many_steps: 'Er braucht mehr Schritte, als ein Ausdruck darf',
  no_value: 'Er ergibt eine Funktion, keinen Wert',
  D3030: 'Ein Text ist keine Zahl',
  D3137: 'Er hat sich mit $error selbst beendet',
  D3141: 'Ein $assert darin traf nicht zu',
  T0410: 'Eine Funktion bekommt etwas, das sie nicht annimmt',
  T1006: 'Er ruft etwas auf, das keine Funktion ist',
  T2001: 'Die linke Seite eines Operators ist keine Zahl',
  T2002: 'Die rechte Seite eines Operators ist keine Zahl',
  U1001: 'Er ruft sich zu tief selbst auf',
  error: 'JSONata kann ihn nicht auswerten',
};

/** Why a value does not fit its field, by zod's code; `expected` where there is one. */
const misfits: Readonly<Record<string, (expected: string) => string>> = {
  no_such_field: () => 'Das Zielsystem hat kein solches Feld',
  invalid_type: (expected) => `Er muss vom Typ ${expected} sein`,
  invalid_value: (expected) => `Erlaubt ist ${expected}`,
  invalid_format: (expected) => `Er hat nicht die Form ${expected}`,
  too_small: () => 'Er ist zu klein oder zu kurz',
  too_big: () => 'Er ist zu groß oder zu lang',
  not_multiple_of: () => 'Er hat zu viele Stellen',
};

function misfit(issue: string, expected: string): string {
  return misfits[issue]?.(expected) ?? `Er ${isIssueCode(issue) ? issues[issue] : issues.not_as_expected}`;
}

function failure(reason: string, position: number | undefined): string {
  const where = position === undefined ? '' : ` (Position ${position})`;
  return `${failures[reason] ?? `JSONata meldet ${reason}`}${where}`;
}

export const mapping = {
  fields_missing: ({ system, object, fields }) => ({
    message: `${system} nimmt keinen neuen Datensatz (${object}) ohne ${fields.join(', ')} an, und nichts füllt ${fields.length === 1 ? 'dieses Feld' : 'diese Felder'} aus.`,
    action: `Fülle ${fields.length === 1 ? 'es' : 'sie'} mit der Zuordnung "custom" aus (docs/connectors/${system.toLowerCase()}.md), oder gib ${fields.length === 1 ? 'ihm' : 'ihnen'} dort einen Standardwert, prüfe die Verbindung und versuche es erneut.`,
  }),
  choice_missing: ({ setting, value }) => ({
    message: `Die Einstellung "${setting}" hat keinen Eintrag für "${value}".`,
    action: `Füge "${value}" der Einstellung "${setting}" hinzu, oder gib ihr einen Standardwert, und versuche es erneut.`,
  }),
  setting_unchecked: ({ field, system, why }) => ({
    message: `"${field}" konnte in ${system} nicht geprüft werden: ${why}`,
    action: 'Speichere die Einstellungen noch einmal, sobald das Konto erreichbar ist.',
  }),
  choice_invalid: ({ setting, value }) => ({
    message: `Die Einstellung "${setting}" ergibt "${value}"; das ist keine Anzahl von Tagen.`,
    action: `Trage in der Einstellung "${setting}" ganze Tage ein, und versuche es erneut.`,
  }),
  mapping_failed: ({ field, reason = 'error', position, issue, expected = '' }) => ({
    message:
      issue === undefined
        ? `Der Ausdruck für "${field}" ist fehlgeschlagen. ${failure(reason, position)}.`
        : `Die Zuordnung von "${field}" ergibt einen Wert, der nicht passt. ${misfit(issue, expected)}.`,
    action: `Korrigiere die Zuordnung von "${field}", und versuche es erneut.`,
  }),
} satisfies typeof en;
