import type Big from 'big.js';
import { big, normalise } from '../../records/money.ts';
import type { DaySum } from '../storage/register-days.ts';

/** Orders that the books have. Decimals. */
export interface Booked {
  readonly count: number;
  /** As the shop says. */
  readonly gross: string;
  readonly documents: string;
  readonly credited: string;
  /** What the books have of them: the documents, less what of them is credited. */
  readonly amount: string;
}

type Sum = Pick<DaySum, 'isBooked' | 'state' | 'count' | 'gross' | 'booked' | 'credited'>;

/**
 * What "booked" and "in the books" mean on every page, in every file and message. An order is booked where the books have a document of it,
 * whatever else there is to do about it; a till's day counts as an order, and the receipts in it do not. It comes to what its document and
 * the credits of that really are (storage/in-books.ts).
 */
export function bookedOf(sums: readonly Sum[]): Booked {
  const booked = sums.filter(({ isBooked }) => isBooked);
  const total = (of: 'gross' | 'booked' | 'credited') =>
    booked.reduce((all: Big, each) => all.plus(each[of]), big('0'));
  const [documents, credited] = [total('booked'), total('credited')];
  return {
    count: booked.reduce((all, { count }) => all + count, 0),
    gross: normalise(total('gross')),
    documents: normalise(documents),
    credited: normalise(credited),
    amount: normalise(documents.minus(credited)),
  };
}

/** Whether orders are meant for the books, and not in them yet. */
export function isOpen({ isBooked, state }: Pick<Sum, 'isBooked' | 'state'>): boolean {
  return !isBooked && state !== 'skipped';
}

/** Whether they are not in the books, and are not meant to be. */
export function isLeftOut({ isBooked, state }: Pick<Sum, 'isBooked' | 'state'>): boolean {
  return !isBooked && state === 'skipped';
}
