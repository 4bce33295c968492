import { Hono } from 'hono';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { identifier, integrationDocument } from '../../engine/configuration/configuration.ts';
import { connectorSheets } from '../../engine/configuration/connector-sheets.ts';
import type { DocumentChange } from '../../engine/configuration/document-diff.ts';
import { withoutReadOnly } from '../../engine/configuration/read-only-parts.ts';
import { restoredDocument } from '../../engine/configuration/restored-document.ts';
import type { ConfigureOptions } from '../../engine/configuration/store-configuration.ts';
import { isNestedWithin } from '../../engine/http/nesting.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { RequestError, type RequestErrorData } from '../../engine/request-error.ts';
import type { Env } from '../../env.ts';
import { deedBy } from '../../routes/callers.ts';
import { languageOf, textsFor } from '../../routes/language.ts';
import { detailOf } from '../../routes/problem-response.ts';
import type { Texts } from '../../texts/en.ts';
import { tellIssue } from '../../texts/tell.ts';
import { integrationId } from '../addresses.ts';
import { fileIn, readForm } from '../form.ts';
import { Crumbs } from '../parts/crumbs.tsx';
import { Saying } from '../parts/notice.tsx';
import { Conflict } from '../settings/conflict.tsx';
import { changesOf, documentOf } from '../settings/flow-form.ts';
import { SettingsFrame } from '../settings/frame.tsx';
import { type PageContext, webPage } from '../web-page.tsx';
import { ConfigurationForm, type FieldIssue } from './form.tsx';
import { lineOf } from './line-of.ts';
import { Reference } from './reference.tsx';
import { startingDocument, storedDocument } from './template.ts';
import { WebhookAddresses, WebhookPattern } from './webhook-addresses.tsx';

/** Levels of the deepest document, and many more. */
const maxDepth = 30;

interface Typed {
  readonly text: string;
  readonly issues: readonly FieldIssue[];
  /** Of the document that was shown when this was typed. */
  readonly revision?: string;
}

export const configuration = new Hono<{ Bindings: Env }>();

configuration.get('/new/document', (context) =>
  newPage(context, '', { text: startingDocument(textsFor(context)), issues: [] }),
);

configuration.post('/new/document', async (context) => {
  const words = textsFor(context).pages.configuration;
  const { id: given, document: pasted } = await readForm(context, 'id', 'document');
  const text = (await fileIn(context)) ?? pasted;
  const id = given.trim();
  if (!identifier.safeParse(id).success) {
    return newPage(context, given, { text, issues: [{ field: 'id', control: 'id', message: words.badId }] });
  }
  const there = await integration(context.env, id).view();
  // Any other error may come from an integration in trouble. It must not be overwritten.
  if (there.ok)
    return newPage(context, given, { text, issues: [{ field: 'id', control: 'id', message: words.taken }] });
  if (there.error.kind !== 'not-found') throw new RequestError(there.error);
  const issues = await save(context, id, text);
  if (issues.length > 0) return newPage(context, given, { text, issues });
  return context.redirect(`/integrations/${id}?said=created`, 303);
});

configuration.get('/integrations/:integration/configuration', (context) => configurationPage(context, null));

configuration.post('/integrations/:integration/configuration', async (context) => {
  const id = integrationId(context);
  unwrap(await integration(context.env, id).view());
  const { document: text, revision, drop } = await readForm(context, 'document', 'revision', 'drop');
  const options = { drop: drop === 'yes', ...(revision === '' ? {} : { revision }) };
  const issues = await save(context, id, text, options);
  if (issues.length > 0) return configurationPage(context, { text, issues, revision });
  return context.redirect(`/integrations/${id}/configuration?said=saved`, 303);
});

/** Returns what is wrong, by field. The list is empty when the document was stored. */
async function save(
  context: PageContext,
  id: string,
  text: string,
  options: ConfigureOptions = {},
): Promise<FieldIssue[]> {
  const words = textsFor(context).pages.configuration;
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    return [{ field: 'document', message: words.notJson((error as Error).message) }];
  }
  // A document this deep could not be passed to the object.
  if (!isNestedWithin(document, maxDepth)) return [{ field: 'document', message: words.tooDeep }];
  const answer = await integration(context.env, id).configure(document, { ...options, by: deedBy(context) });
  return answer.ok ? [] : issuesOf(answer.error, text, textsFor(context));
}

function issuesOf(error: RequestErrorData, text: string, texts: Texts): FieldIssue[] {
  const { code, issues = [] } = error;
  if (code === 'open_tasks' || issues.length === 0)
    return [{ field: 'document', message: detailOf(error, texts) }];
  return issues.map((issue) => ({
    field: issue.path.join('.') || 'document',
    line: lineOf(text, issue.path),
    message: tellIssue(issue, texts),
  }));
}

function newPage(context: PageContext, id: string, { text, issues }: Typed): Promise<Response> {
  const texts = textsFor(context);
  const sheets = connectorSheets(texts);
  const { configuration: words, settingsForm, frame } = texts.pages;
  return webPage(context, {
    title: issues.length > 0 ? settingsForm.errorTitle(words.newTitle) : words.newTitle,
    status: issues.length > 0 ? 400 : 200,
    body: (
      <>
        <Crumbs trail={[{ href: '/', text: frame.integrations }]} here={words.newCrumb} />
        <div class="head">
          <h1>{words.newTitle}</h1>
        </div>
        <section class="card" aria-label={words.title}>
          <p>{words.help}</p>
          <ConfigurationForm
            action="/new/document"
            text={text}
            issues={issues}
            id={id}
            button={words.create}
          />
        </section>
        <WebhookPattern origin={new URL(context.req.url).origin} />
        <Reference sheets={sheets} />
      </>
    ),
  });
}

/** How what was typed differs from what is saved now; null where it is no document. Its credentials are shown nowhere. */
function changesTyped(view: IntegrationView, text: string): DocumentChange[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const typed = isNestedWithin(value, maxDepth)
    ? integrationDocument.safeParse(withoutReadOnly(value))
    : null;
  if (!typed?.success) return null;
  const now = documentOf(view);
  return changesOf(now, restoredDocument(typed.data, now, {}));
}

/** `typed`: the input that was refused; null shows what is stored. */
async function configurationPage(context: PageContext, typed: Typed | null): Promise<Response> {
  const id = integrationId(context);
  const view = unwrap(await integration(context.env, id).view(languageOf(context)));
  const { configuration: words, settingsForm } = textsFor(context).pages;
  const title = `${words.title} · ${view.name}`;
  const isOvertaken = (typed?.revision ?? '') !== '' && typed?.revision !== view.revision;
  const overtaken = typed !== null && isOvertaken ? changesTyped(view, typed.text) : null;
  return webPage(context, {
    title: typed === null ? title : settingsForm.errorTitle(title),
    status: typed === null ? 200 : 400,
    body: (
      <SettingsFrame view={view} at="configuration">
        <Saying code={context.req.query('said')} />
        {overtaken !== null && <Conflict changes={overtaken} />}
        <section class="card" aria-label={words.title}>
          <ConfigurationForm
            action={`/integrations/${id}/configuration`}
            text={typed?.text ?? storedDocument(view)}
            issues={typed?.issues ?? []}
            revision={overtaken === null ? (typed?.revision ?? view.revision) : view.revision}
            button={words.save}
          />
        </section>
        <WebhookAddresses view={view} origin={new URL(context.req.url).origin} />
        <Reference sheets={connectorSheets(textsFor(context))} />
      </SettingsFrame>
    ),
  });
}
