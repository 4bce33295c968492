import { Hono } from 'hono';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { type IntegrationDocument, integrationDocument } from '../../engine/configuration/configuration.ts';
import type { DocumentChange } from '../../engine/configuration/document-diff.ts';
import { withoutReadOnly } from '../../engine/configuration/read-only-parts.ts';
import { reservedKeys } from '../../engine/configuration/reserved-keys.ts';
import { restoredDocument } from '../../engine/configuration/restored-document.ts';
import { isNestedWithin } from '../../engine/http/nesting.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import type { RequestErrorData } from '../../engine/request-error.ts';
import type { Env } from '../../env.ts';
import { issueOf } from '../../mapping/issue.ts';
import { deedBy } from '../../routes/callers.ts';
import { languageOf, textsFor } from '../../routes/language.ts';
import type { Texts } from '../../texts/en.ts';
import { integrationId } from '../addresses.ts';
import { fileIn, readForm } from '../form.ts';
import { ErrorSummary, type Wrong } from '../parts/error-summary.tsx';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../reader.ts';
import { PostForm, useMay } from '../rights.tsx';
import { type PageContext, webPage } from '../web-page.tsx';
import { ChangeList } from './changes.tsx';
import { DropBox } from './drop-box.tsx';
import { changesOf, documentOf } from './flow-form.ts';
import { SettingsFrame } from './frame.tsx';
import { wrongParts } from './wrong-parts.ts';

/** The document out, as a file without secrets, and in. */
export const transferPages = new Hono<{ Bindings: Env }>();

const base = '/integrations/:integration/settings';
/** Levels of the deepest document, and many more. */
const maxDepth = 30;

transferPages.get(`${base}/export`, async (context) => {
  const view = unwrap(await integration(context.env, integrationId(context)).view());
  return context.body(`${JSON.stringify(documentOf(view), null, 2)}\n`, 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="${view.id}.json"`,
    'cache-control': 'no-store',
  });
});

transferPages.get(`${base}/transfer`, async (context) => {
  const view = unwrap(await integration(context.env, integrationId(context)).view(languageOf(context)));
  return transferPage(context, view, '', []);
});

transferPages.post(`${base}/transfer`, async (context) => {
  const texts = textsFor(context);
  const object = integration(context.env, integrationId(context));
  const view = unwrap(await object.view(languageOf(context)));
  const {
    document: pasted,
    revision,
    drop,
    do: asked,
  } = await readForm(context, 'document', 'revision', 'drop', 'do');
  const text = (await fileIn(context)) ?? pasted;
  const read = readText(text, texts);
  if (!read.ok) return transferPage(context, view, text, read.wrong);
  const document = restoredDocument(read.document, documentOf(view), {});
  const changes = changesOf(documentOf(view), document);
  const isLast = asked === 'save';
  const options = {
    revision: revision === '' ? view.revision : revision,
    drop: drop === 'yes' || !isLast,
    by: deedBy(context),
    language: languageOf(context),
  };
  const answer = isLast
    ? await object.configure(document, options)
    : await object.checkDocument(document, options);
  if (!answer.ok) return refused(context, view, text, answer.error);
  if (isLast) return context.redirect(`/integrations/${view.id}/settings?said=saved`, 303);
  return reviewPage(context, view, document, changes);
});

type ReadText =
  | { readonly ok: true; readonly document: IntegrationDocument }
  | { readonly ok: false; readonly wrong: readonly Wrong[] };

function readText(text: string, texts: Texts): ReadText {
  const { configuration: words, transferring } = texts.pages;
  const wrong = (message: string): ReadText => ({
    ok: false,
    wrong: [{ control: 'document', label: words.document, message }],
  });
  if (text.trim() === '') return wrong(transferring.chooseOne);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return wrong(words.notJson((error as Error).message));
  }
  if (!isNestedWithin(value, maxDepth)) return wrong(words.tooDeep);
  const parsed = integrationDocument.safeParse(withoutReadOnly(value));
  const issues = parsed.success ? reservedKeys(value) : parsed.error.issues.map(issueOf);
  if (parsed.success && issues.length === 0) return { ok: true, document: parsed.data };
  const error = { kind: 'invalid', code: 'configuration_invalid', detail: '', issues } as const;
  return { ok: false, wrong: wrongParts(error, texts, 'document') };
}

/** Credentials that lack are told apart: nobody can export them. */
function refused(context: PageContext, view: IntegrationView, text: string, error: RequestErrorData) {
  const issues = error.issues ?? [];
  const lacking = issues.flatMap(({ path: [part, connection, , field] }) =>
    part === 'connections' && field !== undefined ? [`${connection}: ${field}`] : [],
  );
  const others = issues.filter(({ path }) => path[0] !== 'connections' || path.length < 4);
  const wrong =
    issues.length > 0 && others.length === 0
      ? []
      : wrongParts({ ...error, issues: others }, textsFor(context), 'document');
  return transferPage(context, view, text, wrong, lacking);
}

function transferPage(
  context: PageContext,
  view: IntegrationView,
  text: string,
  wrong: readonly Wrong[],
  lacking: readonly string[] = [],
): Promise<Response> {
  const { transferring: words, settingsForm } = textsFor(context).pages;
  const isWrong = wrong.length + lacking.length > 0;
  const title = `${words.title} · ${view.name}`;
  return webPage(context, {
    title: isWrong ? settingsForm.errorTitle(title) : title,
    status: isWrong ? 400 : 200,
    body: (
      <SettingsFrame view={view} at="settings/transfer">
        <ErrorSummary wrong={wrong} />
        {lacking.length > 0 && (
          <Notice tone="bad">
            <p>{words.lacking}</p>
            <ul>
              {lacking.map((name) => (
                <li>
                  <code>{name}</code>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <section class="card" aria-labelledby="export">
          <h2 id="export">{words.exportTitle}</h2>
          <p>{words.exportHelp}</p>
          <p>
            <a class="button" href={`/integrations/${view.id}/settings/export`}>
              {words.download}
            </a>
          </p>
        </section>
        <Import view={view} text={text} isWrong={wrong.length > 0} />
      </SettingsFrame>
    ),
  });
}

interface ImportProps {
  readonly view: IntegrationView;
  readonly text: string;
  readonly isWrong: boolean;
}

function Import({ view, text, isWrong }: ImportProps) {
  const { transferring: words, configuration } = useWords();
  const action = `/integrations/${view.id}/settings/transfer`;
  if (!useMay('POST', action)) return null;
  return (
    <section class="card" aria-labelledby="import">
      <h2 id="import">{words.importTitle}</h2>
      <p>{words.importHelp}</p>
      <form method="post" action={action} enctype="multipart/form-data" class="stack">
        <div class="control">
          <label for="file">{words.file}</label>
          <input id="file" name="file" type="file" accept=".json,application/json" />
        </div>
        <div class="control">
          <label for="document">{words.orPaste}</label>
          <textarea
            id="document"
            name="document"
            rows={10}
            spellcheck={false}
            autocapitalize="none"
            autocomplete="off"
            {...(isWrong ? { 'aria-invalid': 'true' as const } : {})}
          >
            {text}
          </textarea>
          <p class="hint">{configuration.secretsKept}</p>
        </div>
        <button type="submit" class="button primary">
          {words.look}
        </button>
      </form>
    </section>
  );
}

function reviewPage(
  context: PageContext,
  view: IntegrationView,
  document: IntegrationDocument,
  changes: readonly DocumentChange[],
): Promise<Response> {
  const { changeList: words, transferring } = textsFor(context).pages;
  return webPage(context, {
    title: `${words.reviewTitle} · ${view.name}`,
    body: (
      <SettingsFrame view={view}>
        <section class="card" aria-labelledby="changes">
          <h2 id="changes">
            {words.reviewTitle} <span class="aside">{transferring.importTitle}</span>
          </h2>
          <ChangeList changes={changes} />
          <PostForm action={`/integrations/${view.id}/settings/transfer`} class="stack">
            <input type="hidden" name="revision" value={view.revision} />
            <input type="hidden" name="document" value={JSON.stringify(document)} />
            <DropBox changes={changes} />
            {changes.length > 0 && (
              <button type="submit" class="button primary" name="do" value="save">
                {words.save}
              </button>
            )}
          </PostForm>
        </section>
      </SettingsFrame>
    ),
  });
}
