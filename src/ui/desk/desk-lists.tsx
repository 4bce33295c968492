import type { FlowLookups } from '../../engine/configuration/flow-lookups.ts';
import type { CauseView } from '../../engine/reporting/problem-views.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { useTexts } from '../reader.ts';
import { FormProvider } from '../settings/form/context.ts';
import { Datalists } from '../settings/form/datalists.tsx';
import { namedSetting } from './setting-field.ts';

type OfFlow = Pick<CauseView, 'flow' | 'from' | 'to'>;

/** What tells the lists of one flow from those of another on the page. */
export function scopeOf({ flow, from, to }: OfFlow): string {
  return `-${flow}-${from}-${to}`;
}

interface ListsParts {
  readonly view: IntegrationView;
  /** Of one flow. */
  readonly causes: readonly CauseView[];
  readonly lookups: FlowLookups;
}

/** The lists that the fields of a flow's cards offer while one types, each once. */
export function DeskLists({ view, causes, lookups }: ListsParts) {
  const texts = useTexts();
  const [first] = causes;
  if (first === undefined) return null;
  const schemas = causes.flatMap((cause) => namedSetting(cause, view, texts)?.schema ?? []);
  const schema = { properties: Object.fromEntries(schemas.entries()) };
  return (
    <FormProvider
      value={{ lookups: { ...lookups, idPrefix: scopeOf(first) }, errors: new Map(), schema, action: '' }}
    >
      <Datalists schema={schema} />
    </FormProvider>
  );
}
