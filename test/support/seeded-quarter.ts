/** A quarter of a raw shop, made up by a seed: what is placed when, and what becomes of it. Whole cents, as the shop has them. */
import { seededRandom } from '../../sandbox/kit/random.ts';
import type { RawOrder } from './raw-shop.ts';

const dayMs = 24 * 3_600_000;

/** What happens to the shop's order at a moment; epoch milliseconds. */
interface Happening {
  readonly at: number;
  readonly order: string;
  readonly to: (order: RawOrder) => RawOrder;
}

export interface SeededQuarter {
  readonly first: number;
  /** The moment after its last one, by the clocks of the shop. */
  readonly end: number;
  readonly placed: readonly RawOrder[];
  readonly later: readonly Happening[];
}

/** The clocks of Amsterdam, by the law: summer time from the last Sunday of March, 01:00 UTC, to the last one of October. */
export function amsterdamDay(at: number): string {
  const year = new Date(at).getUTCFullYear();
  const isSummer = at >= lastSunday(year, 2) && at < lastSunday(year, 9);
  return new Date(at + (isSummer ? 2 : 1) * 3_600_000).toISOString().slice(0, 10);
}

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1));
  return last.getTime() - last.getUTCDay() * dayMs;
}

/** `first`, `end`: days of the shop, the last one not included. */
export function seededQuarter(seed: number, first: string, end: string, count: number): SeededQuarter {
  const chance = seededRandom(seed);
  const below = (number: number) => Math.floor(chance() * number);
  const [from, to] = [Date.parse(first) - 2 * 3_600_000, Date.parse(end) - 2 * 3_600_000];
  const moments = Array.from({ length: count }, (_, index) => {
    const at = from + Math.floor(((index + chance()) / count) * (to - from));
    // A third of them within the hour before or after midnight in the shop, in summer or in winter.
    if (index % 3 !== 0) return at;
    return Math.floor(at / dayMs) * dayMs + 21.5 * 3_600_000 + below(2.5 * 3_600_000);
  });
  // Some in the last hours, when a test may have let the books fall silent.
  for (let hour = 2; hour < 8; hour++) moments.push(to - hour * 3_600_000 + below(3_000_000));
  const placed = moments.sort((a, b) => a - b).map((at, index) => orderAt(at, index, below));
  const later = placed.flatMap((order) => happeningsOf(order, below));
  return { first: from, end: to, placed, later: later.sort((a, b) => a.at - b.at) };
}

function orderAt(at: number, index: number, below: (number: number) => number): RawOrder {
  const lines = Array.from({ length: 1 + below(3) }, (_, line) => ({
    ...{ title: `Ware ${line + 1}`, cents: 1 + below(20_000), percent: below(3) === 0 ? 9 : 21 },
  }));
  const kind = below(20);
  const percents = [...new Set(lines.map(({ percent }) => percent))];
  return {
    ...{ id: `id-${index + 1}`, number: `R-${String(index + 1).padStart(4, '0')}` },
    ...{ placed_at: new Date(at).toISOString(), changed_at: new Date(at).toISOString() },
    currency: below(12) === 0 ? 'CHF' : 'EUR',
    ...{ lines, cents: lines.reduce((all, { cents }) => all + cents, 0) },
    vat: percents.map((percent) => ({ percent, cents: vatOf(lines, percent) })),
    paid: kind !== 0,
    cancelled: kind === 1,
    method: kind === 2 || kind === 3 ? 'Bancontact' : 'card',
    returned: [],
  };
}

/** What it contains of the lines at this percentage, rounded once, half up. */
function vatOf(lines: RawOrder['lines'], percent: number): number {
  const all = lines.reduce((sum, each) => sum + (each.percent === percent ? each.cents : 0), 0);
  return Math.floor((2 * all * percent + 100 + percent) / (2 * (100 + percent)));
}

/** Some are given back in part, in two parts, or as a whole, some cancelled, some changed (of those some are given back in part later), some paid late. */
function happeningsOf(order: RawOrder, below: (number: number) => number): Happening[] {
  const at = Date.parse(order.placed_at) + 2 * dayMs + below(20 * dayMs);
  const of = (to: Happening['to'], when = at): Happening => ({ at: when, order: order.id, to });
  const back = (cents: number, on: number) => (each: RawOrder) => ({
    ...each,
    returned: [...each.returned, { on: new Date(on).toISOString(), cents }],
  });
  const part = 1 + below(Math.max(1, Math.floor(order.cents / 3)));
  switch (below(16)) {
    case 0:
      return [of(back(part, at))];
    case 1:
      return [of(back(part, at)), of(back(part, at + 3 * dayMs), at + 3 * dayMs)];
    case 2:
      return [of(back(order.cents, at))];
    case 3:
      return [of((each) => ({ ...each, cancelled: true }))];
    case 4:
      return [of((each) => ({ ...each, paid: true }))];
    case 5:
      return [of(withMore(1 + below(5_000)))];
    case 6:
      // Whoever looks once a fortnight has seen the change by then.
      return [of(withMore(700)), of(back(part, at + 16 * dayMs), at + 16 * dayMs)];
    default:
      return [];
  }
}

function withMore(cents: number): Happening['to'] {
  return (order) => {
    const lines = [...order.lines, { title: 'Added', cents, percent: 21 }];
    const percents = [...new Set(lines.map(({ percent }) => percent))];
    return {
      ...order,
      ...{ lines, cents: order.cents + cents },
      vat: percents.map((percent) => ({ percent, cents: vatOf(lines, percent) })),
    };
  };
}
