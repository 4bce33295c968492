import type { StockReport } from '../../flows/bulk.ts';
import { type LevelRow, levelAfter } from '../storage/level-row.ts';
import type { LevelStore } from '../storage/levels.ts';

/** Stores what a batch found of its levels, with as few statements as if it were one. Returns the SKUs that have just gone. */
export function settleLevels(
  levels: LevelStore,
  flow: string,
  reports: readonly StockReport[],
  now: number,
): readonly string[] {
  const before = levels.of(
    flow,
    reports.flatMap((report) => report.levels.map(({ sku }) => sku)),
  );
  const after = new Map<string, LevelRow>();
  for (const { key, levels: told } of reports) {
    for (const level of told) {
      const known = after.get(level.sku) ?? before.get(level.sku) ?? null;
      const owner = ownerOf(key, level, known);
      const row = owner === null ? null : levelAfter(known, flow, owner, level, now);
      if (row !== null) after.set(level.sku, row);
    }
  }
  levels.write([...after].map(([sku, row]) => [before.get(sku) ?? null, row]));
  const all = reports.flatMap((report) => report.levels);
  const gone = all.filter(({ sku, state }) => state === 'gone' && before.get(sku)?.state !== 'gone');
  return gone.map(({ sku }) => sku);
}

/** The key that a level is kept under. Null: it left this one for another, which has told of it already. */
function ownerOf(
  key: string,
  { state, problem }: StockReport['levels'][number],
  known: LevelRow | null,
): string | null {
  if (known === null || known.key === key) return key;
  if (state === 'gone') return null;
  // Of two that share it the first keeps it.
  return problem?.code === 'sku_shared' ? known.key : key;
}
