import type Big from 'big.js';
import { big, normalise } from '../../records/money.ts';
import type { Params } from '../../texts/catalogue.ts';
import type { Texts } from '../../texts/en.ts';
import { type Stored, tellReason } from '../../texts/tell.ts';
import { telling } from '../storage/parked-groups.ts';
import { type DaySum, totalByRate } from '../storage/register-days.ts';
import type { OrderState } from '../storage/register-row.ts';
import { bookedOf } from './booked.ts';
import type { AmountsView } from './order-views.ts';
import { showProblem } from './views.ts';

export type Period = 'day' | 'month';

/** How much of a day tells its period. */
const digits = { day: 'yyyy-mm-dd'.length, month: 'yyyy-mm'.length, all: 0 };

/** Sums of days as the amounts of each period and currency, the first period first. `all`: of all these days, whose period is empty. */
export function amountsBy(period: Period | 'all', sums: readonly DaySum[], texts: Texts): AmountsView[] {
  const of = (day: string) => day.slice(0, digits[period]);
  const groups = Map.groupBy(sums, ({ day, currency }) => `${of(day)} ${currency}`);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, group]) => {
      const [at = '', currency = ''] = name.split(' ');
      const booked = group.filter(({ isBooked }) => isBooked);
      const others = group.filter(({ isBooked }) => !isBooked);
      return {
        ...{ period: at, currency, ...amounts(group) },
        vat: total(group, 'vat'),
        vatByRate: totalByRate(group.flatMap(({ vatByRate }) => vatByRate)),
        refunded: total(group, 'refunded'),
        booked: { ...bookedOf(booked), documentsVat: total(booked, 'bookedVat') },
        notBooked: notBooked(others, texts),
      };
    });
}

/** The most orders first. */
function notBooked(sums: readonly DaySum[], texts: Texts): AmountsView['notBooked'] {
  const groups = Map.groupBy(sums, ({ state, why }) =>
    JSON.stringify([state, why?.code, why && aboutOf(state, why)]),
  );
  return [...groups.values()]
    .map((group) => {
      const [{ state = '', why = null } = {}] = group;
      return {
        state: state as OrderState,
        reason: why && { code: why.code, message: tellWhy(state, why, texts), values: aboutOf(state, why) },
        ...{ ...amounts(group), refunded: total(group, 'refunded') },
      };
    })
    .sort((a, b) => b.count - a.count || (a.state < b.state ? -1 : 1));
}

/** A reason says the same of all of them; a problem has params that differ from order to order. */
function aboutOf(state: string, { params }: Stored): Params {
  return state === 'skipped' ? params : telling(params);
}

function tellWhy(state: string, why: Stored, texts: Texts): string {
  return state === 'skipped' ? tellReason(why, texts) : showProblem(why, texts).message;
}

function amounts(sums: readonly DaySum[]): { count: number; gross: string } {
  return { count: sums.reduce((all, { count }) => all + count, 0), gross: total(sums, 'gross') };
}

type Amount = 'gross' | 'vat' | 'refunded' | 'bookedVat';

function total(sums: readonly DaySum[], of: Amount): string {
  return normalise(sums.reduce((all: Big, each) => all.plus(each[of]), big('0')));
}
