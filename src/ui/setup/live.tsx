import { Hono } from 'hono';
import { z } from 'zod';
import { integration } from '../../../durable-objects/integration-client.ts';
import { publicUrlOf } from '../../alerts/channels.ts';
import { flowId } from '../../engine/configuration/configuration.ts';
import { beginsWithDay } from '../../engine/configuration/started-document.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import type { RequestErrorData } from '../../engine/request-error.ts';
import type { DryRunPart } from '../../engine/work/dry-run.ts';
import type { Env } from '../../env.ts';
import { deedBy } from '../../routes/callers.ts';
import { languageOf, textsFor } from '../../routes/language.ts';
import { detailOf, statusOf } from '../../routes/problem-response.ts';
import { readAll, readForm } from '../form.ts';
import { ErrorSummary, type Wrong } from '../parts/error-summary.tsx';
import { Notice } from '../parts/notice.tsx';
import { timeZoneOf } from '../parts/timestamp.tsx';
import { wrongParts } from '../settings/wrong-parts.ts';
import { type PageContext, webPage } from '../web-page.tsx';
import { alertChannels, ChannelsHeard } from './alert-channels.tsx';
import { forDraft } from './draft.ts';
import { HooksHeard } from './hooks-heard.tsx';
import { type Chosen, StartForm } from './start-form.tsx';
import { SetupFrame, stepName } from './steps.tsx';
import { mostAtOnce, nothingTried, type Trials, trialsIn, withPart } from './trial.ts';

/** Step 7: from when on, what that books before it begins, and the start. */
export const livePages = new Hono<{ Bindings: Env }>();

const address = '/integrations/:integration/setup/live';

livePages.get(address, (context) =>
  forDraft(context, (view) => livePage(context, { view, chosen: firstChoice(view), trials: {} })),
);

livePages.post(address, (context) =>
  forDraft(context, async (view) => {
    const {
      from,
      day,
      revision,
      tried,
      triedDay,
      do: asked,
    } = await readForm(context, ...(['from', 'day', 'revision', 'tried', 'triedDay', 'do'] as const));
    const isStart = asked === 'start';
    // What would be booked is asked of a day.
    const chosen: Chosen = {
      from: isStart && from !== 'day' ? 'now' : 'day',
      day,
      all: await readAll(context, 'all'),
    };
    const wrong = wrongIn(chosen, context);
    if (wrong.length > 0) return livePage(context, { view, chosen, trials: {}, wrong });
    const isLookedAt = triedDay === day;
    if (isStart && (chosen.from === 'now' || isLookedAt)) return start(context, view, chosen, revision);
    const before = asked === 'more' && isLookedAt ? trialsIn(tried) : {};
    return look(context, view, chosen, before, isStart);
  }),
);

/** What was answered before, or from now on. */
function firstChoice({ flows }: IntegrationView): Chosen {
  const days = flows.flatMap(({ settings: { since } }) => (typeof since === 'string' ? [since] : []));
  const [first = ''] = days.toSorted();
  return { from: first === '' ? 'now' : 'day', day: first, all: [] };
}

function wrongIn({ from, day }: Chosen, context: PageContext): Wrong[] {
  const { lastSteps: words } = textsFor(context).pages;
  if (from === 'now' || z.iso.date().safeParse(day).success) return [];
  return [{ control: 'day', label: words.day, message: words.noDay }];
}

/** Reckons what the day would book, eight more of each flow at a time. `isStart`: somebody wanted to start without having seen it. */
async function look(
  context: PageContext,
  view: IntegrationView,
  chosen: Chosen,
  before: Trials,
  isStart: boolean,
): Promise<Response> {
  const object = integration(context.env, view.id);
  const trials: Record<string, Trials[string]> = {};
  for (const flow of view.flows) {
    const id = flowId(flow);
    const known = before[id];
    if (!flow.enabled || !beginsWithDay(flow)) continue;
    if (known !== undefined && known.cursor === null) {
      trials[id] = known;
      continue;
    }
    const request = { last: mostAtOnce, since: chosen.day, cursor: known?.cursor ?? undefined };
    const answer = await object.dryRun(id, request);
    if (!answer.ok)
      return livePage(context, { view, chosen, trials: before, ...failed(answer.error, context) });
    const part: DryRunPart = answer.value;
    trials[id] = withPart(known ?? nothingTried, part);
  }
  return livePage(context, { view, chosen, trials, isAskedFirst: isStart });
}

async function start(
  context: PageContext,
  view: IntegrationView,
  chosen: Chosen,
  revision: string,
): Promise<Response> {
  const language = languageOf(context);
  const answer = await integration(context.env, view.id).goLive(
    { since: chosen.from === 'day' ? chosen.day : null, all: chosen.all },
    { revision, language, by: deedBy(context) },
  );
  if (answer.ok) return context.redirect(`/integrations/${view.id}?said=started`, 303);
  // A button that was pressed twice leads where its first press leads: by now it is no draft.
  return forDraft(context, (now) =>
    livePage(context, { view: now, chosen, trials: {}, ...failed(answer.error, context) }),
  );
}

function failed(error: RequestErrorData, context: PageContext): Pick<Shown, 'wrong' | 'status'> {
  const texts = textsFor(context);
  const wrong =
    error.code === 'saved_meanwhile'
      ? [{ control: null, label: '', message: texts.pages.lastSteps.savedMeanwhile }]
      : error.issues === undefined
        ? [{ control: null, label: '', message: detailOf(error, texts) }]
        : wrongParts(error, texts);
  return { wrong, status: statusOf[error.kind] };
}

interface Shown {
  readonly view: IntegrationView;
  readonly chosen: Chosen;
  readonly trials: Trials;
  readonly wrong?: readonly Wrong[];
  readonly status?: number;
  /** Nothing has started: what it would book is shown first. */
  readonly isAskedFirst?: boolean;
}

async function livePage(context: PageContext, shown: Shown): Promise<Response> {
  const { view, chosen, trials, wrong = [], isAskedFirst = false } = shown;
  const { status = wrong.length > 0 ? 400 : 200 } = shown;
  const texts = textsFor(context);
  const { lastSteps: words, parts } = texts.pages;
  const channels = await alertChannels(context.env, view.id);
  const publicUrl = publicUrlOf(context.env.PUBLIC_URL);
  const title = `${stepName(view, 'live', texts)} · ${view.name}`;
  return webPage(context, {
    title: wrong.length > 0 ? parts.errorTitle(title) : title,
    status,
    body: (
      <SetupFrame view={view} step="live">
        <ErrorSummary wrong={wrong} />
        {isAskedFirst && <Notice tone="quiet">{words.askedFirst}</Notice>}
        <HooksHeard
          view={view}
          base={publicUrl ?? new URL(context.req.url).origin}
          knowsBase={publicUrl !== undefined}
          zone={timeZoneOf(context)}
        />
        <ChannelsHeard channels={channels} />
        <StartForm {...{ view, chosen, trials }} isWrong={wrong.some(({ control }) => control === 'day')} />
      </SetupFrame>
    ),
  });
}
