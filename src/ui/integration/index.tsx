import { Hono } from 'hono';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import type { GlanceView } from '../../engine/reporting/insight-views.ts';
import type { StockView } from '../../engine/reporting/stock-views.ts';
import type {
  ActivityView,
  CheckView,
  IntegrationView,
  Page,
  TaskView,
} from '../../engine/reporting/views.ts';
import type { Env } from '../../env.ts';
import { languageOf } from '../../routes/language.ts';
import type { Language } from '../../texts/languages.ts';
import { cursorOf, integrationId } from '../addresses.ts';
import { Others } from '../desk/others.tsx';
import { hasOrders } from '../navigation.tsx';
import { ActionButton } from '../parts/action-button.tsx';
import { Count } from '../parts/count.tsx';
import { IntegrationFrame } from '../parts/integration-frame.tsx';
import { Notice, Saying } from '../parts/notice.tsx';
import { timeZoneOf } from '../parts/timestamp.tsx';
import { countToday } from '../parts/today.ts';
import { useWords } from '../reader.ts';
import { Offered, useMay } from '../rights.tsx';
import { goOnAddress } from '../setup/progress.ts';
import { type PageContext, webPage } from '../web-page.tsx';
import { Activity } from './activity.tsx';
import { Catalogue } from './catalogue.tsx';
import { CheckResult } from './check-result.tsx';
import { Connections } from './connections.tsx';
import { Flows } from './flows.tsx';
import { OrdersGlance } from './orders-glance.tsx';
import { NeedsYou, needsYou } from './problems.tsx';
import { readListQuery } from './query.ts';
import { Tasks } from './tasks.tsx';

const shownTasks = 20;
const shownActivity = 25;
const shownOrders = 5;

export const integrationPage = new Hono<{ Bindings: Env }>();

integrationPage.get('/integrations/:integration', (context) => showIntegration(context, null));

integrationPage.post('/integrations/:integration/check', async (context) => {
  const checks = unwrap(await integration(context.env, integrationId(context)).check(languageOf(context)));
  return showIntegration(context, checks);
});

async function showIntegration(context: PageContext, checks: readonly CheckView[] | null): Promise<Response> {
  const id = integrationId(context);
  const object = integration(context.env, id);
  const language = languageOf(context);
  const query = readListQuery(context.req.query());
  const view: IntegrationView = unwrap(await object.view(language));
  const tasks = (state: 'parked' | 'waiting', cursor: string | undefined) =>
    object.tasks({ state, before: cursorOf(cursor) }, shownTasks, language).then(unwrap<Page<TaskView>>);
  const hasStock = view.flows.some(({ flow }) => flow === 'stock');
  const [glance, stock, parked, waiting, skipped, activity] = await Promise.all([
    hasOrders(view) ? object.glance(shownOrders, language).then(unwrap<GlanceView>) : null,
    hasStock ? object.stock(undefined, language).then(unwrap<StockView[]>) : [],
    tasks('parked', query.parked),
    tasks('waiting', query.waiting),
    leftOut(object, query.skipped, language),
    object
      .activity(
        {
          flow: query.flow,
          outcome: query.outcome,
          number: query.number,
          key: query.key,
          before: cursorOf(query.cursor),
        },
        shownActivity,
        language,
      )
      .then(unwrap<Page<ActivityView>>),
  ]);
  const zone = timeZoneOf(context);
  return webPage(context, {
    title: view.name,
    ...(checks === null ? {} : { address: `/integrations/${id}` }),
    body: (
      <IntegrationFrame {...view} path={`/integrations/${id}`} buttons={<Buttons view={view} />}>
        <Saying code={context.req.query('said')} />
        {checks !== null && <CheckResult checks={checks} />}
        <Counts view={view} />
        {view.warnings.map(({ message, action }) => (
          <Notice tone="quiet">
            {message} {action}
          </Notice>
        ))}
        <Others view={view} others={view.problems.filter((each) => !needsYou(each))} zone={zone} />
        <NeedsYou view={view} page={parked} query={query} zone={zone} />
        {glance !== null && <OrdersGlance id={id} glance={glance} />}
        <Catalogue view={view} stock={stock} />
        <Tasks id={id} page={waiting} query={query} list="waiting" zone={zone} />
        <Tasks id={id} page={skipped} query={query} list="skipped" zone={zone} />
        <Flows view={view} zone={zone} />
        <Connections view={view} origin={new URL(context.req.url).origin} />
        <Activity view={view} page={activity} query={query} zone={zone} />
      </IntegrationFrame>
    ),
  });
}

/** What people left out, over the API or on a page: it can be taken back. */
async function leftOut(
  object: ReturnType<typeof integration>,
  cursor: string | undefined,
  language: Language,
): Promise<Page<TaskView>> {
  const filter = { state: 'skipped', leftOut: true, before: cursorOf(cursor) } as const;
  return unwrap<Page<TaskView>>(await object.tasks(filter, shownTasks, language));
}

function Buttons({ view }: { view: IntegrationView }) {
  const { integration: words, setup } = useWords();
  const base = `/integrations/${view.id}`;
  return (
    <>
      <ActionButton action={`${base}/check`} text={words.check} />
      {view.state === 'draft' && (
        <Offered to={goOnAddress(view)}>
          <a class="button" href={goOnAddress(view)}>
            {setup.goOn}
          </a>
        </Offered>
      )}
      {view.state === 'draft' && useMay('POST', `${base}/setup/live`) && (
        <a class="button primary" href={`${base}/setup/live`}>
          {words.goLive}
        </a>
      )}
      {view.state === 'paused' && (
        <ActionButton action={`${base}/resume`} text={words.resume} look="primary" />
      )}
      {view.state === 'active' && <ActionButton action={`${base}/pause`} text={words.pause} />}
    </>
  );
}

function Counts({ view }: { view: IntegrationView }) {
  const words = useWords().integration;
  const { queued, running, waiting, parked } = view.counts;
  return (
    <dl class="counts wide">
      <Count name={words.queued} value={queued + running} />
      <Count name={words.waiting} value={waiting} tone="busy" />
      <Count name={words.parked} value={parked} tone="bad" />
      <Count name={words.doneToday} value={countToday(view, 'done')} />
      <Count name={words.callsToday} value={countToday(view, 'calls')} />
    </dl>
  );
}
