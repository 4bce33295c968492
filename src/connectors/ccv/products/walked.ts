/** Which products changed. */
import type { Query } from '../../contract/api.ts';
import type { BySnapshot, SnapshotRow } from '../../contract/source.ts';
import type { List } from '../lists.ts';
import { reader, walkOf } from '../walk.ts';

/** Clocks differ. */
const lateMs = 600_000;

/**
 * The newest changes first, then all of them: whether a sale, or a change of a combination, moves the time of change is not known (sheet,
 * unknown).
 */
export function recentThenAll<Row extends { readonly modifydate?: Date | undefined }>(
  listOf: (query: Query) => List<Row>,
  toRow: (row: Row) => Promise<SnapshotRow>,
): BySnapshot {
  const recent = reader(
    () => listOf({ orderby: 'modifydate_desc' }),
    toRow,
    ({ modifydate }, { since }) =>
      modifydate !== undefined && modifydate.getTime() < since.getTime() - lateMs,
  );
  const all = reader(() => listOf({ orderby: 'id' }), toRow);
  return walkOf({ recent, all: [all] }, { reportsGone: true, listsAll: true });
}
