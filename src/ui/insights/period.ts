import type { Texts } from '../../texts/en.ts';

/** A period that one can choose: the last 30 days, a month (`2026-10`) or a quarter (`2026-q4`). */
interface Period {
  /** As the form sends it; empty for the last 30 days. */
  readonly value: string;
  /** Days, both included; left out for the last 30. */
  readonly from?: string;
  readonly to?: string;
}

const shownMonths = 13;
const shownQuarters = 5;

/** What is none of them is the last 30 days. */
export function readPeriod(value: string | undefined): Period {
  const [, year, quarter, month] = /^(20\d\d)-(?:q([1-4])|(0[1-9]|1[0-2]))$/.exec(value ?? '') ?? [];
  if (value === undefined || year === undefined) return { value: '' };
  const last = quarter === undefined ? Number(month) : Number(quarter) * 3;
  const first = quarter === undefined ? last : last - 2;
  return { value, from: `${year}-${two(first)}-01`, to: lastDay(Number(year), last) };
}

/** Periods of the last year to choose from, the latest first. `today`: a day. */
export function periods(today: string): { readonly months: string[]; readonly quarters: string[] } {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const all = Array.from({ length: shownMonths }, (_, ago) => new Date(Date.UTC(year, month - 1 - ago, 1)));
  const quarters = all.map((each) => `${each.getUTCFullYear()}-q${Math.floor(each.getUTCMonth() / 3) + 1}`);
  return {
    months: all.map((each) => each.toISOString().slice(0, 'yyyy-mm'.length)),
    quarters: [...new Set(quarters)].slice(0, shownQuarters),
  };
}

/** The months that days lie in, the latest first. */
export function monthsOf(from: string, to: string): string[] {
  const [year = 0, month = 0] = to.split('-').map(Number);
  const months: string[] = [];
  for (let ago = 0; ; ago++) {
    const each = new Date(Date.UTC(year, month - 1 - ago, 1)).toISOString().slice(0, 'yyyy-mm'.length);
    if (each < from.slice(0, 'yyyy-mm'.length)) return months;
    months.push(each);
  }
}

export function periodName(value: string, { pages, figures }: Texts): string {
  const [year = '', quarter = ''] = value.split('-q');
  if (value === '') return pages.insights.lastDays(30);
  return quarter === '' ? figures.month(value) : pages.insights.quarter(Number(quarter), year);
}

function lastDay(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 'yyyy-mm-dd'.length);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
