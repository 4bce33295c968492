/** What the steps of a batch hand on to each other. */
import type { StockSource, StockTarget } from '../../connectors/contract/stock.ts';
import type { ProblemData } from '../../records/problem.ts';
import type { StockLevel } from '../../records/stock-level.ts';
import type { BatchKey, BulkContext, KnownLevel, LevelReport } from '../bulk.ts';
import type { StockSettings } from './settings.ts';

export type Context = BulkContext<StockSettings>;
export type Key = BatchKey<readonly KnownLevel[]>;

export interface Endpoints {
  readonly source: StockSource;
  readonly target: StockTarget;
}

/** One SKU of a key. */
export interface Item {
  readonly key: Key;
  readonly sku: string;
  /** All chosen places together; null: the source has it no longer. */
  readonly level: StockLevel | null;
  readonly known: KnownLevel | null;
  /** How many of the source's pieces one of the target's is. */
  readonly factor: number;
}

/** An item that the target has. */
export interface Placed extends Item {
  readonly id: string;
  readonly standing: StockLevel;
  /** The id that was known was wrong, and this one was looked up since. */
  readonly isLookedUpAgain: boolean;
}

/** A number to be written. */
export interface Write {
  readonly placed: Placed;
  readonly quantity: string;
  readonly managed?: boolean;
  readonly drift?: string;
}

/** What came of a level, or of a key as a whole. `later`: it is to be looked at once more at that time, epoch milliseconds. */
export type Verdict =
  | { readonly of: 'level'; readonly key: Key; readonly report: LevelReport }
  | { readonly of: 'key'; readonly key: Key; readonly problem: ProblemData }
  | { readonly of: 'later'; readonly key: Key; readonly at: number };

export function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
