import type Big from 'big.js';
import { big, normalise } from '../../records/money.ts';
import type { Texts } from '../../texts/en.ts';
import type { Clock } from '../clock.ts';
import { invalid } from '../request-error.ts';
import { openStates, ordersApart } from '../storage/register-apart.ts';
import { type DaySum, type DaySums, totalByRate, type UnknownSum } from '../storage/register-days.ts';
import { cursorOf } from '../storage/register-row.ts';
import type { Stores } from '../storage/stores.ts';
import { timeOfShare } from '../storage/times-to-book.ts';
import { dayBefore, dayMs, utcDay } from '../utc-day.ts';
import type { Runtime } from '../work/runtime.ts';
import { accountDay, accountZone } from './account-zone.ts';
import { showApart } from './apart-orders.ts';
import { type Booked, bookedOf, isLeftOut, isOpen } from './booked.ts';
import type {
  ApartView,
  CauseView,
  DayUseView,
  DayView,
  GlanceView,
  InsightsView,
  ReconciliationView,
  TimesView,
  UnknownView,
} from './insight-views.ts';
import { amountsBy } from './order-amounts.ts';
import { orderPages } from './order-pages.ts';
import { readCursor, showOrder, writeCursor } from './order-views.ts';
import { placedFlows } from './placed-flows.ts';
import { reconciled } from './reconciliation.ts';
import { type Page, timestamp } from './views.ts';

export interface InsightsFilter {
  /** Days, both included; the last 30 where they are left out. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly flow?: string | undefined;
}

export interface ReconciliationFilter {
  /** `2026-10` */
  readonly month: string;
  readonly flow?: string | undefined;
}

interface InsightParts {
  readonly stores: Stores;
  readonly runtime: Runtime;
  readonly texts: Texts;
  readonly clock: Clock;
}

const shownDays = 30;
const maxDays = 400;

/** What an integration tells of a period, and of its books. Reads sums of days, which are kept, and a page of orders. */
export class Insights {
  constructor(private readonly parts: InsightParts) {}

  /** Throws where that are too many days. */
  period({ flow, ...asked }: InsightsFilter): InsightsView {
    const { texts, stores } = this.parts;
    const to = asked.to ?? this.#today;
    const from = asked.from ?? dayBefore(to, shownDays - 1);
    if ((Date.parse(to) - Date.parse(from)) / dayMs >= maxDays)
      throw invalid('request_invalid', `Between "from" and "to" may be ${maxDays} days.`);
    const { sums, unknown } = ofFlows(stores.registerDays.read(from, to), this.#placed(flow));
    return {
      ...{ from, to, timeZone: this.#timeZone },
      totals: amountsBy('all', sums, texts),
      days: daysOf(sums),
      needYou: causesOf(sums, texts),
      times: timesOf(sums),
      calls: this.#calls,
      unknown: unknownOf(unknown),
    };
  }

  /** How the orders of today and the last days stand, and those that were placed last. */
  glance(shown: number): GlanceView {
    const { stores, texts } = this.parts;
    const today = this.#today;
    const { sums, unknown } = stores.registerDays.read(dayBefore(today, shownDays - 1), today);
    const isToday = ({ day }: { readonly day: string }) => day === today;
    const rows = stores.register.list({}, shown);
    const [names, pages] = [stores.accounts.names(), orderPages(stores)];
    return {
      today,
      booked: reconciled(sums.filter(isToday))
        .map(({ currency, books: { count, amount } }) => ({ currency, count, amount }))
        .filter(({ count }) => count > 0),
      open: countOf([...sums, ...unknown].filter(isToday).filter(isOpen)),
      days: daysOf(sums),
      last: rows.map((row) => showOrder(row, texts, names, pages)),
    };
  }

  reconciliation({ month, flow }: ReconciliationFilter): ReconciliationView {
    const { sums, unknown } = this.#ofMonth(month, flow);
    return {
      ...{ month, timeZone: this.#timeZone },
      currencies: reconciled(sums),
      unknown: unknownOf(unknown),
    };
  }

  /** The orders of a month that the books do not have as the shop says them. Throws for a cursor that no list gave. */
  apart({ month, flow }: ReconciliationFilter, cursor: string | undefined, limit: number): Page<ApartView> {
    const { stores, texts } = this.parts;
    const after = cursor === undefined ? undefined : readCursor(cursor);
    if (after === null) throw invalid('request_invalid', 'The cursor is none that a list gave.');
    const { sums, unknown } = this.#ofMonth(month, flow);
    const states = openStates.filter((state) => [...sums, ...unknown].some((each) => each.state === state));
    const filter = { ...daysOfMonth(month), flows: this.#placed(flow), states, after };
    const rows = ordersApart(stores.sql, filter, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const [names, pages] = [stores.accounts.names(), orderPages(stores)];
    return {
      items: shown.flatMap((row) => showApart(row, texts, names, pages) ?? []),
      cursor: rows.length > limit && last ? writeCursor(cursorOf(last)) : null,
    };
  }

  #ofMonth(month: string, flow: string | undefined): DaySums {
    const { from, to } = daysOfMonth(month);
    return ofFlows(this.parts.stores.registerDays.read(from, to), this.#placed(flow));
  }

  #placed(flow: string | undefined): string[] | undefined {
    return placedFlows(flow, this.parts.stores.accounts.names());
  }

  get #timeZone(): string | null {
    return accountZone(this.parts.runtime);
  }

  get #today(): string {
    return accountDay(this.parts.runtime, this.parts.clock.now());
  }

  get #calls(): DayUseView[] {
    return this.parts.runtime.connections.flatMap(({ name, connector, limiter }) => {
      const told = limiter.toldDay;
      if (told === null) return [];
      const { used, allowed, at } = told;
      return [{ connection: name, system: connector.name, used, allowed, at: timestamp(at) }];
    });
  }
}

/** The first and the last day of a month. */
function daysOfMonth(month: string): { from: string; to: string } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return { from: `${month}-01`, to: utcDay(Date.UTC(year, number, 0)) };
}

function ofFlows({ sums, unknown }: DaySums, flows: readonly string[] | undefined): DaySums {
  if (flows === undefined) return { sums, unknown };
  return {
    sums: sums.filter(({ flow }) => flows.includes(flow)),
    unknown: unknown.filter(({ flow }) => flows.includes(flow)),
  };
}

function daysOf(sums: readonly DaySum[]): DayView[] {
  return [...Map.groupBy(sums, ({ day, currency }) => `${day} ${currency}`).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { day, currency } = first;
    return {
      ...{ day, currency, ...amountOf(group) },
      vat: totalOf(group, 'vat'),
      vatByRate: totalByRate(group.flatMap(({ vatByRate }) => vatByRate)),
      booked: shownOf(bookedOf(group)),
      open: amountOf(group.filter(isOpen)),
      leftOut: amountOf(group.filter(isLeftOut)),
    };
  });
}

function shownOf({ count, gross, amount }: Booked): DayView['booked'] {
  return { count, gross, amount };
}

/** The most orders first. */
function causesOf(sums: readonly DaySum[], texts: Texts): CauseView[] {
  const parked = sums.filter(({ state }) => state === 'parked');
  return [...Map.groupBy(parked, ({ currency }) => currency)]
    .flatMap(([currency, group]) =>
      // As if none was booked: a person is asked for either.
      amountsBy(
        'all',
        group.map((each) => ({ ...each, isBooked: false })),
        texts,
      ).flatMap(({ notBooked }) =>
        notBooked.map(({ reason, count, gross }) => ({ currency, reason, count, gross })),
      ),
    )
    .sort((a, b) => b.count - a.count);
}

function timesOf(sums: readonly DaySum[]): TimesView | null {
  const times: Record<string, number> = {};
  for (const sum of sums)
    for (const [seconds, count] of Object.entries(sum.times)) times[seconds] = (times[seconds] ?? 0) + count;
  const [p50Seconds, p95Seconds] = [timeOfShare(times, 0.5), timeOfShare(times, 0.95)];
  if (p50Seconds === null || p95Seconds === null) return null;
  return { count: Object.values(times).reduce((all, each) => all + each, 0), p50Seconds, p95Seconds };
}

function unknownOf(unknown: readonly UnknownSum[]): UnknownView {
  return {
    notRead: countOf(unknown.filter(({ isBooked }) => !isBooked)),
    ofBefore: countOf(unknown.filter(({ isBooked }) => isBooked)),
  };
}

function amountOf(sums: readonly DaySum[]): { count: number; gross: string } {
  return { count: countOf(sums), gross: totalOf(sums, 'gross') };
}

function countOf(sums: readonly { readonly count: number }[]): number {
  return sums.reduce((all, { count }) => all + count, 0);
}

function totalOf(sums: readonly DaySum[], of: 'gross' | 'vat'): string {
  return normalise(sums.reduce((all: Big, each) => all.plus(each[of]), big('0')));
}
