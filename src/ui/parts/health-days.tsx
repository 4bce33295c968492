import { type Health, shownHealthDays } from '../../engine/reporting/health.ts';
import { dayMs, utcDay } from '../../engine/utc-day.ts';
import { useTexts } from '../reader.ts';

type State = 'ok' | 'attention' | 'interrupted' | 'unknown';

/** Trouble stands out by its height too: never by its colour alone. */
const heights: Readonly<Record<State, number>> = { unknown: 4, ok: 10, attention: 15, interrupted: 20 };

interface DaysParts {
  readonly health: Health;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Ninety days as bars, today on the right; what they say stands in words and in a table. */
export function HealthDays({ health, now }: DaysParts) {
  const { pages, figures } = useTexts();
  const words = pages.status;
  if (health.since === null) return <p class="quiet">{words.unknown}</p>;
  const states = statesOf(health, now);
  const known = states.filter((state) => state !== 'unknown').length;
  return (
    <div class="days">
      <p>{words.inOrder(states.filter((state) => state === 'ok').length, known)}</p>
      <Bars states={states} />
      <p class="days-ends">
        <span>{words.firstDay(shownHealthDays - 1)}</span> <span>{words.today}</span>
      </p>
      {health.days.length > 0 && (
        <details>
          <summary>{words.troubledDays}</summary>
          <table class="plain">
            <thead>
              <tr>
                <th scope="col">{words.day}</th>
                <th scope="col">{words.what}</th>
                <th scope="col">{words.howLong}</th>
              </tr>
            </thead>
            <tbody>
              {health.days.toReversed().map(({ day, state, minutes }) => (
                <tr>
                  <td>{figures.day(day)}</td>
                  <td>{words[state]}</td>
                  <td>{minutes < 120 ? words.minutes(minutes) : words.hours(Math.round(minutes / 60))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </div>
  );
}

/** What the bars mean, once for all of them. */
export function HealthLegend() {
  const words = useTexts().pages.status;
  const names = [
    ['ok', words.ok],
    ['attention', words.attention],
    ['interrupted', words.interrupted],
    ['unknown', words.notKnown],
  ] as const;
  return (
    <ul class="legend" aria-label={words.legend}>
      {names.map(([state, name]) => (
        <li>
          <svg viewBox="0 0 8 20" width="8" height="20" aria-hidden="true" focusable="false">
            <path class={state} d={bar(0, state, 8)} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

/** One path for all days of a state: so much less to send. */
function Bars({ states }: { states: readonly State[] }) {
  return (
    <svg viewBox={`0 0 ${states.length} 20`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {(['unknown', 'ok', 'attention', 'interrupted'] as const)
        .filter((state) => states.includes(state))
        .map((state) => (
          <path
            class={state}
            d={states.map((each, day) => (each === state ? bar(day, state, 0.7) : '')).join('')}
          />
        ))}
    </svg>
  );
}

function bar(x: number, state: State, width: number): string {
  const height = heights[state];
  return `M${x} ${20 - height}h${width}v${height}h-${width}z`;
}

/** One for each day, today last. */
function statesOf({ since, days }: Health, now: number): State[] {
  const troubled = new Map(days.map(({ day, state }) => [day, state]));
  return Array.from({ length: shownHealthDays }, (_, index) => {
    const day = utcDay(now - (shownHealthDays - 1 - index) * dayMs);
    return troubled.get(day) ?? (since === null || day < since ? 'unknown' : 'ok');
  });
}
