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
  /** `reason`: why the expression failed, in codes of JSONata; `issue`: why its value does not fit the field. */
  mapping_failed: ({
    field,
    reason,
    issue,
  }: {
    readonly field: string;
    readonly reason?: string;
    readonly issue?: string;
  }) => ({
    message:
      issue === undefined
        ? `The expression for "${field}" failed: ${reason}.`
        : `The mapping of "${field}" gives a value that does not fit: ${issue}.`,
    action: `Correct the mapping of "${field}" and retry.`,
  }),
};
