import type { AskedQuestion } from '../../engine/configuration/answered.ts';
import { flowId } from '../../engine/configuration/configuration.ts';
import { controlAt } from '../../engine/configuration/form/control-at.ts';
import type { GroupField } from '../../engine/configuration/form/field.ts';
import { remedyOf } from '../../engine/configuration/remedy.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import type { Texts } from '../../texts/en.ts';
import { flowSchema, formOf, storedEntries } from '../settings/flow-form.ts';
import { type AskedFlow, askedAt, askedFlows, askedSchema, storedAnswers } from './question-form.ts';
import type { TrialRow } from './trial.ts';

interface Parts {
  readonly view: IntegrationView;
  readonly flow: IntegrationView['flows'][number];
  readonly questions: readonly AskedQuestion[];
  readonly texts: Texts;
}

/**
 * Where what is wrong with a record of a flow is mended: at its question, or at the setting; null where no setting does. The forms
 * are made once for all records, and only where there is something to mend.
 */
export function remedyAddresses(parts: Parts): (row: TrialRow) => string | null {
  const { view, flow } = parts;
  const base = `/integrations/${view.id}`;
  let forms: Forms | undefined;
  return ({ connection, why }) => {
    if (connection !== null) return `${base}/setup/connections/${connection}`;
    const setting = why && remedyOf(flowId(flow), why);
    if (setting === null) return null;
    forms ??= formsOf(parts);
    const path = ['settings', ...setting.split('.')];
    const question = askedAt(forms.questions, forms.asked, ['flows', view.flows.indexOf(flow), ...path]);
    if (question !== null) return `${base}/setup/questions#${question.control}`;
    const control = controlAt(forms.settings, path);
    return `${base}/settings/${flowId(flow)}${control === null ? '' : `#${control}`}`;
  };
}

interface Forms {
  readonly asked: readonly AskedFlow[];
  readonly questions: GroupField;
  readonly settings: GroupField;
}

function formsOf({ view, flow, questions, texts }: Parts): Forms {
  const asked = askedFlows(view, questions);
  const schema = askedSchema(asked, texts);
  const all = flowSchema(flow, texts);
  return {
    asked,
    questions: formOf(schema, storedAnswers(asked, schema)),
    settings: formOf(all, storedEntries(all, flow)),
  };
}
