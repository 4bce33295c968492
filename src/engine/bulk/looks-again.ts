import type { StockReport } from '../../flows/bulk.ts';
import type { DirtyKey } from '../storage/dirty-keys.ts';
import { lingerMs } from './linger.ts';

/** A look at a key. */
interface Look {
  /** When its batch was claimed, epoch milliseconds. */
  readonly at: number;
  /** How long the source's lists may be older than what told of it; null where nobody has to look for that. */
  readonly behindMs: number | null;
}

/**
 * When a key is looked at once more, as lists may not have shown all that a look came for, or a write that was not answered may still be done;
 * null where it is not. `row`: the key as it is after the look; null where nobody had noticed it. Those of about one time share a batch.
 */
export function looksAgainAt(
  row: DirtyKey | null,
  report: Pick<StockReport, 'levels' | 'looksAgainAt'>,
  { at, behindMs }: Look,
): number | null {
  const lists = [
    ...(behindMs !== null && isBehind(row, report) ? [at + behindMs] : []),
    ...(row?.sold ?? []).map(({ until }) => until),
    row?.againAt ?? 0,
    report.looksAgainAt ?? 0,
  ];
  const listed = Math.max(...lists);
  const late = row?.lateUntil ?? 0;
  // What lists lack is there within seconds; a late write is looked for after that.
  const next = listed > at ? listed : late;
  return next > at ? Math.ceil(next / lingerMs) * lingerMs : null;
}

/** Lists may lack what told of it; where that was one notice, and one thing that is new was found, that is it. */
function isBehind(row: DirtyKey | null, { levels }: Pick<StockReport, 'levels'>): boolean {
  const isFound = levels.some(({ state, drift }) => state === 'written' && drift === undefined);
  return (row?.ahead ?? 0) > (isFound ? 1 : 0);
}
