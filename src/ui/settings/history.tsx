import { Hono } from 'hono';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import type { RevisionDetail, RevisionView } from '../../engine/reporting/revision-report.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import type { Env } from '../../env.ts';
import { deedBy } from '../../routes/callers.ts';
import { languageOf, textsFor } from '../../routes/language.ts';
import type { Texts } from '../../texts/en.ts';
import { integrationId, rowOf } from '../addresses.ts';
import { readForm } from '../form.ts';
import { ErrorSummary, type Wrong } from '../parts/error-summary.tsx';
import { Timestamp, timeZoneOf } from '../parts/timestamp.tsx';
import { useWords } from '../reader.ts';
import { PostForm, useMay } from '../rights.tsx';
import { type PageContext, webPage } from '../web-page.tsx';
import { ChangeList } from './changes.tsx';
import { DropBox } from './drop-box.tsx';
import { changesOf, documentOf } from './flow-form.ts';
import { SettingsFrame } from './frame.tsx';
import { wrongParts } from './wrong-parts.ts';

/** Every version of the document: what it changed, and the way back to it. */
export const historyPages = new Hono<{ Bindings: Env }>();

const base = '/integrations/:integration/settings/history';

historyPages.get(base, async (context) => {
  const object = integration(context.env, integrationId(context));
  const view = unwrap(await object.view(languageOf(context)));
  const revisions = unwrap(await object.revisions());
  const { history: words } = textsFor(context).pages;
  return webPage(context, {
    title: `${words.title} · ${view.name}`,
    body: (
      <SettingsFrame view={view} at="settings/history">
        <section class="card">
          <h2 id="history">{words.title}</h2>
          <p class="quiet">{words.help}</p>
          <RevisionTable id={view.id} revisions={revisions} zone={timeZoneOf(context)} />
        </section>
      </SettingsFrame>
    ),
  });
});

historyPages.get(`${base}/:revision`, (context) => versionPage(context, []));

historyPages.post(`${base}/:revision/restore`, async (context) => {
  const id = integrationId(context);
  const { revision, drop } = await readForm(context, 'revision', 'drop');
  const answer = await integration(context.env, id).restore(numberOf(context), {
    revision,
    drop: drop === 'yes',
    by: deedBy(context),
    language: languageOf(context),
  });
  if (answer.ok) return context.redirect(`/integrations/${id}/settings?said=restored`, 303);
  return versionPage(context, wrongParts(answer.error, textsFor(context)));
});

function numberOf(context: PageContext): number {
  return rowOf(context.req.param('revision'), 'revision');
}

function RevisionTable({ id, revisions, zone }: TableProps) {
  const { history: words, audit } = useWords();
  return (
    <section class="scroll" tabindex={0} aria-label={words.title}>
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.by}</th>
          </tr>
        </thead>
        <tbody>
          {revisions.map((each) => (
            <tr>
              <th scope="row">
                <a href={`/integrations/${id}/settings/history/${each.number}`}>
                  {words.version(each.number)}
                </a>
                {each.isPresent && (
                  <>
                    {' '}
                    <span class="badge good">{words.present}</span>
                  </>
                )}
                {each.restored !== null && <span class="quiet"> {words.restoredFrom(each.restored)}</span>}
              </th>
              <td>
                <When revision={each} zone={zone} />
              </td>
              <td>
                {each.who ?? words.unknown}
                {each.via !== null && <span class="quiet"> {audit[each.via]}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface TableProps {
  readonly id: string;
  readonly revisions: readonly RevisionView[];
  readonly zone: string;
}

function When({ revision, zone }: { revision: RevisionView; zone: string }) {
  const { history: words } = useWords();
  return revision.at === null ? <span>{words.unknown}</span> : <Timestamp at={revision.at} zone={zone} />;
}

async function versionPage(context: PageContext, wrong: readonly Wrong[]): Promise<Response> {
  const object = integration(context.env, integrationId(context));
  const view = unwrap(await object.view(languageOf(context)));
  const number = numberOf(context);
  const version = unwrap(await object.revision(number));
  const { history: words, settingsForm } = textsFor(context).pages;
  const title = `${words.title}: ${words.version(number)} · ${view.name}`;
  return webPage(context, {
    title: wrong.length > 0 ? settingsForm.errorTitle(title) : title,
    status: wrong.length > 0 ? 400 : 200,
    address: `/integrations/${view.id}/settings/history/${number}`,
    body: (
      <SettingsFrame view={view}>
        <ErrorSummary wrong={wrong} />
        <section class="card" aria-labelledby="version">
          <h2 id="version">
            {words.version(number)}{' '}
            <span class="aside">
              <When revision={version} zone={timeZoneOf(context)} />
            </span>
          </h2>
          <h3>{words.changesTitle}</h3>
          {version.changes === null ? (
            <p class="quiet">{words.noneBefore}</p>
          ) : (
            <ChangeList changes={version.changes} />
          )}
          <details class="inset">
            <summary>{words.document}</summary>
            <pre class="text">
              <code>{JSON.stringify(version.document, null, 2)}</code>
            </pre>
          </details>
        </section>
        {!version.isPresent && (
          <Restore
            view={view}
            version={version}
            kept={unwrap(await object.restorable(number))}
            words={words}
          />
        )}
      </SettingsFrame>
    ),
  });
}

interface RestoreProps {
  readonly view: IntegrationView;
  readonly version: RevisionDetail;
  /** As it would be stored now. */
  readonly kept: RevisionDetail['document'];
  readonly words: Texts['pages']['history'];
}

function Restore({ view, version, kept, words }: RestoreProps) {
  const changes = changesOf(documentOf(view), kept);
  const action = `/integrations/${view.id}/settings/history/${version.number}/restore`;
  if (!useMay('POST', action)) return null;
  return (
    <section class="card" aria-labelledby="restore">
      <h2 id="restore">{words.restoreTitle}</h2>
      {changes.length === 0 ? (
        <p>{words.same}</p>
      ) : (
        <>
          <p class="quiet">{words.restoreHelp}</p>
          <ChangeList changes={changes} />
          <PostForm action={action} class="stack">
            <input type="hidden" name="revision" value={view.revision} />
            <DropBox changes={changes} />
            <button type="submit" class="button primary">
              {words.restore}
            </button>
          </PostForm>
        </>
      )}
    </section>
  );
}
