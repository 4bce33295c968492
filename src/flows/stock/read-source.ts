import type { SnapshotRow } from '../../connectors/contract/source.ts';
import type { StockSource } from '../../connectors/contract/stock.ts';
import { Problem, type ProblemData } from '../../records/problem.ts';
import type { StockLevel } from '../../records/stock-level.ts';
import { type Context, chunks } from './work.ts';

type Rows = ReadonlyMap<string, readonly StockLevel[]>;

/** What the source says of keys. A key that is in neither is gone. */
export interface SourceRead {
  readonly rows: Rows;
  /** Keys that could not be read: nothing is known of their levels. */
  readonly failed: ReadonlyMap<string, ProblemData>;
  /** The same as the source's lists have it, where those are compared. */
  readonly listed: readonly SnapshotRow[];
}

/**
 * Reads keys at the chosen places; `locations` null: all that the shop sells from. What a part of the batch fails for holds up that
 * part only. Throws where it is about the batch as a whole.
 */
export async function readSource(
  context: Context,
  source: StockSource,
  keys: readonly string[],
  locations: readonly string[] | null,
): Promise<SourceRead> {
  const parts: SourceRead[] = [];
  for (const chunk of chunks(keys, source.readSize)) {
    parts.push(await readChunk(context, source, chunk, locations));
  }
  const failed = new Map(parts.flatMap((part) => [...part.failed]));
  const [first] = failed.values();
  if (first !== undefined && first.kind === 'retry' && failed.size === keys.length) throw new Problem(first);
  const rows = new Map(parts.flatMap((part) => [...part.rows]));
  return { rows, failed, listed: parts.flatMap((part) => part.listed) };
}

async function readChunk(
  context: Context,
  source: StockSource,
  keys: readonly string[],
  locations: readonly string[] | null,
): Promise<SourceRead> {
  try {
    const all: SnapshotRow[] = [];
    const listed = (rows: readonly SnapshotRow[]) => void all.push(...rows);
    const rows = await source.levels(context.source.api, keys, { locations, listed });
    return { rows, failed: new Map(), listed: all };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.kind === 'retry') return failing(keys, error);
    if (error.code !== 'unreadable') throw error;
    if (keys.length === 1) return failing(keys, error);
    // One record that cannot be read: it is looked for in halves, so that it stands alone.
    const middle = Math.ceil(keys.length / 2);
    const left = await readChunk(context, source, keys.slice(0, middle), locations);
    const right = await readChunk(context, source, keys.slice(middle), locations);
    return {
      rows: new Map([...left.rows, ...right.rows]),
      failed: new Map([...left.failed, ...right.failed]),
      listed: [...left.listed, ...right.listed],
    };
  }
}

function failing(keys: readonly string[], problem: Problem): SourceRead {
  return { rows: new Map(), failed: new Map(keys.map((key) => [key, problem.toData()])), listed: [] };
}
