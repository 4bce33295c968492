import { Hono } from 'hono';
import { directory } from '../../durable-objects/directory-client.ts';
import { integration } from '../../durable-objects/integration-client.ts';
import type { IntegrationView, Summary } from '../engine/reporting/views.ts';
import type { Env } from '../env.ts';
import { sees } from '../house/roles.ts';
import { languageOf, textsFor } from '../routes/language.ts';
import { sessionCaller } from '../routes/session.ts';
import type { Language } from '../texts/languages.ts';
import { Badge, HealthBadge } from './parts/badge.tsx';
import { Count } from './parts/count.tsx';
import { Saying } from './parts/notice.tsx';
import { RefreshButton } from './parts/refresh-button.tsx';
import { Timestamp, timeZoneOf } from './parts/timestamp.tsx';
import { countToday } from './parts/today.ts';
import { useWords } from './reader.ts';
import { Offered } from './rights.tsx';
import { loginPage } from './session.tsx';
import { webPage } from './web-page.tsx';

/** Any further ones are shown by their last summary, so that one page never wakes them all. */
const maxAsked = 20;

interface Row {
  readonly summary: Summary;
  /** The current view; null when the integration was not asked. */
  readonly view: IntegrationView | null;
}

export const overview = new Hono<{ Bindings: Env }>();

overview.get('/', async (context) => {
  const caller = await sessionCaller(context);
  if (caller === null) return loginPage(context, {});
  const summaries = (await directory(context.env).list()).filter(({ id }) => sees(caller, id));
  const rows = await Promise.all(
    summaries.map(async (summary, index) => ({
      summary,
      view: index < maxAsked ? await ask(context.env, summary.id, languageOf(context)) : null,
    })),
  );
  const words = textsFor(context).pages.overview;
  return webPage(context, {
    title: words.title,
    body: (
      <>
        <div class="head">
          <h1>{words.title}</h1>
          <div class="buttons">
            <RefreshButton action="/" refreshed={context.req.query('refreshed') !== undefined} />
            <Offered to="/new">
              <a class="button primary" href="/new">
                {words.add}
              </a>
            </Offered>
          </div>
        </div>
        <Saying code={context.req.query('said')} />
        {rows.length === 0 ? <Nothing /> : <List rows={rows} zone={timeZoneOf(context)} />}
      </>
    ),
  });
});

/** An integration that does not answer is shown by its last summary. */
async function ask(env: Env, id: string, language: Language): Promise<IntegrationView | null> {
  try {
    const answer = await integration(env, id).view(language);
    return answer.ok ? answer.value : null;
  } catch {
    return null;
  }
}

/** The sentences of an integration that was asked; a summary has the codes only. */
function Problems({ summary, view }: Row) {
  const told = new Set(view?.problems.map(({ message }) => message));
  const codes = view === null ? summary.problems.map(({ code }) => code) : [];
  const { problemsOf } = useWords().overview;
  if (told.size + codes.length === 0) return null;
  return (
    <ul class={view === null ? 'codes' : 'told'} aria-label={problemsOf(summary.name)}>
      {[...told].map((message) => (
        <li>{message}</li>
      ))}
      {codes.map((code) => (
        <li>
          <code>{code}</code>
        </li>
      ))}
    </ul>
  );
}

function Nothing() {
  const words = useWords().overview;
  return (
    <section class="card empty">
      <h2>{words.emptyTitle}</h2>
      <p>{words.empty}</p>
      <Offered to="/new">
        <p>
          <a href="/new">{words.addFirst}</a>
        </p>
      </Offered>
    </section>
  );
}

function List({ rows, zone }: { rows: readonly Row[]; zone: string }) {
  const words = useWords().overview;
  return (
    <ul class="cards">
      {rows.map(({ summary, view }) => {
        const { id, name, state, problems, counts } = { ...summary, ...view };
        return (
          <li class="card integration">
            <div class="integration-head">
              <h2>
                <a href={`/integrations/${id}`}>{name}</a>
              </h2>
              <p class="badges">
                <Badge state={state} />
                <HealthBadge isWell={problems.length === 0} />
              </p>
            </div>
            <p class="quiet">
              {words.lastReport(<code>{id}</code>, <Timestamp at={summary.updatedAt} zone={zone} />)}
            </p>
            <dl class="counts">
              <Count
                name={words.waiting}
                value={counts.queued + counts.waiting + counts.running}
                tone="busy"
              />
              <Count name={words.parked} value={counts.parked} tone="bad" />
              <Count name={words.doneToday} value={view === null ? null : countToday(view, 'done')} />
            </dl>
            <Problems summary={summary} view={view} />
          </li>
        );
      })}
    </ul>
  );
}
