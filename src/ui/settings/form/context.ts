import { createContext, useContext } from 'hono/jsx';
import type { FlowLookups } from '../../../engine/configuration/flow-lookups.ts';
import type { SettingSchema } from '../../../engine/configuration/setting-schema.ts';

/** What the fields of one form have in common. */
export interface FormParts {
  readonly lookups: FlowLookups;
  /** What is wrong, by the name of the control. */
  readonly errors: ReadonlyMap<string, string>;
  /** Of the whole form: help texts name settings by their codes. */
  readonly schema: SettingSchema;
  /** Where a button that adds a row leads. */
  readonly action: string;
}

const FormContext = createContext<FormParts>({
  lookups: { lists: [], seen: [] },
  errors: new Map(),
  schema: {},
  action: '',
});

export const FormProvider = FormContext.Provider;

export function useForm(): FormParts {
  return useContext(FormContext);
}
