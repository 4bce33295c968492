import { Hono } from 'hono';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import type { AskedQuestion } from '../../engine/configuration/answered.ts';
import { flowId } from '../../engine/configuration/configuration.ts';
import type { DocumentChange } from '../../engine/configuration/document-diff.ts';
import type { GroupField } from '../../engine/configuration/form/field.ts';
import { formValue } from '../../engine/configuration/form/form-value.ts';
import type { Entries } from '../../engine/configuration/form/sent.ts';
import type { SettingSchema } from '../../engine/configuration/setting-schema.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import type { RequestErrorData } from '../../engine/request-error.ts';
import type { Env } from '../../env.ts';
import { deedBy } from '../../routes/callers.ts';
import { languageOf, textsFor } from '../../routes/language.ts';
import { detailOf } from '../../routes/problem-response.ts';
import type { Texts } from '../../texts/en.ts';
import { tellIssue } from '../../texts/tell.ts';
import { readEntries } from '../form.ts';
import { ErrorSummary, type Wrong } from '../parts/error-summary.tsx';
import { Conflict } from '../settings/conflict.tsx';
import { changesOf, documentOf, formOf } from '../settings/flow-form.ts';
import { type PageContext, webPage } from '../web-page.tsx';
import { forDraft } from './draft.ts';
import {
  type AskedFlow,
  answeredDocument,
  askedAt,
  askedFlows,
  askedSchema,
  labelOfControl,
  storedAnswers,
} from './question-form.ts';
import { QuestionsForm } from './questions-view.tsx';
import { SetupFrame, stepName } from './steps.tsx';

/** Step 5: the settings that matter for these two systems, nine at most. */
export const questionPages = new Hono<{ Bindings: Env }>();

const address = '/integrations/:integration/setup/questions';

/** The form while somebody fills it in. */
interface Filling {
  readonly view: IntegrationView;
  readonly asked: readonly AskedFlow[];
  readonly schema: SettingSchema;
  readonly entries: Entries;
  /** Of the document that was shown when this was typed. */
  readonly revision: string;
}

questionPages.get(address, (context) =>
  forDraft(context, async (view) => {
    const { asked, schema } = await questionsFor(context, view);
    const entries = storedAnswers(asked, schema);
    return formPage(context, { view, asked, schema, entries, revision: view.revision }, {});
  }),
);

questionPages.post(address, (context) =>
  forDraft(context, async (view) => {
    const { own, entries } = await readEntries(context, 'revision', 'more');
    const filling = { view, ...(await questionsFor(context, view)), entries, revision: own.revision };
    return own.more === '' ? save(context, filling) : formPage(context, filling, { more: own.more });
  }),
);

async function questionsFor(context: PageContext, view: IntegrationView) {
  const questions: readonly AskedQuestion[] = unwrap(await integration(context.env, view.id).questions());
  const asked = askedFlows(view, questions);
  return { asked, schema: askedSchema(asked, textsFor(context)) };
}

async function save(context: PageContext, filling: Filling): Promise<Response> {
  const { view, asked, schema, entries, revision } = filling;
  const texts = textsFor(context);
  const form = formOf(schema, entries);
  const { value, faults } = formValue(form);
  if (faults.length > 0) {
    const wrong = faults.map(({ name, kind }) => ({
      control: name,
      label: labelOfControl(form, asked, name),
      message: texts.pages.settingsForm[kind],
    }));
    return formPage(context, filling, { wrong });
  }
  const object = integration(context.env, view.id);
  const document = answeredDocument(documentOf(view), asked, value);
  const options = { revision, language: languageOf(context), by: deedBy(context) };
  const answer = await object.configure(document, options);
  if (answer.ok) {
    unwrap(await object.noteAnswers());
    return context.redirect(`/integrations/${view.id}/setup/dry-run`, 303);
  }
  if (answer.error.code !== 'saved_meanwhile')
    return formPage(context, filling, { wrong: wrongIn(answer.error, form, asked, texts) });
  const now = unwrap(await object.view(languageOf(context)));
  const fresh = await questionsFor(context, now);
  const there = documentOf(now);
  const conflict = changesOf(there, answeredDocument(there, fresh.asked, value));
  return formPage(context, { view: now, ...fresh, entries, revision: now.revision }, { conflict });
}

/** What the check of the document found, by its questions; what is of none stands without a link. */
function wrongIn(
  error: RequestErrorData,
  form: GroupField,
  asked: readonly AskedFlow[],
  texts: Texts,
): Wrong[] {
  const { issues = [] } = error;
  if (issues.length === 0) return [{ control: null, label: '', message: detailOf(error, texts) }];
  return issues.map((issue) => {
    const message = tellIssue(issue, texts);
    const at = askedAt(form, asked, issue.path);
    return at === null ? { control: null, label: issue.path.join('.'), message } : { ...at, message };
  });
}

interface Shown {
  readonly wrong?: readonly Wrong[];
  readonly more?: string;
  readonly conflict?: readonly DocumentChange[];
}

async function formPage(context: PageContext, filling: Filling, shown: Shown): Promise<Response> {
  const { view, asked, schema, entries, revision } = filling;
  const { wrong = [], more, conflict } = shown;
  const texts = textsFor(context);
  const { parts } = texts.pages;
  const object = integration(context.env, view.id);
  const language = languageOf(context);
  const lookups = await Promise.all(
    asked.map(async ({ flow }) => unwrap(await object.lookups(flowId(flow), language))),
  );
  const title = `${stepName(view, 'questions', texts)} · ${view.name}`;
  const isWrong = wrong.length > 0 || conflict !== undefined;
  return webPage(context, {
    title: isWrong ? parts.errorTitle(title) : title,
    status: conflict !== undefined ? 409 : wrong.length > 0 ? 400 : 200,
    body: (
      <SetupFrame view={view} step="questions">
        <ErrorSummary wrong={wrong} />
        {conflict !== undefined && <Conflict changes={conflict} />}
        <QuestionsForm
          {...{ view, asked, schema, lookups, wrong, revision }}
          form={formOf(schema, entries, more)}
        />
      </SetupFrame>
    ),
  });
}
