import { Hono } from 'hono';
import { unwrap } from '../../durable-objects/answer.ts';
import { integration } from '../../durable-objects/integration-client.ts';
import type { IntegrationView, TransferView } from '../engine/reporting/views.ts';
import type { Env } from '../env.ts';
import { languageOf, textsFor } from '../routes/language.ts';
import type { Texts } from '../texts/en.ts';
import { integrationId, rowOf } from './addresses.ts';
import { placeOfRecord } from './navigation.tsx';
import { OutcomeBadge } from './parts/badge.tsx';
import { FlowName, oneOf } from './parts/flow-name.tsx';
import { IntegrationFrame } from './parts/integration-frame.tsx';
import { Payload } from './parts/payload.tsx';
import { Timestamp, timeZoneOf } from './parts/timestamp.tsx';
import { Why } from './parts/why.tsx';
import { useWords } from './reader.ts';
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
  const words = textsFor(context).pages;
  return webPage(context, {
    title: words.record.title(oneOf(shown.flow, words), shown.number ?? shown.key),
    body: (
      <IntegrationFrame
        {...view}
        path={placeOfRecord(id, shown)}
        here={words.record.title(oneOf(shown.flow, words), shown.number ?? shown.key)}
      >
        <Head id={id} transfer={shown} zone={timeZoneOf(context)} />
        <Payload
          view={view}
          transfer={shown}
          payload={shown.payload}
          otherwise={whyNothing(view, shown, words.transfer)}
        >
          <Ids transfer={shown} />
        </Payload>
      </IntegrationFrame>
    ),
  });
});

function Head({ id, transfer, zone }: { id: string; transfer: TransferView; zone: string }) {
  const words = useWords().transfer;
  const { flow, from, to, key, number, task, outcome, reason, at } = transfer;
  return (
    <section class="card">
      <h2>
        <FlowName flow={flow} from={from} to={to} />{' '}
        <a href={`/integrations/${id}/tasks/${task}`}>{number ?? key}</a> <OutcomeBadge outcome={outcome} />
      </h2>
      <dl class="facts">
        <div>
          <dt>{words.when}</dt>
          <dd>
            <Timestamp at={at} zone={zone} />
          </dd>
        </div>
        <div>
          <dt>{words.why}</dt>
          <dd>
            <Why reason={reason} />
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Ids({ transfer: { key, targetId } }: { transfer: TransferView }) {
  const { record, transfer: words } = useWords();
  return (
    <p>
      {record.sourceId(<code>{key}</code>)}
      {targetId !== null && (
        <>
          , {words.targetId} <code>{targetId}</code>
        </>
      )}
    </p>
  );
}

/** Why a try shows nothing of what it read and wrote. */
export function whyNothing(
  { retentionDays }: IntegrationView,
  { at }: TransferView,
  words: Texts['pages']['transfer'],
): string {
  if (retentionDays === 0) return words.notKept;
  return Date.now() - Date.parse(at) > retentionDays * dayMs ? words.over(retentionDays) : words.lost;
}
