import type { DayView } from '../../engine/reporting/insight-views.ts';
import { dayMs, utcDay } from '../../engine/utc-day.ts';
import { useTexts } from '../reader.ts';

const height = 20;
/** Of a day with orders, so that it is seen beside one of a hundred times as much. */
const least = 0.6;

interface BarsParts {
  /** Days, both included. */
  readonly from: string;
  readonly to: string;
  /** Of one currency. */
  readonly days: readonly DayView[];
  readonly currency: string;
  /** Without the table, where the page that has it is one step away. */
  readonly brief?: boolean;
}

/** A bar for each day, the last one on the right: what the books have of it, and upon that what they have not yet. A table says the same. */
export function AmountBars({ from, to, days, currency, brief = false }: BarsParts) {
  const { figures } = useTexts();
  return (
    <div class="days">
      <Drawing from={from} to={to} days={days} />
      <p class="days-ends">
        <span>{figures.day(from)}</span> <span>{figures.day(to)}</span>
      </p>
      {!brief && <Table days={days} currency={currency} />}
    </div>
  );
}

function Table({ days, currency }: Pick<BarsParts, 'days' | 'currency'>) {
  const { pages, figures } = useTexts();
  const words = pages.insights;
  const money = (amount: string) => figures.money(amount, currency);
  const heads = [words.day, words.orders, words.amount, words.vat, words.booked, words.open, words.leftOut];
  return (
    <details>
      <summary>
        {words.asTable}, {currency}
      </summary>
      <section class="scroll" tabindex={0} aria-label={`${words.perDay}, ${currency}`}>
        <table class="plain totals">
          <thead>
            <tr>
              {heads.map((head) => (
                <th scope="col">{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, count, gross, vat, booked, open, leftOut }) => (
              <tr>
                <th scope="row">{figures.day(day)}</th>
                <td class="figure">{figures.number(count)}</td>
                <td class="figure">{money(gross)}</td>
                <td class="figure">{money(vat)}</td>
                <Cell count={booked.count} amount={money(booked.amount)} />
                <Cell count={open.count} amount={money(open.gross)} />
                <Cell count={leftOut.count} amount={money(leftOut.gross)} />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function Cell({ count, amount }: { count: number; amount: string }) {
  return <td class="figure">{count === 0 ? '–' : amount}</td>;
}

/** What the two parts of a bar are. */
export function BarsLegend() {
  const words = useTexts().pages.insights;
  const names = [
    ['ok', words.booked],
    ['attention', words.open],
  ] as const;
  return (
    <ul class="legend">
      {names.map(([look, name]) => (
        <li>
          <svg viewBox="0 0 8 20" width="8" height="20" aria-hidden="true" focusable="false">
            <path class={look} d={look === 'ok' ? 'M0 0h8v20h-8z' : 'M0 6h8v14h-8z'} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

/** Drawings are to scale as well as a number of a computer is; amounts stand in the table. */
function Drawing({ from, to, days }: Pick<BarsParts, 'from' | 'to' | 'days'>) {
  const byDay = new Map(days.map((each) => [each.day, each]));
  const all = Array.from({ length: (Date.parse(to) - Date.parse(from)) / dayMs + 1 }, (_, index) => {
    const { booked, open } = byDay.get(utcDay(Date.parse(from) + index * dayMs)) ?? {};
    return { booked: Math.max(0, Number(booked?.amount ?? 0)), open: Math.max(0, Number(open?.gross ?? 0)) };
  });
  const most = Math.max(...all.map(({ booked, open }) => booked + open));
  const scaled = (amount: number) =>
    amount === 0 ? 0 : Math.max(least, Math.round((amount / most) * (height - 2 * least) * 100) / 100);
  const bar = (day: number, top: number, length: number) =>
    length === 0 ? '' : `M${day} ${Math.round((height - top) * 100) / 100}h.7v${length}h-.7z`;
  const booked = all.map((each, day) => bar(day, scaled(each.booked), scaled(each.booked)));
  const open = all.map((each, day) => bar(day, scaled(each.booked) + scaled(each.open), scaled(each.open)));
  return (
    <svg
      viewBox={`0 0 ${all.length} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path class="unknown" d={`M0 ${height - 0.3}h${all.length}v.3h-${all.length}z`} />
      <path class="ok" d={booked.join('')} />
      <path class="attention" d={open.join('')} />
    </svg>
  );
}
