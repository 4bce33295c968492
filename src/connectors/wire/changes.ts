import type { FlowName } from '../contract/connector.ts';
import type { Change } from '../contract/source.ts';

/** A row of a list of what changed. */
export interface ChangedRow {
  readonly id: string;
  /** Left out, the record is looked at whenever it is named. */
  readonly version?: string | undefined;
}

export function changesOf(flow: FlowName, rows: readonly ChangedRow[]): Change[] {
  return rows.map(({ id: key, version }) => ({ flow, key, ...(version === undefined ? {} : { version }) }));
}
