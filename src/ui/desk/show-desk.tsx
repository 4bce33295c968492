import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { flowId } from '../../engine/configuration/configuration.ts';
import type { FlowLookups } from '../../engine/configuration/flow-lookups.ts';
import type { CauseView, DeskView } from '../../engine/reporting/problem-views.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { languageOf, textsFor } from '../../routes/language.ts';
import { isOffered } from '../../routes/needs.ts';
import { sessionCaller } from '../../routes/session.ts';
import { integrationId } from '../addresses.ts';
import { ErrorSummary, type Wrong } from '../parts/error-summary.tsx';
import { Notice } from '../parts/notice.tsx';
import { timeZoneOf } from '../parts/timestamp.tsx';
import { type PageContext, webPage } from '../web-page.tsx';
import { UnderWay, Waiting } from './by-itself.tsx';
import { CauseCard } from './cause-card.tsx';
import { DeskLists } from './desk-lists.tsx';
import { DeskFrame } from './frame.tsx';
import { MeanwhileSaved } from './meanwhile-saved.tsx';
import { Others } from './others.tsx';
import { overtaken } from './overtaken.ts';
import { controlId } from './solve-form.tsx';
import type { Tried } from './typed.ts';

/** Cards on a page: each may hold a list of a system. */
const shownCauses = 10;

interface Shown {
  /** How many causes were seen before the page. */
  readonly from: number;
  /** What was sent and could not be taken. */
  readonly tried?: Tried;
  /** What is to be said of it. */
  readonly refused?: string;
  /** Somebody else saved since the card was shown. */
  readonly isOvertaken?: boolean;
  readonly status?: number;
}

/** What needs somebody, cause by cause; what does not, apart from it. */
export async function showDesk(context: PageContext, shown: Shown): Promise<Response> {
  const { from, tried, isOvertaken = false, status = 200 } = shown;
  const id = integrationId(context);
  const object = integration(context.env, id);
  const language = languageOf(context);
  const [view, desk] = await Promise.all([
    object.view(language).then(unwrap<IntegrationView>),
    object.desk(from, shownCauses, language).then(unwrap<DeskView>),
  ]);
  const lookups = await lookupsOf(context, desk.causes);
  const texts = textsFor(context);
  const { desk: words, settingsForm } = texts.pages;
  const zone = timeZoneOf(context);
  const base = `/integrations/${id}/problems`;
  const at = desk.causes.findIndex((cause) => cause.id === tried?.problem);
  const number = at + 1;
  const cause = desk.causes[at];
  // By the very settings that the cards show, so that nothing saved since then is saved over unseen.
  const conflict = isOvertaken && tried && cause ? overtaken(cause, view, tried, texts) : null;
  const refused = isOvertaken && conflict === null ? settingsForm.conflictTitle : shown.refused;
  const wrong = (tried?.wrong ?? []).map(
    ({ control, ...each }): Wrong => ({
      ...each,
      control: control === null || number === 0 ? null : controlId(control, number),
    }),
  );
  const title = `${words.title} · ${view.name}`;
  const isWrong = wrong.length > 0 || conflict !== null || refused !== undefined;
  return webPage(context, {
    title: isWrong ? settingsForm.errorTitle(title) : title,
    status,
    address: from > 0 ? `${base}?from=${from}` : base,
    body: (
      <DeskFrame view={view} tab="open" said={context.req.query('said')}>
        <ErrorSummary wrong={wrong} />
        {refused !== undefined && <Notice tone="bad">{refused}</Notice>}
        {conflict !== null && cause !== undefined && (
          <MeanwhileSaved conflict={conflict} lookups={lookups.get(flowId(cause))} />
        )}
        <UnderWay id={id} underWay={desk.underWay} />
        <Others view={view} others={desk.others} zone={zone} />
        {desk.causes.length === 0 ? (
          desk.others.length === 0 && (
            <section class="card empty">
              <h2>{words.well}</h2>
            </section>
          )
        ) : (
          <section aria-labelledby="causes">
            <h2 id="causes">{words.causes(desk.total)}</h2>
            {desk.causes.map((each, index) => (
              <CauseCard
                {...{ view, cause: each, from, zone, number: index + 1 }}
                lookups={lookups.get(flowId(each)) ?? null}
                tried={tried !== undefined && index === at ? { ...tried, ...conflict?.card } : null}
              />
            ))}
            {[...lookups].map(([flow, found]) => (
              <DeskLists
                view={view}
                causes={desk.causes.filter((each) => flowId(each) === flow)}
                lookups={found}
              />
            ))}
            <p class="pager">
              {from > 0 && <a href={base}>{words.first}</a>}
              {desk.cursor !== null && <a href={`${base}?from=${desk.cursor}`}>{words.more}</a>}
            </p>
          </section>
        )}
        <Waiting waiting={desk.waiting} zone={zone} />
      </DeskFrame>
    ),
  });
}

/** What the systems list, by flow; nothing for whoever may not change settings. A flow that is there no more has none. */
async function lookupsOf(
  context: PageContext,
  causes: readonly CauseView[],
): Promise<ReadonlyMap<string, FlowLookups>> {
  const id = integrationId(context);
  const caller = await sessionCaller(context);
  if (!isOffered(caller, 'POST', `/integrations/${id}/problems/solve`)) return new Map();
  const flows = new Set(causes.filter(({ setting }) => setting !== null).map(flowId));
  const object = integration(context.env, id);
  const found = await Promise.all(
    [...flows].map(async (flow) => {
      const answer = await object.lookups(flow, languageOf(context));
      return answer.ok ? [[flow, answer.value] as const] : [];
    }),
  );
  return new Map(found.flat());
}
