import { Hono } from 'hono';
import { unwrap } from '../../durable-objects/answer.ts';
import { integration } from '../../durable-objects/integration-client.ts';
import { maxKeyLength } from '../connectors/contract/source.ts';
import { flowId, splitFlowId } from '../engine/configuration/configuration.ts';
import { type IntegrationView, showProblem } from '../engine/reporting/views.ts';
import type { Env } from '../env.ts';
import type { Preview, PreviewWrite } from '../flows/contract.ts';
import { languageOf, textsFor } from '../routes/language.ts';
import { detailOf, statusOf } from '../routes/problem-response.ts';
import { tellNote, tellReason } from '../texts/tell.ts';
import { integrationId } from './addresses.ts';
import { readForm } from './form.ts';
import { IntegrationFrame } from './parts/integration-frame.tsx';
import { JsonView } from './parts/json-view.tsx';
import { Notice } from './parts/notice.tsx';
import { SideBySide } from './parts/side-by-side.tsx';
import { systemName } from './parts/system-name.ts';
import { currencyOf, TotalsCheck } from './parts/totals-check.tsx';
import { useTexts } from './reader.ts';
import { type PageContext, webPage } from './web-page.tsx';

interface Asked {
  readonly flow: string;
  readonly key: string;
}

interface Found {
  readonly preview?: Preview;
  readonly error?: string;
}

export const preview = new Hono<{ Bindings: Env }>();

preview.get('/integrations/:integration/preview', async (context) => {
  const view = unwrap(await integration(context.env, integrationId(context)).view(languageOf(context)));
  const { flow = '', key = '' } = context.req.query();
  return previewPage(context, view, { flow, key });
});

/** It writes nothing, but it calls both systems, so a link must not do it. */
preview.post('/integrations/:integration/preview', async (context) => {
  const object = integration(context.env, integrationId(context));
  const view = unwrap(await object.view(languageOf(context)));
  const form = await readForm(context, 'flow', 'key');
  const asked = { flow: form.flow, key: form.key.trim() };
  if (asked.key.length > maxKeyLength) {
    const error = `The id is longer than ${maxKeyLength} characters.`;
    return previewPage(context, view, asked, { error }, 400);
  }
  if (asked.key === '')
    return previewPage(context, view, asked, { error: 'Enter the number of a record.' }, 400);
  const answer = await object.preview(asked.flow, asked.key);
  return answer.ok
    ? previewPage(context, view, asked, { preview: answer.value })
    : previewPage(
        context,
        view,
        asked,
        { error: detailOf(answer.error, textsFor(context)) },
        statusOf[answer.error.kind],
      );
});

function previewPage(
  context: PageContext,
  view: IntegrationView,
  asked: Asked,
  { preview, error }: Found = {},
  status = 200,
) {
  return webPage(context, {
    title: `Preview · ${view.name}`,
    status,
    body: (
      <IntegrationFrame {...view} path={new URL(context.req.url).pathname}>
        <section class="card">
          <h2>Preview a record</h2>
          <p class="quiet">
            Reads the record from the source and shows what would be sent to the target. Nothing is written.
          </p>
          {error !== undefined && <Notice tone="bad">{error}</Notice>}
          {view.flows.length === 0 ? (
            <p class="quiet">There is no flow yet: add one in the configuration.</p>
          ) : (
            <PreviewForm view={view} asked={asked} />
          )}
        </section>
        {preview !== undefined && <Shown view={view} asked={asked} preview={preview} />}
      </IntegrationFrame>
    ),
  });
}

function PreviewForm({ view, asked }: { view: IntegrationView; asked: Asked }) {
  return (
    <form method="post" action={`/integrations/${view.id}/preview`} class="row-form">
      <div class="control">
        <label for="flow">Flow</label>
        <select id="flow" name="flow">
          {view.flows.map((flow) => (
            <option value={flowId(flow)} selected={flowId(flow) === asked.flow}>
              {`${flow.flow}: ${flow.from} → ${flow.to}`}
            </option>
          ))}
        </select>
      </div>
      <div class="control grow">
        <label for="key">Order number, how it begins, or the source's id</label>
        <input id="key" name="key" value={asked.key} required maxlength={200} autocomplete="off" />
      </div>
      <button type="submit" class="button primary">
        Preview
      </button>
    </form>
  );
}

function Shown({ view, asked, preview }: { view: IntegrationView; asked: Asked; preview: Preview }) {
  const texts = useTexts();
  const { from, to } = splitFlowId(asked.flow);
  const { source, writes, checks, notes = [] } = preview;
  const customer = writes.find(({ what }) => what === 'customer');
  const record = writes.findLast(({ what }) => what !== 'customer') ?? ownRecord(asked.flow, customer);
  return (
    <>
      <Verdict preview={preview} />
      <TotalsCheck
        checks={checks}
        currency={currencyOf(source)}
        notes={notes.map((note) => tellNote(note, texts))}
      />
      {preview.problem !== null && record !== undefined && record.body !== null && (
        <Notice tone="quiet">
          Nothing would be sent: this is the document as far as it could be planned.
        </Notice>
      )}
      <SideBySide
        source={{ name: from, system: systemName(view, from), value: source }}
        target={{ name: to, system: systemName(view, to), value: record?.body }}
        nothingWritten={
          record?.what === 'credit'
            ? 'The target would credit the whole document itself.'
            : 'Nothing would be sent.'
        }
      />
      {customer !== undefined && <CustomerCard customer={customer} isRecord={customer === record} />}
    </>
  );
}

/** A customer is the record itself in its own flow, and what a document needs in another. */
function ownRecord(flow: string, customer: PreviewWrite | undefined): PreviewWrite | undefined {
  return splitFlowId(flow).flow === 'customers' ? customer : undefined;
}

/** Says what would happen: the record would be sent, skipped, or parked with its problem. */
function Verdict({ preview: { skips, problem } }: { preview: Preview }) {
  const texts = useTexts();
  const told = problem && showProblem(problem, texts);
  if (told && problem) {
    return (
      <Notice tone="bad">
        <strong>Nothing was written.</strong>{' '}
        {problem.kind === 'rejected' ? 'It would be parked' : 'It would wait'}: {told.message} {told.action}
      </Notice>
    );
  }
  return (
    <Notice tone="good">
      <strong>Nothing was written.</strong>{' '}
      {skips === null ? 'This is what would be sent.' : `It would be skipped: ${tellReason(skips, texts)}.`}
    </Notice>
  );
}

/** Where the customer is the record itself, its body stands beside the source already. */
function CustomerCard({ customer, isRecord }: { customer: PreviewWrite; isRecord: boolean }) {
  return (
    <section class="card" aria-labelledby="customer">
      <h2 id="customer">Customer</h2>
      <p>{customerDeeds[customer.does]}</p>
      {customer.body !== null && !isRecord && <JsonView value={customer.body} />}
    </section>
  );
}

const customerDeeds: Readonly<Record<PreviewWrite['does'], string>> = {
  skip: 'It would not be written.',
  use: 'It is known, and stays unchanged in the target.',
  adopt: 'It is already in the target, and stays unchanged there.',
  update: 'It is already in the target, and would be updated to this.',
  create: 'It would be created.',
  guest: 'The order is booked for a guest: no customer is created.',
};
