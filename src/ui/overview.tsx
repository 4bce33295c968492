import { Hono } from 'hono';
import { unwrap } from '../../durable-objects/answer.ts';
import { directory, type Listed } from '../../durable-objects/directory-client.ts';
import { integration } from '../../durable-objects/integration-client.ts';
import type { GlanceView } from '../engine/reporting/insight-views.ts';
import type { OrderView } from '../engine/reporting/order-views.ts';
import type { ActivityView, IntegrationView, Page } from '../engine/reporting/views.ts';
import type { Env } from '../env.ts';
import { sees } from '../house/roles.ts';
import { languageOf, textsFor } from '../routes/language.ts';
import { sessionCaller } from '../routes/session.ts';
import type { Texts } from '../texts/en.ts';
import type { Language } from '../texts/languages.ts';
import { orderAddress } from './addresses.ts';
import { hasOrders } from './navigation.tsx';
import { OrderBadge } from './orders/order-badge.tsx';
import { LinkBadges, OutcomeBadge } from './parts/badge.tsx';
import { Count } from './parts/count.tsx';
import { oneOf } from './parts/flow-name.tsx';
import { LastDays } from './parts/last-days.tsx';
import { Saying } from './parts/notice.tsx';
import { ofToday } from './parts/orders-of-today.ts';
import { RefreshButton } from './parts/refresh-button.tsx';
import { Timestamp, timeZoneOf } from './parts/timestamp.tsx';
import { countToday } from './parts/today.ts';
import { useInWords, useTexts, useWords } from './reader.ts';
import { Offered } from './rights.tsx';
import { loginPage } from './session.tsx';
import { goOnAddress } from './setup/progress.ts';
import { webPage } from './web-page.tsx';

/** Any further ones are shown by their last summary, so that one page never wakes them all. */
const maxAsked = 20;
/** Of one link; its own page has all of them. */
const shownProblems = 3;

/** What an integration says of itself now. */
interface Answer {
  readonly view: IntegrationView;
  /** What it did last. */
  readonly last: ActivityView | undefined;
  /** Null where it carries no orders. */
  readonly orders: GlanceView | null;
}

interface Row {
  readonly summary: Listed;
  /** Null when the integration was not asked, or did not answer. */
  readonly answer: Answer | null;
}

export const overview = new Hono<{ Bindings: Env }>();

overview.get('/', async (context) => {
  const caller = await sessionCaller(context);
  if (caller === null) return loginPage(context, {});
  const summaries = (await directory(context.env).list()).filter(({ id }) => sees(caller, id));
  const rows = await Promise.all(
    summaries.map(async (summary, index) => ({
      summary,
      answer: index < maxAsked ? await ask(context.env, summary.id, languageOf(context)) : null,
    })),
  );
  const words = textsFor(context).pages.overview;
  return webPage(context, {
    title: words.title,
    body: (
      <>
        <div class="head">
          <h1>{words.title}</h1>
          <div class="buttons">
            <RefreshButton action="/" refreshed={context.req.query('refreshed') !== undefined} />
            <Offered to="/new">
              <a class="button primary" href="/new">
                {words.add}
              </a>
            </Offered>
          </div>
        </div>
        <Saying code={context.req.query('said')} />
        {rows.length > 0 && <InOneSentence rows={rows} />}
        {rows.length === 0 ? <Nothing /> : <List rows={rows} zone={timeZoneOf(context)} />}
      </>
    ),
  });
});

/** One that does not answer is shown by its last summary. */
async function ask(env: Env, id: string, language: Language): Promise<Answer | null> {
  try {
    const object = integration(env, id);
    const [view, activity, orders] = await Promise.all([
      object.view(language).then(unwrap<IntegrationView>),
      object.activity({}, 1, language).then(unwrap<Page<ActivityView>>),
      object.glance(1, language).then(unwrap<GlanceView>),
    ]);
    return { view, last: activity.items[0], orders: hasOrders(view) ? orders : null };
  } catch {
    return null;
  }
}

/** How all of it stands, for whoever looks once a day; with the way to what needs them, where that is in one link. */
function InOneSentence({ rows }: { rows: readonly Row[] }) {
  const texts = useTexts();
  const { good, text } = sentenceOf(rows, texts);
  const [own, other] = rows
    .map(({ summary, answer }) => answer?.view ?? summary)
    .filter(({ counts, problems }) => counts.parked > 0 || problems.length > 0);
  return (
    <p class={good ? 'banner good' : 'banner bad'}>
      {text}
      {!good && own !== undefined && other === undefined && (
        <>
          {' '}
          <a href={`/integrations/${own.id}/problems`}>{texts.pages.desk.toDesk}</a>
        </>
      )}
    </p>
  );
}

function sentenceOf(rows: readonly Row[], texts: Texts) {
  const words = texts.pages.overview;
  const now = rows.map(({ summary, answer }) => answer?.view ?? summary);
  const waiting = now.reduce((total, { counts }) => total + counts.parked, 0);
  if (waiting > 0) {
    const areOrders = rows.every(
      ({ summary, answer }) =>
        (answer?.view ?? summary).counts.parked === 0 ||
        answer?.view.flows.every(({ flow }) => flow === 'orders'),
    );
    return { good: false, text: (areOrders ? words.ordersNeedYou : words.needYou)(waiting) };
  }
  const troubled = now.filter(({ problems }) => problems.length > 0).length;
  if (troubled > 0) return { good: false, text: words.troubled(troubled) };
  const glances = rows.flatMap(({ answer }) => answer?.orders ?? []);
  return { good: true, text: ofToday(glances, texts) ?? words.well };
}

/** The sentences of an integration that was asked; a summary has the codes only. */
function Problems({ summary, answer }: Row) {
  const words = useWords().overview;
  const inWords = useInWords();
  const told = [...new Set(answer?.view.problems.map(({ message }) => inWords(message)))];
  const codes = answer === null ? summary.problems.map(({ code }) => code) : [];
  if (told.length + codes.length === 0) return null;
  const more = told.length - shownProblems;
  return (
    <ul class={answer === null ? 'codes' : 'told'} aria-label={words.problemsOf(summary.name)}>
      {told.slice(0, shownProblems).map((message) => (
        <li>{message}</li>
      ))}
      {more > 0 && (
        <li>
          <a href={`/integrations/${summary.id}/problems`}>{words.more(more)}</a>
        </li>
      )}
      {codes.map((code) => (
        <li>
          <code>{code}</code>
        </li>
      ))}
    </ul>
  );
}

function Nothing() {
  const words = useWords().overview;
  return (
    <section class="card empty">
      <h2>{words.emptyTitle}</h2>
      <p>{words.empty}</p>
      <Offered to="/new">
        <p>
          <a href="/new">{words.addFirst}</a>
        </p>
      </Offered>
    </section>
  );
}

/** What needs somebody first, what is not live yet last. */
function byUrgency(one: Row, other: Row): number {
  const place = ({ summary, answer }: Row) => {
    const { state, problems } = answer?.view ?? summary;
    return problems.length > 0 ? 0 : state === 'draft' ? 2 : 1;
  };
  return place(one) - place(other);
}

function List({ rows, zone }: { rows: readonly Row[]; zone: string }) {
  const { overview: words, desk } = useWords();
  return (
    <ul class="cards">
      {rows.toSorted(byUrgency).map(({ summary, answer }) => {
        const { id, name, state, problems, counts } = answer?.view ?? summary;
        return (
          <li class="card integration">
            <div class="integration-head">
              <h2>
                <a href={`/integrations/${id}`}>{name}</a>
              </h2>
              <LinkBadges state={state} isWell={problems.length === 0} />
            </div>
            <Latest id={id} updatedAt={summary.updatedAt} answer={answer} zone={zone} />
            <dl class="counts">
              <Count
                name={words.waiting}
                value={counts.queued + counts.waiting + counts.running}
                tone="busy"
              />
              <Count name={words.parked} value={counts.parked} tone="bad" />
              <Count
                name={words.doneToday}
                value={answer === null ? null : countToday(answer.view, 'done')}
              />
            </dl>
            {answer?.orders != null && <LastDays glance={answer.orders} brief />}
            <Problems summary={summary} answer={answer} />
            {state === 'draft' && (
              <GoOn
                name={name}
                to={answer === null ? `/integrations/${id}/setup` : goOnAddress(answer.view)}
              />
            )}
            {problems.length > 0 && (
              <p>
                <a href={`/integrations/${id}/problems`}>
                  {desk.toDesk}
                  <span class="unseen text">: {name}</span>
                </a>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A draft is set up step by step: this leads to the one at which it stands. */
function GoOn({ name, to }: { name: string; to: string }) {
  const { setup } = useWords();
  return (
    <Offered to={to}>
      <p>
        <a class="button" href={to}>
          {setup.goOn}
          <span class="unseen text">: {name}</span>
        </a>
      </p>
    </Offered>
  );
}

interface LatestParts {
  readonly id: string;
  /** When it was last heard of. */
  readonly updatedAt: string;
  readonly answer: Answer | null;
  readonly zone: string;
}

/** The order that was placed last; else the record that it dealt with last; else when it was last heard of. */
function Latest({ id, updatedAt, answer, zone }: LatestParts) {
  const words = useWords().overview;
  const order = answer?.orders?.last[0];
  if (order !== undefined) return <LastOrder id={id} order={order} />;
  return (
    <p class="quiet">
      {answer?.last === undefined ? (
        words.lastReport(<Timestamp at={updatedAt} zone={zone} />)
      ) : (
        <Last id={id} last={answer.last} zone={zone} />
      )}
    </p>
  );
}

function LastOrder({ id, order }: { id: string; order: OrderView }) {
  const { pages, figures } = useTexts();
  const { number, key, state, gross, currency, placedOn } = order;
  return (
    <p class="task-name">
      <a href={orderAddress(id, order)}>{pages.record.title(oneOf('orders', pages), number ?? key)}</a>{' '}
      <OrderBadge state={state} />
      {gross !== null && <span>{figures.money(gross, currency)}</span>}
      {placedOn !== null && <span class="quiet">{figures.day(placedOn)}</span>}
    </p>
  );
}

/** The record that it dealt with last, and how that ended. */
function Last({ id, last, zone }: { id: string; last: ActivityView; zone: string }) {
  const words = useWords();
  const record = (
    <>
      <a href={`/integrations/${id}/activity/${last.id}`}>
        {words.record.title(oneOf(last.flow, words), last.number ?? last.key)}
      </a>{' '}
      <OutcomeBadge outcome={last.outcome} />
    </>
  );
  return <>{words.overview.lastRecord(record, <Timestamp at={last.at} zone={zone} />)}</>;
}
