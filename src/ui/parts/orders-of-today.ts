import type { GlanceView } from '../../engine/reporting/insight-views.ts';
import { big, normalise } from '../../records/money.ts';
import type { Texts } from '../../texts/en.ts';

/** How the orders of today stand, in one sentence; of several links together. Null where there are none. */
export function ofToday(glances: readonly GlanceView[], { pages, figures }: Texts): string | null {
  const words = pages.glance;
  const booked = glances.flatMap((glance) => glance.booked);
  const open = glances.reduce((all, glance) => all + glance.open, 0);
  const orders = booked.reduce((all, { count }) => all + count, 0);
  const amounts = [...Map.groupBy(booked, ({ currency }) => currency)]
    .map(([currency, group]) => {
      const sum = group.reduce((all, { amount }) => all.plus(amount), big('0'));
      return figures.money(normalise(sum), currency);
    })
    .join(' + ');
  if (orders === 0) return open === 0 ? null : words.notYet(open);
  return open === 0 ? words.everything(orders, amounts) : words.some(orders, amounts, open);
}
