import type { BySnapshot, Change, ChangeWindow, SnapshotPage } from '../../connectors/contract/source.ts';
import type { Round } from '../storage/cursors.ts';
import type { SnapshotStore } from '../storage/snapshots.ts';
import type { PageRead } from './poller.ts';

const hourMs = 3_600_000;

/** Where a window of a list stands. */
interface SnapshotStart {
  /** With the page that is to be read. */
  readonly window: ChangeWindow;
  readonly round: Round | null;
  /** Asked for what changed since a time before the last window. */
  readonly isBackfill: boolean;
}

/**
 * Returns where reading continues. A first reading and a backfill cover the whole list; every other window continues
 * where the one before it ended.
 */
export function snapshotStart(window: ChangeWindow, round: Round | null): SnapshotStart {
  const isBackfill = window.since.getTime() < usualSince(window, round);
  const page = window.page ?? (isBackfill ? null : (round?.next ?? null));
  return { window: { ...window, page }, round, isBackfill };
}

/** A new flow asks for no past changes, but it may have had to wait for its connection. */
function usualSince({ until }: ChangeWindow, round: Round | null): number {
  return round === null ? until.getTime() - 24 * hourMs : round.until - hourMs;
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
  const { flow, source, window, page, round, isCurrent } = comparison;
  const changes: Omit<Change, 'flow'>[] = [...changedRows(snapshots, comparison), ...(page.changes ?? [])];
  if (source.reportsGone && isCurrent) {
    if (window.page === null) snapshots.forgetPages(flow);
    const keys = page.rows.map(({ key }) => key);
    if (keys.length > 0) snapshots.notePage(flow, window.page, keys);
    if (page.next === null) changes.push(...snapshots.takeGone(flow).map((key) => ({ key })));
  }
  return { changes, ...whatFollows(comparison, round) };
}

function changedRows(snapshots: SnapshotStore, comparison: Comparison): Omit<Change, 'flow'>[] {
  const { flow, window, page, round, isBackfill } = comparison;
  const known = snapshots.digests(
    flow,
    page.rows.map(({ key }) => key),
  );
  return page.rows.flatMap(({ key, digest, subject = key, createdAt }) => {
    const before = known.get(key);
    const isMadeInWindow = createdAt !== undefined && createdAt >= window.since;
    if (before !== digest) snapshots.put(flow, { key, digest, subject });
    const isChanged = before === undefined ? round !== null || isMadeInWindow : before !== digest;
    const isAskedFor = isBackfill && (createdAt === undefined || isMadeInWindow);
    return subject !== null && (isChanged || isAskedFor) ? [{ key: subject, version: digest }] : [];
  });
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
