import { createContext, useContext } from 'hono/jsx';
import type { SettingSchema } from '../../../engine/configuration/setting-schema.ts';
import type { FormLookups } from './offers.ts';

/** What the fields of one form have in common. */
export interface FormParts {
  readonly lookups: FormLookups;
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
