import type { CauseView, InsightsView } from '../../engine/reporting/insight-views.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { AmountBars, BarsLegend } from '../parts/amount-bars.tsx';
import { Notice } from '../parts/notice.tsx';
import { useInWords, useTexts, useWords } from '../reader.ts';
import { monthsOf, periodName, periods } from './period.ts';

interface PageParts {
  readonly view: IntegrationView;
  readonly insights: InsightsView;
  /** As the form has it. */
  readonly period: string;
  /** A day. */
  readonly today: string;
}

/** Orders and amounts of a period, what needs a person, how fast it goes, and the way to the books of its months. */
export function PeriodPage({ view, insights, period, today }: PageParts) {
  const { pages, figures } = useTexts();
  const words = pages.insights;
  const { from, to, timeZone, totals } = insights;
  return (
    <>
      <section class="card" aria-labelledby="period-of">
        <h2 id="period-of">{words.span(figures.day(from), figures.day(to))}</h2>
        <Choice id={view.id} period={period} today={today} />
        {timeZone !== null && <p class="quiet">{words.zone(timeZone.replaceAll('_', ' '))}</p>}
        {totals.length === 0 && <p>{words.nothing}</p>}
        {totals.map((total) => (
          <Totals insights={insights} total={total} />
        ))}
        {totals.length > 0 && <BarsLegend />}
      </section>
      <Unknown unknown={insights.unknown} />
      <Causes id={view.id} insights={insights} />
      <Vat insights={insights} />
      <Pace insights={insights} />
      <section class="card" aria-labelledby="months">
        <h2 id="months">{words.months}</h2>
        <ul class="sub-nav">
          {monthsOf(from, to).map((month) => (
            <li>
              <a href={`/integrations/${view.id}/insights/${month}`}>{figures.month(month)}</a>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Choice({ id, period, today }: { id: string; period: string; today: string }) {
  const texts = useTexts();
  const words = texts.pages.insights;
  const { months, quarters } = periods(today);
  const listed = ['', ...months, ...quarters];
  const all = listed.includes(period) ? listed : [period, ...listed];
  return (
    <form method="get" action={`/integrations/${id}/insights`} class="row-form">
      <div class="control">
        <label for="period">{words.period}</label>
        <select id="period" name="period">
          {all.map((each) => (
            <option value={each} selected={each === period}>
              {periodName(each, texts)}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" class="button">
        {words.show}
      </button>
    </form>
  );
}

function Totals({ insights, total }: { insights: InsightsView; total: InsightsView['totals'][number] }) {
  const { pages, figures } = useTexts();
  const words = pages.insights;
  const { currency, count, gross, vat, refunded, booked } = total;
  const money = (amount: string) => figures.money(amount, currency);
  const days = insights.days.filter((each) => each.currency === currency);
  const facts = [
    [words.orders, figures.number(count)],
    [words.amount, money(gross)],
    [words.vat, money(vat)],
    ...(refunded === '0' ? [] : [[words.refunded, money(refunded)] as const]),
    [words.booked, `${figures.number(booked.count)}, ${money(booked.amount)}`],
  ] as const;
  return (
    <>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{`${words.perDay}, ${currency}`}</h3>
      <AmountBars from={insights.from} to={insights.to} days={days} currency={currency} />
    </>
  );
}

/** What is in no sum is said. */
export function Unknown({ unknown: { notRead, ofBefore } }: { unknown: InsightsView['unknown'] }) {
  const words = useWords().insights;
  return (
    <>
      {notRead > 0 && <Notice tone="quiet">{words.notRead(notRead)}</Notice>}
      {ofBefore > 0 && <Notice tone="quiet">{words.ofBefore(ofBefore)}</Notice>}
    </>
  );
}

function Causes({ id, insights: { needYou } }: { id: string; insights: InsightsView }) {
  const { pages, figures } = useTexts();
  const words = pages.insights;
  const inWords = useInWords();
  if (needYou.length === 0) return null;
  return (
    <section class="card" aria-labelledby="causes">
      <div class="section-head">
        <h2 id="causes">{words.needYou}</h2>
        <a href={`/integrations/${id}/orders?state=parked`}>{pages.orderList.title}</a>
      </div>
      <section class="scroll" tabindex={0} aria-label={words.cause}>
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">{words.cause}</th>
              <th scope="col" class="figure">
                {words.orders}
              </th>
              <th scope="col" class="figure">
                {words.amount}
              </th>
            </tr>
          </thead>
          <tbody>
            {needYou.map((cause: CauseView) => (
              <tr>
                <th scope="row">{inWords(cause.reason?.message ?? '', 'orders')}</th>
                <td class="figure">{figures.number(cause.count)}</td>
                <td class="figure">{figures.money(cause.gross, cause.currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Vat({ insights: { totals } }: { insights: InsightsView }) {
  const { pages, figures } = useTexts();
  const words = pages.insights;
  const rows = totals.flatMap(({ currency, vatByRate }) => vatByRate.map((each) => ({ currency, ...each })));
  if (rows.length === 0) return null;
  return (
    <section class="card" aria-labelledby="vat">
      <h2 id="vat">{words.vatByRate}</h2>
      <table class="plain totals">
        <thead>
          <tr>
            <th scope="col">{words.rate}</th>
            <th scope="col">{words.vat}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ currency, rate, vat }) => (
            <tr>
              <th scope="row">
                {pages.totals.vatAt(figures.amount(rate))}
                {totals.length > 1 && `, ${currency}`}
              </th>
              <td class="figure">{figures.money(vat, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Pace({ insights: { times, calls } }: { insights: InsightsView }) {
  const { pages, figures } = useTexts();
  const words = pages.insights;
  if (times === null && calls.length === 0) return null;
  return (
    <section class="card" aria-labelledby="times">
      <h2 id="times">{times === null ? words.calls : words.times}</h2>
      {times !== null && (
        <>
          <dl class="facts">
            <div>
              <dt>{words.half}</dt>
              <dd class="amount">{figures.duration(times.p50Seconds)}</dd>
            </div>
            <div>
              <dt>{words.most}</dt>
              <dd class="amount">{figures.duration(times.p95Seconds)}</dd>
            </div>
          </dl>
          <p class="quiet">{words.timesOf(times.count)}</p>
        </>
      )}
      {times !== null && calls.length > 0 && <h3>{words.calls}</h3>}
      {calls.map(({ system, used, allowed }) => (
        <p>{words.callsOf(system, used, allowed, Math.ceil((used / Math.max(1, allowed)) * 100))}</p>
      ))}
    </section>
  );
}
