/** What is wrong with a choice or an expression of the mapping. */
import { isIssueCode, issues } from './issues.ts';

/** Why an expression failed, where its code is a frequent one. Others are told by JSONata's code, which its documentation explains. */
const failures: Readonly<Record<string, string>> = {
  too_long: 'it gives more than a field can hold',
  too_many_steps: 'it takes more steps than one expression may',
  no_value: 'it gives a function, not a value',
  D3030: 'a text is not a number',
  D3137: 'it stopped itself with $error',
  D3141: 'an $assert in it did not hold',
  T0410: 'a function is given what it does not take',
  T1006: 'it calls something that is not a function',
  T2001: 'the left side of an operator is not a number',
  T2002: 'the right side of an operator is not a number',
  U1001: 'it calls itself too deeply',
  error: 'JSONata cannot evaluate it',
};

/** Why a value does not fit its field, by zod's code; `expected` where there is one. */
const misfits: Readonly<Record<string, (expected: string) => string>> = {
  no_such_field: () => 'the target has no such field',
  invalid_type: (expected) => `it must be of the type ${expected}`,
  invalid_value: (expected) => `it must be ${expected}`,
  invalid_format: (expected) => `it does not have the form ${expected}`,
  too_small: () => 'it is too small or too short',
  too_big: () => 'it is too large or too long',
  not_multiple_of: () => 'it has too many digits',
};

function misfit(issue: string, expected: string): string {
  return misfits[issue]?.(expected) ?? `it ${isIssueCode(issue) ? issues[issue] : issues.not_as_expected}`;
}

function failure(reason: string, position: number | undefined): string {
  const where = position === undefined ? '' : `, at position ${position}`;
  return `${failures[reason] ?? `JSONata says ${reason}`}${where}`;
}

export const mapping = {
  /** `fields`: those that the target wants of every new record of `object`. */
  fields_missing: ({
    system,
    object,
    fields,
  }: {
    readonly system: string;
    readonly object: string;
    readonly fields: readonly string[];
  }) => ({
    message: `${system} takes no new ${object} without ${fields.join(', ')}, and nothing fills that in.`,
    action: `Fill ${fields.length === 1 ? 'it' : 'them'} in with the mapping "custom" (docs/connectors/${system.toLowerCase()}.md), or give ${fields.length === 1 ? 'it' : 'them'} a default there, check the connection, and retry.`,
  }),
  choice_missing: ({ setting, value }: { readonly setting: string; readonly value: string }) => ({
    message: `The setting "${setting}" has no entry for "${value}".`,
    action: `Add "${value}" to the setting "${setting}", or give it a default, and retry.`,
  }),
  setting_unchecked: ({
    field,
    system,
    why,
  }: {
    readonly field: string;
    readonly system: string;
    readonly why: string;
  }) => ({
    message: `"${field}" could not be checked in ${system}: ${why}`,
    action: 'Save the settings once more when the account can be reached.',
  }),
  choice_invalid: ({
    setting,
    value,
  }: {
    readonly setting: string;
    readonly value: string;
    readonly expected: 'days';
  }) => ({
    message: `The setting "${setting}" gives "${value}", which is not a number of days.`,
    action: `Write whole days in the setting "${setting}" and retry.`,
  }),
  /** `reason`: why the expression failed, by JSONata's code or one of ours; `issue`: why its value does not fit, by zod's or ours. */
  mapping_failed: ({
    field,
    reason = 'error',
    position,
    issue,
    expected = '',
  }: {
    readonly field: string;
    readonly reason?: string;
    readonly position?: number;
    readonly issue?: string;
    readonly expected?: string;
  }) => ({
    message:
      issue === undefined
        ? `The expression for "${field}" failed: ${failure(reason, position)}.`
        : `The mapping of "${field}" gives a value that does not fit: ${misfit(issue, expected)}.`,
    action: `Correct the mapping of "${field}" and retry.`,
  }),
};
