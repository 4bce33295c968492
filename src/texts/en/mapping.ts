/** What is wrong with a choice or an expression of the mapping. */
export const mapping = {
  choice_missing: ({ setting, value }: { readonly setting: string; readonly value: string }) => ({
    message: `The setting "${setting}" has no entry for "${value}".`,
    action: `Add "${value}" to the setting "${setting}", or give it a default, and retry.`,
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
  /** `reason`: why the expression failed, in codes of JSONata; `issue`: why its value does not fit the field, in codes of zod. */
  mapping_failed: ({
    field,
    reason,
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
        ? `The expression for "${field}" failed: ${reason}${position === undefined ? '' : ` at position ${position}`}.`
        : `The mapping of "${field}" gives a value that does not fit: ${misfits[issue]?.(expected) ?? 'it is not what it should be'}.`,
    action: `Correct the mapping of "${field}" and retry.`,
  }),
};

const misfits: Readonly<Record<string, (expected: string) => string>> = {
  no_such_field: () => 'there is no such field',
  invalid_type: (expected) => `it must be a ${expected}`,
  invalid_value: (expected) => `it must be one of ${expected}`,
  too_small: () => 'it is too short or too small',
  too_big: () => 'it is too long or too large',
};
