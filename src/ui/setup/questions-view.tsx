import { flowId } from '../../engine/configuration/configuration.ts';
import type { FlowLookups } from '../../engine/configuration/flow-lookups.ts';
import type { GroupField } from '../../engine/configuration/form/field.ts';
import type { SettingSchema } from '../../engine/configuration/setting-schema.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import type { Wrong } from '../parts/error-summary.tsx';
import { flowLine } from '../parts/flow-name.tsx';
import { titleOf } from '../parts/system-name.ts';
import { useTexts, useWords } from '../reader.ts';
import { useMay } from '../rights.tsx';
import { FormProvider } from '../settings/form/context.ts';
import { Datalists } from '../settings/form/datalists.tsx';
import { FieldView } from '../settings/form/field-view.tsx';
import { type AskedFlow, fieldAt } from './question-form.ts';

interface QuestionsProps {
  readonly view: IntegrationView;
  readonly asked: readonly AskedFlow[];
  readonly schema: SettingSchema;
  readonly form: GroupField;
  /** Of each flow, in their order. */
  readonly lookups: readonly FlowLookups[];
  readonly wrong: readonly Wrong[];
  readonly revision: string;
}

export function QuestionsForm({ view, asked, schema, form, lookups, wrong, revision }: QuestionsProps) {
  const { lastSteps: words } = useWords();
  const action = `/integrations/${view.id}/setup/questions`;
  const errors = new Map(
    wrong.flatMap(({ control, message }) => (control === null ? [] : [[control, message] as const])),
  );
  const fields = asked.map((each, index) => (
    <FormProvider
      value={{
        lookups: { lists: [], seen: [], ...lookups[index], idPrefix: `${each.name}-` },
        errors,
        schema: schema.properties?.[each.name] ?? {},
        action,
      }}
    >
      <FlowQuestions view={view} asked={each} form={form} />
    </FormProvider>
  ));
  const intro = <p class="quiet">{asked.length === 0 ? words.noQuestions : words.questionsIntro}</p>;
  if (!useMay('POST', action))
    return (
      <div class="settings">
        {intro}
        <fieldset disabled>{fields}</fieldset>
      </div>
    );
  return (
    <form method="post" action={action} class="settings">
      {/* Enter in a field presses the first button of a form. */}
      <button type="submit" class="unseen" tabindex={-1}>
        {words.saveAnswers}
      </button>
      {intro}
      <input type="hidden" name="revision" value={revision} />
      {fields}
      <p>
        <button type="submit" class="button primary">
          {words.saveAnswers}
        </button>
      </p>
    </form>
  );
}

function FlowQuestions({ view, asked, form }: { view: IntegrationView; asked: AskedFlow; form: GroupField }) {
  const texts = useTexts();
  const { name, flow, questions } = asked;
  const [from, to] = [titleOf(view, flow.from), titleOf(view, flow.to)];
  const group = fieldAt(form, [name]);
  return (
    <section class="card" aria-labelledby={name}>
      <h2 id={name}>{flowLine({ flow: flow.flow, from, to }, texts)}</h2>
      {questions.map(({ path }) => {
        const field = fieldAt(form, [name, ...path]);
        return field === undefined ? null : <FieldView field={field} group={form.schema} />;
      })}
      {group !== undefined && <Datalists schema={group.schema} />}
      <p class="quiet">
        <a href={`/integrations/${view.id}/settings/${flowId(flow)}`}>{texts.pages.lastSteps.allSettings}</a>
      </p>
    </section>
  );
}
