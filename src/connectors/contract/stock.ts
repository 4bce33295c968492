import type { StockLevel } from '../../records/stock-level.ts';
import type { Api } from './api.ts';
import type { Refusal } from './refusal.ts';
import type { BySnapshot, ByTime, SnapshotRow } from './source.ts';
import type { ArticleLookup } from './target.ts';

/** Which levels are read: of these places by their ids, one row for each; null: all that the shop sells from, as one. */
export interface StockScope {
  readonly locations: readonly string[] | null;
  /**
   * Of a source whose lists are compared: told of what was read, as `changes` lists it. A level that changed, was brought across and changed back
   * before the next list would else be no news to that.
   */
  readonly listed?: (rows: readonly SnapshotRow[]) => void;
}

/**
 * Levels by key. A key is what the system's notices name: a product with all its variants, or a SKU. `changes` names keys.
 */
export interface StockSource {
  readonly changes: ByTime | BySnapshot;
  /** How many keys one reading takes; `levels` is never asked for more. */
  readonly readSize: number;
  /** `levels` asks lists or searches, which may tell what was there before the last sale; left out, it asks each record's own address. */
  readonly readsLists?: true;
  /**
   * The levels of these keys, in as few calls as the system allows. A key that is gone is left out, and one that has no level at a place
   * has no row for it. Throws where anything is left unread: a level that could not be read is not zero.
   */
  levels(
    api: Api,
    keys: readonly string[],
    scope: StockScope,
  ): Promise<ReadonlyMap<string, readonly StockLevel[]>>;
}

/** A level to be written. */
export interface LevelChange {
  /** The target's id, as `skus` and `ProductTarget.find` give it. */
  readonly id: string;
  readonly sku: string;
  /** Pieces, as the target counts them (`counts`). */
  readonly quantity: string;
  /** Whether the target is to count it from now on; left out: as it is. Counting is switched on before the number is written. */
  readonly managed?: boolean;
  /** The level as `standing` read it just before. */
  readonly standing: StockLevel;
}

/** What became of one level of a call. */
export type LevelOutcome =
  | { readonly kind: 'written' }
  /** The system's own words about this one. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The id is gone: it is to be looked up once more. */
  | { readonly kind: 'gone' }
  /** Somebody changed it since it was read: read, decide, write again. */
  | { readonly kind: 'stale' };

export interface StockTarget {
  /** Levels that one writing takes; `set` is never given more. A function where the account decides, or has told. */
  readonly batchSize: number;
  readonly skus: ArticleLookup;
  /** `physical` counts open orders of its own as still on the shelf, `net` does not. A function where the account decides. */
  counts(api: Api): Promise<'physical' | 'net'>;
  /** Whether levels may be below zero there. */
  readonly negative: boolean;
  /** `standing` asks lists or searches, which may tell what stood there before the last write; left out, it asks each record's own address. */
  readonly readsLists?: true;
  /**
   * The levels of these ids as they stand, by id, in as few calls as the system allows; what is gone is left out. Of one place, or where
   * that is null of the place that the system itself takes. `reserved` is told where `counts` is physical.
   */
  standing(
    api: Api,
    ids: readonly string[],
    location: string | null,
  ): Promise<ReadonlyMap<string, StockLevel>>;
  /**
   * Writes, and does not repeat what was refused. Every level is in the answer, by its place in `changes`. A list that is refused for some of
   * its rows is sent once more without them; throws a `Problem` where all of it failed.
   */
  set(api: Api, changes: readonly LevelChange[], location: string | null): Promise<readonly LevelOutcome[]>;
  /**
   * The SKUs of parents that cannot be bought, by the ids of these, which can. Absent where a product with variants has no status of its own.
   */
  asleep?(api: Api, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
