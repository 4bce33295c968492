import { Hono } from 'hono';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import type { AskedQuestion } from '../../engine/configuration/answered.ts';
import { flowId } from '../../engine/configuration/configuration.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { notFound } from '../../engine/request-error.ts';
import type { Env } from '../../env.ts';
import { textsFor } from '../../routes/language.ts';
import { detailOf, statusOf } from '../../routes/problem-response.ts';
import { readForm } from '../form.ts';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../reader.ts';
import { type PageContext, webPage } from '../web-page.tsx';
import { forDraft } from './draft.ts';
import { SetupFrame, stepName } from './steps.tsx';
import { mostAtOnce, nothingTried, type Trials, trialsIn, withPart } from './trial.ts';
import { FlowTrial } from './trial-view.tsx';

/** Step 6: what would become of the last records of each flow. Nothing is written. */
export const dryRunPages = new Hono<{ Bindings: Env }>();

const address = '/integrations/:integration/setup/dry-run';

/** So many are looked at in all. */
const wanted = 20;

dryRunPages.get(address, (context) => forDraft(context, (view) => trialPage(context, view, {})));

/** It calls both systems, so a link must not do it. */
dryRunPages.post(address, (context) =>
  forDraft(context, async (view) => {
    const { flow: id, tried, do: asked } = await readForm(context, 'flow', 'tried', 'do');
    if (!triedFlows(view).some((flow) => flowId(flow) === id)) throw notFound('flow');
    const trials = trialsIn(tried);
    const before = asked === 'more' ? (trials[id] ?? nothingTried) : nothingTried;
    const last = Math.max(1, Math.min(mostAtOnce, wanted - before.rows.length));
    const request = { last, cursor: before.cursor ?? undefined };
    const answer = await integration(context.env, view.id).dryRun(id, request);
    return answer.ok
      ? trialPage(context, view, { ...trials, [id]: withPart(before, answer.value) })
      : trialPage(
          context,
          view,
          trials,
          detailOf(answer.error, textsFor(context)),
          statusOf[answer.error.kind],
        );
  }),
);

/** Orders are what the books are about; without them whatever else is kept in step. */
function triedFlows({ flows }: IntegrationView): IntegrationView['flows'] {
  const enabled = flows.filter((flow) => flow.enabled);
  const orders = enabled.filter(({ flow }) => flow === 'orders');
  return orders.length > 0 ? orders : enabled;
}

async function trialPage(
  context: PageContext,
  view: IntegrationView,
  trials: Trials,
  error?: string,
  status = 200,
): Promise<Response> {
  const texts = textsFor(context);
  const { lastSteps: words, parts } = texts.pages;
  const questions: readonly AskedQuestion[] = unwrap(await integration(context.env, view.id).questions());
  const title = `${stepName(view, 'dry-run', texts)} · ${view.name}`;
  return webPage(context, {
    title: error === undefined ? title : parts.errorTitle(title),
    status,
    body: (
      <SetupFrame view={view} step="dry-run">
        <p class="quiet">{words.trialIntro}</p>
        {error !== undefined && <Notice tone="bad">{error}</Notice>}
        {triedFlows(view).map((flow) => (
          <FlowTrial {...{ view, flow, questions, trials, wanted }} />
        ))}
        <Next view={view} isTried={Object.keys(trials).length > 0} />
      </SetupFrame>
    ),
  });
}

/** Before anything was tried it is trying that comes first. */
function Next({ view: { id, flows }, isTried }: { view: IntegrationView; isTried: boolean }) {
  const { lastSteps: words } = useWords();
  const isEmpty = !flows.some((flow) => flow.enabled);
  if (isEmpty) return <p class="quiet">{words.nothingToTry}</p>;
  return (
    <p class="buttons">
      <a class={isTried ? 'button primary' : 'button'} href={`/integrations/${id}/setup/live`}>
        {words.toLive}
      </a>
      <a class="button" href={`/integrations/${id}/setup/questions`}>
        {words.toQuestions}
      </a>
    </p>
  );
}
