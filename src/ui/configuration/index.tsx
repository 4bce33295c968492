import { Hono } from 'hono';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { identifier } from '../../engine/configuration/configuration.ts';
import { connectorSheets } from '../../engine/configuration/connector-sheets.ts';
import type { ConfigureOptions } from '../../engine/configuration/store-configuration.ts';
import { isNestedWithin } from '../../engine/http/nesting.ts';
import { RequestError, type RequestErrorData } from '../../engine/request-error.ts';
import type { Env } from '../../env.ts';
import { deedBy } from '../../routes/callers.ts';
import { languageOf, textsFor } from '../../routes/language.ts';
import { detailOf } from '../../routes/problem-response.ts';
import type { Texts } from '../../texts/en.ts';
import { tellIssue } from '../../texts/tell.ts';
import { integrationId } from '../addresses.ts';
import { readForm } from '../form.ts';
import { Crumbs } from '../parts/crumbs.tsx';
import { IntegrationFrame } from '../parts/integration-frame.tsx';
import { Saying } from '../parts/notice.tsx';
import { type PageContext, webPage } from '../web-page.tsx';
import { ConfigurationForm, type FieldIssue } from './form.tsx';
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

configuration.get('/new', (context) =>
  newPage(context, '', { text: startingDocument(textsFor(context)), issues: [] }),
);

configuration.post('/new', async (context) => {
  const words = textsFor(context).pages.configuration;
  const { id: given, document: text } = await readForm(context, 'id', 'document');
  const id = given.trim();
  if (!identifier.safeParse(id).success) {
    return newPage(context, given, { text, issues: [{ field: 'id', message: words.badId }] });
  }
  const there = await integration(context.env, id).view();
  // Any other error may come from an integration in trouble. It must not be overwritten.
  if (there.ok) return newPage(context, given, { text, issues: [{ field: 'id', message: words.taken }] });
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
  return answer.ok ? [] : issuesOf(answer.error, textsFor(context));
}

function issuesOf(error: RequestErrorData, texts: Texts): FieldIssue[] {
  const { code, issues = [] } = error;
  if (code === 'open_tasks' || issues.length === 0)
    return [{ field: 'document', message: detailOf(error, texts) }];
  return issues.map((issue) => ({
    field: issue.path.join('.') || 'document',
    message: tellIssue(issue, texts),
  }));
}

function newPage(context: PageContext, id: string, { text, issues }: Typed): Promise<Response> {
  const texts = textsFor(context);
  const sheets = connectorSheets(texts);
  const { configuration: words, frame } = texts.pages;
  return webPage(context, {
    title: words.newTitle,
    status: issues.length > 0 ? 400 : 200,
    body: (
      <>
        <Crumbs trail={[{ href: '/', text: frame.integrations }]} here={words.newCrumb} />
        <div class="head">
          <h1>{words.newTitle}</h1>
        </div>
        <section class="card" aria-label={words.title}>
          <p>{words.help}</p>
          <ConfigurationForm action="/new" text={text} issues={issues} id={id} button={words.create} />
        </section>
        <WebhookPattern origin={new URL(context.req.url).origin} />
        <Reference sheets={sheets} />
      </>
    ),
  });
}

/** `typed`: the input that was refused; null shows what is stored. */
async function configurationPage(context: PageContext, typed: Typed | null): Promise<Response> {
  const id = integrationId(context);
  const view = unwrap(await integration(context.env, id).view(languageOf(context)));
  const words = textsFor(context).pages.configuration;
  return webPage(context, {
    title: `${words.title} · ${view.name}`,
    status: typed === null ? 200 : 400,
    body: (
      <IntegrationFrame {...view} path={`/integrations/${id}/configuration`}>
        <Saying code={context.req.query('said')} />
        <section class="card" aria-label={words.title}>
          <ConfigurationForm
            action={`/integrations/${id}/configuration`}
            text={typed?.text ?? storedDocument(view)}
            issues={typed?.issues ?? []}
            revision={typed?.revision ?? view.revision}
            button={words.save}
          />
        </section>
        <WebhookAddresses view={view} origin={new URL(context.req.url).origin} />
        <Reference sheets={connectorSheets(textsFor(context))} />
      </IntegrationFrame>
    ),
  });
}
