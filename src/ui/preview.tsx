import { Hono } from 'hono';
import { unwrap } from '../../durable-objects/answer.ts';
import { integration } from '../../durable-objects/integration-client.ts';
import { maxKeyLength } from '../connectors/contract/source.ts';
import { flowId, splitFlowId } from '../engine/configuration/configuration.ts';
import { type IntegrationView, showProblem } from '../engine/reporting/views.ts';
import type { Env } from '../env.ts';
import type { Preview, PreviewWrite } from '../flows/contract.ts';
import { statedChecks } from '../flows/orders/document/kept-checks.ts';
import { flowByName } from '../flows/registry.ts';
import { languageOf, textsFor } from '../routes/language.ts';
import { detailOf, statusOf } from '../routes/problem-response.ts';
import { inWords } from '../texts/in-words.ts';
import { tellNote, tellReason } from '../texts/tell.ts';
import { integrationId } from './addresses.ts';
import { readForm } from './form.ts';
import { IntegrationFrame } from './parts/integration-frame.tsx';
import { JsonView } from './parts/json-view.tsx';
import { LevelCheck } from './parts/level-check.tsx';
import { Notice } from './parts/notice.tsx';
import { SideBySide } from './parts/side-by-side.tsx';
import { systemName } from './parts/system-name.ts';
import { currencyOf, TotalsCheck } from './parts/totals-check.tsx';
import { useTexts, useWords } from './reader.ts';
import { PostForm } from './rights.tsx';
import { flowTitle } from './settings/flow-title.ts';
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
  const words = textsFor(context).pages.preview;
  if (asked.key.length > maxKeyLength) {
    const error = words.tooLong(maxKeyLength);
    return previewPage(context, view, asked, { error }, 400);
  }
  if (asked.key === '') return previewPage(context, view, asked, { error: words.missing }, 400);
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

/** Where the form stands filled in as it was sent. What is longer than any key is left out. */
function addressOf(id: string, { flow, key }: Asked): string {
  const asked = key.length > maxKeyLength ? { flow } : { flow, key };
  return `/integrations/${id}/preview?${new URLSearchParams(asked)}`;
}

function previewPage(
  context: PageContext,
  view: IntegrationView,
  asked: Asked,
  { preview, error }: Found = {},
  status = 200,
) {
  const words = textsFor(context).pages.preview;
  return webPage(context, {
    title: `${words.title} · ${view.name}`,
    status,
    ...(context.req.method === 'GET' ? {} : { address: addressOf(view.id, asked) }),
    body: (
      <IntegrationFrame {...view} path={new URL(context.req.url).pathname}>
        <section class="card">
          <h2>{words.heading}</h2>
          <p class="quiet">{words.help}</p>
          {error !== undefined && <Notice tone="bad">{error}</Notice>}
          {view.flows.length === 0 ? (
            <p class="quiet">{words.noFlow}</p>
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
  const texts = useTexts();
  const words = texts.pages;
  return (
    <PostForm action={`/integrations/${view.id}/preview`} class="row-form">
      <div class="control grow">
        <label for="flow">{words.preview.flow}</label>
        <select id="flow" name="flow">
          {view.flows.map((flow) => (
            <option value={flowId(flow)} selected={flowId(flow) === asked.flow}>
              {flowTitle(view, flow, texts)}
            </option>
          ))}
        </select>
      </div>
      <div class="control grow">
        <label for="key">{words.preview.key}</label>
        <input id="key" name="key" value={asked.key} required maxlength={200} autocomplete="off" />
      </div>
      <button type="submit" class="button primary">
        {words.preview.show}
      </button>
    </PostForm>
  );
}

function Shown({ view, asked, preview }: { view: IntegrationView; asked: Asked; preview: Preview }) {
  const texts = useTexts();
  const words = texts.pages.preview;
  const { from, to } = splitFlowId(asked.flow);
  const { source, writes, checks, notes = [] } = preview;
  const told = notes.map((note) => tellNote(note, texts));
  const customer = writes.find(({ what }) => what === 'customer');
  const record = writes.findLast(({ what }) => what !== 'customer') ?? ownRecord(asked.flow, customer);
  return (
    <>
      <Verdict preview={preview} />
      {isOfLevels(asked.flow) ? (
        <LevelCheck checks={checks} notes={told} />
      ) : (
        <TotalsCheck
          checks={checks.length > 0 ? checks : statedChecks(source)}
          currency={currencyOf(source)}
          notes={told}
        />
      )}
      {preview.problem !== null && record !== undefined && record.body !== null && (
        <Notice tone="quiet">{words.asPlanned}</Notice>
      )}
      <SideBySide
        source={{ name: from, system: systemName(view, from), value: source }}
        target={{ name: to, system: systemName(view, to), value: record?.body }}
        nothingWritten={record?.what === 'credit' ? words.wholeCredit : words.nothingSent}
      />
      {customer !== undefined && <CustomerCard customer={customer} isRecord={customer === record} />}
    </>
  );
}

function isOfLevels(id: string): boolean {
  return flowByName(splitFlowId(id).flow)?.kind === 'levels';
}

/** A customer is the record itself in its own flow, and what a document needs in another. */
function ownRecord(flow: string, customer: PreviewWrite | undefined): PreviewWrite | undefined {
  return splitFlowId(flow).flow === 'customers' ? customer : undefined;
}

/** Says what would happen: the record would be sent, skipped, or parked with its problem. */
function Verdict({ preview: { skips, problem } }: { preview: Preview }) {
  const texts = useTexts();
  const words = texts.pages.preview;
  const told = problem && showProblem(problem, texts);
  if (told && problem) {
    const why = inWords(`${told.message} ${told.action}`, texts);
    return (
      <Notice tone="bad">
        <strong>{words.nothingWritten}</strong>{' '}
        {problem.kind === 'rejected' ? words.wouldPark(why) : words.wouldWait(why)}
      </Notice>
    );
  }
  return (
    <Notice tone="good">
      <strong>{words.nothingWritten}</strong>{' '}
      {skips === null ? words.wouldSend : words.wouldSkip(inWords(tellReason(skips, texts), texts))}
    </Notice>
  );
}

/** Where the customer is the record itself, its body stands beside the source already. */
function CustomerCard({ customer, isRecord }: { customer: PreviewWrite; isRecord: boolean }) {
  const words = useWords().preview;
  return (
    <section class="card" aria-labelledby="customer">
      <h2 id="customer">{words.customer}</h2>
      <p>{words.deeds[customer.does]}</p>
      {customer.body !== null && !isRecord && <JsonView value={customer.body} />}
    </section>
  );
}
