import type { KnownLevel, LevelReport, LevelState } from '../../flows/bulk.ts';
import type { ProblemData } from '../../records/problem.ts';
import type { Row, SqlValue } from './sql.ts';
import { readProblem } from './stored-problem.ts';

/** A level as people look it up. Times are epoch milliseconds. */
export interface LevelRow extends KnownLevel {
  readonly flow: string;
  /** The source's key that it belongs to. */
  readonly key: string;
  readonly problem: ProblemData | null;
  /** What somebody had put there by hand when it was last mended, and when. */
  readonly drift: { readonly quantity: string; readonly at: number } | null;
  readonly updatedAt: number;
}

/** The level after this report of it, under this key; null where it stays as it was. */
export function levelAfter(
  known: LevelRow | null,
  flow: string,
  key: string,
  { sku, targetId, quantity, state, problem, drift, wrote }: LevelReport,
  now: number,
): LevelRow | null {
  const isSame =
    known !== null &&
    wrote !== true &&
    known.key === key &&
    known.targetId === targetId &&
    known.quantity === quantity &&
    known.state === state &&
    known.problem?.code === problem?.code &&
    drift === undefined;
  if (isSame) return null;
  return {
    ...{ flow, sku, key, targetId, quantity, state, problem: problem ?? null },
    drift: drift === undefined ? (known?.drift ?? null) : { quantity: drift, at: now },
    writtenAt: wrote === true ? now : (known?.writtenAt ?? null),
    updatedAt: now,
  };
}

/** In the order of the table. */
export function columnsOf(row: LevelRow): SqlValue[] {
  const { flow, sku, key, targetId, quantity, state, problem, drift, writtenAt, updatedAt } = row;
  return [
    ...[flow, sku, key, targetId, quantity, state, problem?.code ?? ''],
    ...[problem && JSON.stringify(problem), drift?.quantity ?? null, drift?.at ?? null, writtenAt, updatedAt],
    folded(sku),
  ];
}

/** What no target tells apart has one of these; of what has one in common some tell two apart. */
export function folded(sku: string): string {
  return sku.trim().toLowerCase();
}

export function fromRow(row: Row): LevelRow {
  return {
    flow: String(row.flow),
    sku: String(row.sku),
    key: String(row.key),
    targetId: row.target_id === null ? null : String(row.target_id),
    quantity: row.quantity === null ? null : String(row.quantity),
    state: row.state as LevelState,
    problem: row.problem === null ? null : readProblem(String(row.problem)),
    drift: row.drift === null ? null : { quantity: String(row.drift), at: Number(row.drift_at) },
    writtenAt: row.written_at === null ? null : Number(row.written_at),
    updatedAt: Number(row.updated_at),
  };
}
