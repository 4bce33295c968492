import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { type FlowDocument, flowId } from '../../engine/configuration/configuration.ts';
import type { DocumentChange } from '../../engine/configuration/document-diff.ts';
import { controlAt } from '../../engine/configuration/form/control-at.ts';
import type { GroupField } from '../../engine/configuration/form/field.ts';
import { type Fault, formValue } from '../../engine/configuration/form/form-value.ts';
import type { Entries } from '../../engine/configuration/form/sent.ts';
import type { SettingSchema } from '../../engine/configuration/setting-schema.ts';
import type { IntegrationView, ProblemView } from '../../engine/reporting/views.ts';
import { notFound, type RequestErrorData } from '../../engine/request-error.ts';
import type { Env } from '../../env.ts';
import { deedBy } from '../../routes/callers.ts';
import { languageOf, textsFor } from '../../routes/language.ts';
import { detailOf } from '../../routes/problem-response.ts';
import type { Texts } from '../../texts/en.ts';
import { tellIssue } from '../../texts/tell.ts';
import { integrationId } from '../addresses.ts';
import { ErrorSummary, type Wrong } from '../parts/error-summary.tsx';
import { Notice, Saying } from '../parts/notice.tsx';
import { useWords } from '../reader.ts';
import { Offered, PostForm, useMay } from '../rights.tsx';
import { type PageContext, webPage } from '../web-page.tsx';
import { ChangeList } from './changes.tsx';
import { Conflict } from './conflict.tsx';
import { changesOf, documentOf, flowSchema, formOf, storedEntries, tidied, withFlow } from './flow-form.ts';
import { flowTitle } from './flow-title.ts';
import { FormProvider } from './form/context.ts';
import { Datalists } from './form/datalists.tsx';
import { Sections } from './form/sections.tsx';
import { SettingsFrame } from './frame.tsx';

export const flowPage = new Hono<{ Bindings: Env }>();

const address = '/integrations/:integration/settings/:flow{[a-z]+:[a-z0-9-]+:[a-z0-9-]+}';

/** A flow's settings while somebody fills them in. */
interface Filling {
  readonly view: IntegrationView;
  readonly flow: FlowDocument;
  readonly schema: SettingSchema;
  readonly entries: Entries;
  /** Of the document that was shown when this was typed. */
  readonly revision: string;
}

flowPage.get(address, async (context) => {
  const { view, flow, schema } = await flowOf(context);
  const entries = storedEntries(schema, flow);
  return formPage(context, { view, flow, schema, entries, revision: view.revision }, {});
});

flowPage.post(address, async (context) => {
  const sent = await context.req.parseBody({ all: true });
  const { view, flow, schema } = await flowOf(context);
  const { revision = '', more = '', do: asked = '', ...typed } = sent;
  const filling: Filling = { view, flow, schema, entries: entriesIn(typed), revision: textOf(revision) };
  const table = textOf(more);
  if (table !== '') return formPage(context, filling, { more: table });
  if (textOf(asked) === 'back') return formPage(context, filling, {});
  return take(context, filling, textOf(asked) === 'save');
});

/** Shows what is wrong, or what would change, or saves it. */
async function take(context: PageContext, filling: Filling, isLast: boolean): Promise<Response> {
  const { view, flow, schema, entries, revision } = filling;
  const { value, faults } = formValue(formOf(schema, entries));
  if (faults.length > 0)
    return formPage(context, filling, { wrong: wrongOf(faults, schema, entries, textsFor(context)) });
  const neat = { ...filling, entries: tidied(schema, entries) };
  const before = documentOf(view);
  const document = withFlow(before, flowId(flow), value);
  const changes = changesOf(before, document);
  if (revision !== view.revision) return conflictPage(context, neat, changes);
  const options = { revision, language: languageOf(context), by: deedBy(context) };
  const object = integration(context.env, view.id);
  const answer = isLast
    ? await object.configure(document, options)
    : await object.checkDocument(document, options);
  if (!answer.ok) {
    if (answer.error.code !== 'saved_meanwhile')
      return formPage(context, neat, { wrong: wrongIn(answer.error, neat, textsFor(context)) });
    const now = unwrap(await object.view(languageOf(context)));
    const there = documentOf(now);
    return conflictPage(
      context,
      { ...neat, view: now },
      changesOf(there, withFlow(there, flowId(flow), value)),
    );
  }
  if (isLast) return context.redirect(`${new URL(context.req.url).pathname}?said=saved`, 303);
  return reviewPage(context, neat, changes, answer.value as readonly ProblemView[]);
}

async function flowOf(context: PageContext): Promise<Pick<Filling, 'view' | 'flow' | 'schema'>> {
  const view = unwrap(await integration(context.env, integrationId(context)).view(languageOf(context)));
  const id = context.req.param('flow');
  const flow = view.flows.find((each) => flowId(each) === id);
  if (flow === undefined) throw notFound('flow');
  return { view, flow, schema: flowSchema(flow, textsFor(context)) };
}

function entriesIn(typed: Readonly<Record<string, unknown>>): Entries {
  return Object.entries(typed).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((each: unknown) =>
      typeof each === 'string' ? [[name, each] as const] : [],
    ),
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** What the form itself cannot take, by its fields. */
function wrongOf(
  faults: readonly Fault[],
  schema: SettingSchema,
  entries: Entries,
  { pages: { settingsForm: words } }: Texts,
): Wrong[] {
  const form = formOf(schema, entries);
  return faults.map(({ name, kind }) => ({
    control: name,
    label: labelAt(form, name),
    message: words[kind],
  }));
}

/** What the check of the document found, by its fields; what is of no field of this form stands without a link. */
function wrongIn(error: RequestErrorData, { view, flow, schema, entries }: Filling, texts: Texts): Wrong[] {
  const { issues = [] } = error;
  if (issues.length === 0) return [{ control: null, label: '', message: detailOf(error, texts) }];
  const form = formOf(schema, entries);
  const index = view.flows.findIndex((each) => flowId(each) === flowId(flow));
  return issues.map((issue) => {
    const message = tellIssue(issue, texts);
    const [part, at, ...path] = issue.path;
    const control = part === 'flows' && at === index ? controlAt(form, path) : null;
    return { control, label: control === null ? issue.path.join('.') : labelAt(form, control), message };
  });
}

/** What the setting that a control belongs to is called, and what it is in: `VAT › VAT codes`. */
function labelAt(form: GroupField, control: string): string {
  const titles: string[] = [];
  let schema: SettingSchema | undefined = form.schema;
  for (const part of control.replace(/:.*/, '').split('.')) {
    schema =
      schema?.properties?.[part] ??
      schema?.items?.properties?.[part] ??
      (/^(rows|\d+)$/.test(part) ? schema : undefined);
    if (schema === undefined) break;
    const { title } = schema;
    if (title !== undefined && titles.at(-1) !== title) titles.push(title);
  }
  return titles.join(' › ') || control;
}

interface Shown {
  readonly wrong?: readonly Wrong[];
  readonly more?: string;
  readonly conflict?: readonly DocumentChange[];
}

async function formPage(context: PageContext, filling: Filling, shown: Shown): Promise<Response> {
  const { view, flow, schema, entries, revision } = filling;
  const { wrong = [], more, conflict } = shown;
  const texts = textsFor(context);
  const { settingsForm: words } = texts.pages;
  const lookups = unwrap(await integration(context.env, view.id).lookups(flowId(flow), languageOf(context)));
  const form = formOf(schema, entries, more);
  const settings = form.fields.find(({ name }) => name === 'settings');
  if (settings?.kind !== 'group') throw new Error('A flow has settings.');
  const action = `/integrations/${view.id}/settings/${flowId(flow)}`;
  const title = flowTitle(view, flow, texts);
  const isWrong = wrong.length > 0 || conflict !== undefined;
  const errors = new Map(
    wrong.flatMap(({ control, message }) => (control === null ? [] : [[control, message] as const])),
  );
  return webPage(context, {
    title: isWrong ? words.errorTitle(title) : title,
    status: conflict !== undefined ? 409 : wrong.length > 0 ? 400 : 200,
    body: (
      <SettingsFrame view={view}>
        <Saying code={context.req.query('said')} />
        <ErrorSummary wrong={wrong} />
        {conflict !== undefined && <Conflict changes={conflict} lookups={lookups} />}
        <h2>{title}</h2>
        <p class="quiet">{words.intro}</p>
        <Offered to={`${action}/mapping`}>
          <p>
            <a href={`${action}/mapping`}>{texts.pages.mappingEditor.open}</a>
          </p>
        </Offered>
        <FormProvider value={{ lookups, errors, schema, action }}>
          <SettingsForm action={action}>
            <input type="hidden" name="revision" value={conflict === undefined ? revision : view.revision} />
            <Sections
              before={form.fields.filter((each) => each !== settings)}
              settings={settings}
              open={more}
            />
            <Datalists schema={form.schema} />
          </SettingsForm>
        </FormProvider>
      </SettingsFrame>
    ),
  });
}

/** Whoever may not change them reads them. */
function SettingsForm({ action, children }: { action: string; children?: Child }) {
  const { settingsForm: words } = useWords();
  if (!useMay('POST', action)) {
    return (
      <div class="settings">
        <fieldset disabled>{children}</fieldset>
      </div>
    );
  }
  return (
    <form method="post" action={action} class="settings">
      {/* Enter in a field presses the first button of a form. */}
      <button type="submit" class="unseen" tabindex={-1}>
        {words.review}
      </button>
      {children}
      <p>
        <button type="submit" class="button primary">
          {words.review}
        </button>
      </p>
    </form>
  );
}

function conflictPage(context: PageContext, filling: Filling, changes: readonly DocumentChange[]) {
  return formPage(context, filling, { conflict: changes });
}

async function reviewPage(
  context: PageContext,
  { view, flow, entries, revision }: Filling,
  changes: readonly DocumentChange[],
  unchecked: readonly ProblemView[],
): Promise<Response> {
  const texts = textsFor(context);
  const { changeList: words } = texts.pages;
  const lookups = unwrap(await integration(context.env, view.id).lookups(flowId(flow), languageOf(context)));
  return webPage(context, {
    title: `${words.reviewTitle} · ${flowTitle(view, flow, texts)}`,
    body: (
      <SettingsFrame view={view}>
        <section class="card" aria-labelledby="changes">
          <h2 id="changes">
            {words.reviewTitle} <span class="aside">{flowTitle(view, flow, texts)}</span>
          </h2>
          <ChangeList changes={changes} lookups={lookups} />
          {unchecked.length > 0 && (
            <Notice tone="quiet">
              <p>{words.unchecked}</p>
              <ul>
                {unchecked.map(({ message }) => (
                  <li>{message}</li>
                ))}
              </ul>
            </Notice>
          )}
          <PostForm action={`/integrations/${view.id}/settings/${flowId(flow)}`}>
            <input type="hidden" name="revision" value={revision} />
            {entries.map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <div class="buttons">
              {changes.length > 0 && (
                <button type="submit" class="button primary" name="do" value="save">
                  {words.save}
                </button>
              )}
              <button type="submit" class="button" name="do" value="back">
                {words.back}
              </button>
            </div>
          </PostForm>
        </section>
      </SettingsFrame>
    ),
  });
}
