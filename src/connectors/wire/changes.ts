import type { FlowName } from '../contract/connector.ts';
import type { Change, ChangeWindow } from '../contract/source.ts';

/** A row of a list of what changed. */
export interface ChangedRow {
  readonly id: string;
  /** When the system says that it changed. */
  readonly changedAt?: Date | undefined;
  /** Left out, the record is looked at whenever it is named. */
  readonly version?: string | undefined;
}

/**
 * Systems tell changes in whole seconds: another change may follow in the same one after the list was read, and where
 * clocks differ that second is not over though it is by ours. So near the end of a window a version tells nothing. How near
 * depends on what it is made of: a time alone, or also what else of the record shows a change, such as its status and total.
 */
export const freshMs = { timeAlone: 60_000, withState: 1_000 };

/** What a page of a window names. A row that is fresh, or that does not tell when it changed, has no version. */
export function changesOf(
  flow: FlowName,
  rows: readonly ChangedRow[],
  { until }: ChangeWindow,
  fresh: number = freshMs.timeAlone,
): Change[] {
  return rows.map(({ id: key, version, changedAt }) => {
    const isFresh = changedAt === undefined || until.getTime() - changedAt.getTime() <= fresh;
    return { flow, key, ...(version === undefined || isFresh ? {} : { version }) };
  });
}
