import type { GlanceView } from '../../engine/reporting/insight-views.ts';
import { dayMs, utcDay } from '../../engine/utc-day.ts';
import { normalise, sum } from '../../records/money.ts';
import { useTexts } from '../reader.ts';
import { AmountBars } from './amount-bars.tsx';

const shownDays = 30;

interface DaysParts {
  readonly glance: GlanceView;
  readonly brief?: boolean;
}

/** The last 30 days, currency by currency: what they come to, and as bars. */
export function LastDays({ glance: { today, days }, brief = false }: DaysParts) {
  const { pages, figures } = useTexts();
  const from = utcDay(Date.parse(today) - (shownDays - 1) * dayMs);
  return (
    <>
      {[...Map.groupBy(days, ({ currency }) => currency)].map(([currency, group]) => (
        <>
          <p class="quiet">
            {pages.glance.sumOf(
              group.reduce((all, { count }) => all + count, 0),
              figures.money(normalise(sum(group.map(({ gross }) => gross))), currency),
            )}
          </p>
          <AmountBars from={from} to={today} days={group} currency={currency} brief={brief} />
        </>
      ))}
    </>
  );
}
