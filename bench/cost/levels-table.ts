import Big from 'big.js';
import { number, table } from './markdown.ts';
import { assumptions, planDollars, prices, units } from './prices.ts';
import type { Scenarios } from './scenarios.ts';
import { total, type Usage, usageOfLevels } from './usage.ts';

/** Of a webhook that is kept for a while, so that it does not count twice. */
const deletedLater = 1;

/** The month of a shop with many SKUs: its levels change one by one, or in lists that fill a call, and all are compared every day. */
export function levelsReport({ level, levelsAtOnce, compared }: Scenarios, idleDay: Usage): string {
  const { skus, levelChangesPerDay, daysPerMonth } = assumptions;
  const comparedDay = total([usageOfLevels(compared, 0), skus]);
  const kinds = [usageOfLevels(level, deletedLater), usageOfLevels(levelsAtOnce, deletedLater)];
  const days = kinds.map((each) => total([each, levelChangesPerDay], [comparedDay, 1], [idleDay, 1]));
  const rows = units
    .filter((unit) => unit !== 'workerCpu')
    .map((unit) => {
      const { what, freePerDay, includedPerMonth, dollarsPerMillion } = prices[unit];
      const month = (day: Usage) => {
        const used = day[unit].times(daysPerMonth);
        const over = used.gt(includedPerMonth) ? used.minus(includedPerMonth) : Big(0);
        return { used, dollars: over.div('1e6').round(0, Big.roundUp).times(dollarsPerMillion) };
      };
      const free = kinds.map((each) =>
        changesThatFit(freePerDay, each[unit], comparedDay[unit].plus(idleDay[unit])),
      );
      return {
        what,
        freePerDay,
        compared: comparedDay[unit],
        days: days.map((day) => day[unit]),
        months: days.map(month),
        free,
      };
    });
  const sums = days.map((_, at) =>
    rows.reduce((sum, { months }) => sum.plus(months[at]?.dollars ?? 0), Big(planDollars)),
  );
  const head = [
    `${number(Big(skus))} SKUs, ${number(Big(levelChangesPerDay))} changes a day`,
    ...['free, a day', 'all compared, a day', 'a day, one by one', 'a day, 100 at once'],
    ...[
      'free plan carries, changes a day: one by one',
      '100 at once',
      'a month, one by one',
      'a month, 100 at once',
    ],
  ];
  return table(head, [
    ...rows.map(({ what, freePerDay, compared: all, days: each, free, months }) => [
      what,
      freePerDay === null ? '' : number(Big(freePerDay)),
      number(all),
      ...each.map(number),
      ...free,
      ...months.map(
        ({ used, dollars }) => `${number(used)}${dollars.gt(0) ? ` (**$${dollars.toFixed(2)}**)` : ''}`,
      ),
    ]),
    ['**together**, with the plan', '', '', '', '', '', '', ...sums.map((sum) => `**$${sum.toFixed(2)}**`)],
  ]);
}

function changesThatFit(freePerDay: string | null, each: Big, besides: Big): string {
  if (freePerDay === null || each.eq(0)) return 'any number';
  const left = Big(freePerDay).minus(besides);
  return left.lt(0)
    ? 'none: what is beside them is too much'
    : number(left.div(each).round(0, Big.roundDown));
}
