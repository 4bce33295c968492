import { Hono } from 'hono';
import type { Env } from '../env.ts';
import { readStatus } from '../routes/status.ts';
import { Badge } from './parts/badge.tsx';
import { Timestamp, timeZoneOf } from './parts/timestamp.tsx';
import { webPage } from './web-page.tsx';

/** Read-only health for everybody: codes and counts, no personal data. */
export const statusPage = new Hono<{ Bindings: Env }>();

statusPage.get('/status', async (context) => {
  const { state, integrations } = await readStatus(context.env);
  const zone = timeZoneOf(context);
  return webPage(context, {
    title: 'Status',
    body: (
      <>
        <div class="head">
          <h1>Status</h1>
        </div>
        <p class={state === 'ok' ? 'banner good' : 'banner bad'}>
          {state === 'ok' ? 'Everything is in order.' : 'Something needs attention.'}
        </p>
        {integrations.length === 0 && <p class="quiet">There are no integrations yet.</p>}
        <ul class="cards">
          {integrations.map(({ id, name, state, problems, counts, updatedAt }) => (
            <li class="card integration">
              <div class="integration-head">
                <h2>{name}</h2>
                <p class="badges">
                  <Badge word={state} />
                  {problems.length > 0 ? <Badge word="problems" /> : <Badge word="in order" />}
                </p>
              </div>
              <p class="quiet">
                <code>{id}</code>, last report <Timestamp at={updatedAt} zone={zone} />
              </p>
              <ul class="inline-counts" aria-label={`Tasks of ${name}`}>
                {Object.entries(counts).map(([name, count]) => (
                  <li>
                    <span class="quiet">{name}</span> <strong>{String(count)}</strong>
                  </li>
                ))}
              </ul>
              {problems.length > 0 && (
                <ul class="codes" aria-label={`Problems of ${name}`}>
                  {problems.map(({ code, count }) => (
                    <li>
                      <code>{code}</code> × {String(count)}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
        <p class="quiet">
          The same data as JSON: <a href="/status.json">status.json</a>
        </p>
      </>
    ),
  });
});
