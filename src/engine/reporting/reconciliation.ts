import type Big from 'big.js';
import { big, normalise } from '../../records/money.ts';
import type { DaySum } from '../storage/register-days.ts';
import { bookedOf } from './booked.ts';
import type { CurrencyReconciliation, Part, PartAmount } from './insight-views.ts';

/** What a person decided: the settings would have it in the books. */
const byPerson = ['left_out', 'dropped'];
const missing = ['needs_you', 'waiting', 'on_its_way', 'by_person'] as const;

/** Which part of the way from the shop to the books an order is; null of one that the books have as the shop says. */
export function partOf(order: {
  readonly isBooked: boolean;
  readonly state: string;
  readonly reason: string | undefined;
  readonly isApart: boolean;
}): Part | null {
  if (order.isBooked) return order.isApart ? 'differs' : null;
  switch (order.state) {
    case 'parked':
      return 'needs_you';
    case 'waiting':
      return 'waiting';
    case 'skipped':
      return byPerson.includes(order.reason ?? '') ? 'by_person' : 'left_out';
    default:
      return 'on_its_way';
  }
}

/** From the shop to the books, by currency. */
export function reconciled(sums: readonly DaySum[]): CurrencyReconciliation[] {
  return [...Map.groupBy(sums, ({ currency }) => currency)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, group]) => ofCurrency(currency, group));
}

function ofCurrency(currency: string, sums: readonly DaySum[]): CurrencyReconciliation {
  const parts = Map.groupBy(sums, (sum) =>
    partOf({ ...sum, reason: sum.why?.code, isApart: sum.apart !== '' }),
  );
  const of = (part: Part) => netOf(parts.get(part) ?? []);
  const booked = sums.filter(({ isBooked }) => isBooked);
  const shop = { ...netOf(sums), gross: total(sums, 'gross'), refunded: total(sums, 'refunded') };
  const leftOut = of('left_out');
  const due = { count: shop.count - leftOut.count, amount: less(shop.amount, leftOut.amount) };
  const notBooked = missing.map((part) => ({ part, ...of(part) })).filter(({ count }) => count > 0);
  const { gross, ...books } = bookedOf(booked);
  const changed = {
    count: countOf(booked.filter(({ apart }) => apart === 'amount' || apart === 'both')),
    amount: less(books.documents, gross),
  };
  const givenBack = {
    count: countOf(booked.filter(({ apart }) => apart === 'given_back' || apart === 'both')),
    amount: less(total(booked, 'refunded'), books.credited),
  };
  const reached = notBooked
    .reduce((rest: Big, { amount }) => rest.minus(amount), big(due.amount))
    .plus(changed.amount)
    .plus(givenBack.amount);
  return {
    ...{ currency, shop, leftOut, due, notBooked, changed, givenBack, books },
    differing: of('differs').count,
    difference: less(due.amount, books.amount),
    holds: reached.eq(books.amount),
  };
}

function netOf(sums: readonly DaySum[]): PartAmount {
  return { count: countOf(sums), amount: less(total(sums, 'gross'), total(sums, 'refunded')) };
}

function countOf(sums: readonly DaySum[]): number {
  return sums.reduce((all, { count }) => all + count, 0);
}

function total(sums: readonly DaySum[], of: 'gross' | 'refunded'): string {
  return normalise(sums.reduce((all: Big, each) => all.plus(each[of]), big('0')));
}

function less(one: string, other: string): string {
  return normalise(big(one).minus(other));
}
