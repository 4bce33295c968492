import type { BySnapshot, Change, ChangeWindow, SnapshotPage } from '../../connectors/contract/source.ts';
import type { Cursor, Round } from '../storage/cursors.ts';
import type { SnapshotStore } from '../storage/snapshots.ts';
import type { PageRead } from './poller.ts';

/** Where a window of a list stands. */
interface SnapshotStart {
  /** With the page that is to be read. */
  readonly window: ChangeWindow;
  readonly round: Round | null;
  /** Somebody asked for it. */
  readonly isBackfill: boolean;
}

/**
 * Returns where reading continues. A first reading and a backfill cover the whole list; every other window continues
 * where the one before it ended.
 */
export function snapshotStart(
  window: ChangeWindow,
  { round, asked }: Pick<Cursor, 'round' | 'asked'>,
): SnapshotStart {
  const page = window.page ?? (asked ? null : (round?.next ?? null));
  return { window: { ...window, page }, round, isBackfill: asked };
}

interface Comparison extends SnapshotStart {
  readonly flow: string;
  readonly source: BySnapshot;
  readonly page: SnapshotPage;
  /** False when another window began in the meantime. Nothing is then known about the list as a whole. */
  readonly isCurrent: boolean;
}

/** Compares a page with the stored digests and updates them. Runs in the transaction that stores the changes as tasks. */
export function compareSnapshot(snapshots: SnapshotStore, comparison: Comparison): PageRead {
  const { flow, source, window, page, round, isCurrent, isBackfill } = comparison;
  const changes: Omit<Change, 'flow'>[] = [...changedRows(snapshots, comparison), ...(page.changes ?? [])];
  if ((source.reportsGone || (source.listsAll && isBackfill)) && isCurrent) {
    if (window.page === null) snapshots.forgetPages(flow);
    const keys = page.rows.map(({ key }) => key);
    if (keys.length > 0) snapshots.notePage(flow, window.page, keys);
    if (page.next === null) changes.push(...snapshots.takeGone(flow).map((key) => ({ key })));
  }
  return { changes, ...whatFollows(comparison, round) };
}

function changedRows(snapshots: SnapshotStore, comparison: Comparison): Omit<Change, 'flow'>[] {
  const { flow, window, page, round, isBackfill } = comparison;
  const rows = firstListings(page.rows);
  const known = snapshots.digests(
    flow,
    rows.map(({ key }) => key),
  );
  return rows.flatMap(({ key, digest, subject = key, createdAt }) => {
    const before = known.get(key);
    const isMadeInWindow = createdAt !== undefined && createdAt >= window.since;
    if (before !== digest) snapshots.put(flow, { key, digest, subject });
    const isChanged = before === undefined ? round !== null || isMadeInWindow : before !== digest;
    const isAskedFor = isBackfill && (createdAt === undefined || isMadeInWindow);
    return subject !== null && (isChanged || isAskedFor) ? [{ key: subject, version: digest }] : [];
  });
}

/** A key that a page lists twice counts as it is listed first: two digests would take turns, a change in every round. */
function firstListings(rows: SnapshotPage['rows']): SnapshotPage['rows'] {
  const seen = new Set<string>();
  return rows.filter(({ key }) => seen.size < seen.add(key).size);
}

function whatFollows(
  { source: { pagesPerWindow }, window, page: { next }, isBackfill }: Comparison,
  round: Round | null,
): Pick<PageRead, 'next' | 'round'> {
  const read = (round?.read ?? 0) + 1;
  const isPart = round !== null && !isBackfill && pagesPerWindow !== undefined && read >= pagesPerWindow;
  if (next === null || isPart) return { next: null, round: { until: window.until.getTime(), next, read: 0 } };
  return { next, round: round && { ...round, read } };
}
