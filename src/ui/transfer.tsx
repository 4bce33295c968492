import { Hono } from 'hono';
import { unwrap } from '../../durable-objects/answer.ts';
import { integration } from '../../durable-objects/integration-client.ts';
import type { IntegrationView, TransferView } from '../engine/reporting/views.ts';
import type { Env } from '../env.ts';
import { languageOf } from '../routes/language.ts';
import { integrationId, rowOf } from './addresses.ts';
import { Badge } from './parts/badge.tsx';
import { FlowName } from './parts/flow-name.tsx';
import { IntegrationFrame } from './parts/integration-frame.tsx';
import { Notice } from './parts/notice.tsx';
import { Payload } from './parts/payload.tsx';
import { Timestamp, timeZoneOf } from './parts/timestamp.tsx';
import { Why } from './parts/why.tsx';
import { webPage } from './web-page.tsx';

const dayMs = 24 * 3_600_000;

export const transfer = new Hono<{ Bindings: Env }>();

transfer.get('/integrations/:integration/activity/:activity', async (context) => {
  const id = integrationId(context);
  const row = rowOf(context.req.param('activity'), 'activity');
  const object = integration(context.env, id);
  const language = languageOf(context);
  const [view, shown] = await Promise.all([
    object.view(language).then(unwrap<IntegrationView>),
    object.transfer(row, language).then(unwrap<TransferView>),
  ]);
  return webPage(context, {
    title: `${shown.flow} ${shown.key}`,
    body: (
      <IntegrationFrame {...view} path={new URL(context.req.url).pathname}>
        <Head id={id} transfer={shown} zone={timeZoneOf(context)} />
        {shown.payload === null ? (
          <Notice tone="quiet">{whyNothing(view, shown)}</Notice>
        ) : (
          <Payload view={view} transfer={shown} payload={shown.payload} />
        )}
      </IntegrationFrame>
    ),
  });
});

function Head({ id, transfer, zone }: { id: string; transfer: TransferView; zone: string }) {
  const { flow, from, to, key, number, task, outcome, reason, targetId, calls, at } = transfer;
  return (
    <section class="card">
      <h2>
        <FlowName flow={flow} from={from} to={to} />{' '}
        <a href={`/integrations/${id}/tasks/${task}`}>{number ?? key}</a> <Badge word={outcome} />
      </h2>
      <dl class="facts">
        <div>
          <dt>When</dt>
          <dd>
            <Timestamp at={at} zone={zone} />
          </dd>
        </div>
        <div>
          <dt>Why</dt>
          <dd>
            <Why reason={reason} />
          </dd>
        </div>
        <div>
          <dt>Id in the target</dt>
          <dd>{targetId === null ? <span class="none">none</span> : <code>{targetId}</code>}</dd>
        </div>
        <div>
          <dt>Calls</dt>
          <dd>{String(calls)}</dd>
        </div>
      </dl>
    </section>
  );
}

export function whyNothing({ retentionDays }: IntegrationView, { at }: TransferView): string {
  if (retentionDays === 0) {
    return 'What was read and written is not kept: this integration has a retention of 0 days.';
  }
  if (Date.now() - Date.parse(at) > retentionDays * dayMs) {
    return `What was read and written is deleted: the retention of ${retentionDays} days is over. That it happened stays.`;
  }
  return 'What was read and written is not available: it was not kept, or the key that sealed it is lost.';
}
