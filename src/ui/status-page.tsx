import { Hono } from 'hono';
import type { Summary } from '../engine/reporting/views.ts';
import type { Env } from '../env.ts';
import type { Caller } from '../house/roles.ts';
import { textsFor } from '../routes/language.ts';
import { missingConfiguration } from '../routes/readiness.ts';
import { sessionCaller } from '../routes/session.ts';
import { readStatus } from '../routes/status.ts';
import { LinkBadges } from './parts/badge.tsx';
import { HealthDays, HealthLegend } from './parts/health-days.tsx';
import { Timestamp, timeZoneOf } from './parts/timestamp.tsx';
import { type PageContext, webPage } from './web-page.tsx';

/** Read-only health for everybody: codes and counts, no personal data. */
export const statusPage = new Hono<{ Bindings: Env }>();

statusPage.get('/status', async (context) => {
  const { state, integrations } = await readStatus(context.env, await readerOf(context));
  const now = Date.now();
  const zone = timeZoneOf(context);
  const { pages, figures } = textsFor(context);
  const { status: words, states, overview } = pages;
  return webPage(context, {
    title: words.title,
    stylesheet: 'status',
    body: (
      <>
        <div class="head">
          <h1>{words.title}</h1>
        </div>
        <p class={state === 'ok' ? 'banner good' : 'banner bad'}>{state === 'ok' ? words.good : words.bad}</p>
        {integrations.length === 0 && <p class="quiet">{words.empty}</p>}
        {integrations.length > 0 && <HealthLegend />}
        <ul class="cards">
          {integrations.map(({ id, name, state, problems, counts, updatedAt, health }) => (
            <li class="card integration">
              <div class="integration-head">
                <h2>{name ?? id}</h2>
                <LinkBadges state={state} isWell={problems.length === 0} />
              </div>
              <p class="quiet">{overview.lastReport(<Timestamp at={updatedAt} zone={zone} />)}</p>
              <HealthDays health={health} now={now} />
              <ul class="inline-counts" aria-label={words.tasksOf(name ?? id)}>
                {entriesOf(counts).map(([state, count]) => (
                  <li>
                    <span class="quiet">{states[state]}</span> <strong>{figures.number(count)}</strong>
                  </li>
                ))}
              </ul>
              {problems.length > 0 && (
                <ul class="codes" aria-label={overview.problemsOf(name ?? id)}>
                  {problems.map(({ code, count }) => (
                    <li>
                      <code>{code}</code> × {figures.number(count)}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
        <p class="quiet">{words.asJson(<a href="/status.json">status.json</a>)}</p>
      </>
    ),
  });
});

/** Without its secrets a deployment knows no session from one that somebody made up. */
async function readerOf(context: PageContext): Promise<Caller | null> {
  return (await missingConfiguration(context.env)) === null ? sessionCaller(context) : null;
}

/** What is queued and what runs is both on its way. */
function entriesOf({ queued, running, waiting, parked, done, skipped }: Summary['counts']) {
  return [
    ['onItsWay', queued + running],
    ['tryingAgain', waiting],
    ['needsYou', parked],
    ['done', done],
    ['skipped', skipped],
  ] as const;
}
