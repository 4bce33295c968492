import type { Order } from '../../records/order.ts';
import type { Api } from './api.ts';
import type { FlowName } from './connector.ts';

/** Ids of records and of events: none of any system is longer. */
export const maxKeyLength = 200;

/** A notice that a record changed. It carries ids, never the record. */
export interface Change {
  readonly flow: FlowName;
  /** The source record's id as its system names it. */
  readonly key: string;
  /** Tells one state of the record from another; equal versions need no second look. */
  readonly version?: string;
}

/** A stretch of time whose changes are read, page by page. */
export interface ChangeWindow {
  /** Both inclusive. */
  readonly since: Date;
  readonly until: Date;
  /** Where the last page ended, in the connector's own form; null for the first. */
  readonly page: string | null;
}

export interface ChangePage {
  readonly changes: readonly Change[];
  readonly next: string | null;
}

/** For systems that can be asked what changed. Names every record changed in the window; may name one twice, never skips one. */
export interface ByTime {
  readonly kind: 'by-time';
  page(api: Api, window: ChangeWindow): Promise<ChangePage>;
}

/** One record as a list shows it. */
export interface SnapshotRow {
  readonly key: string;
  /** Changes whenever the record does. Nothing that can be read. */
  readonly digest: string;
  /**
   * The record that is to be looked at when this row changes, where it is another: the invoice of a credit note. Null
   * where there is none: the row is only taken note of.
   */
  readonly subject?: string | null;
  /** Where the list tells it. In the first whole reading a row is a change only when it was made in the window or later. */
  readonly createdAt?: Date;
}

export interface SnapshotPage {
  readonly rows: readonly SnapshotRow[];
  /** Changes that need no comparison, such as what is new by its own date. */
  readonly changes?: readonly Change[];
  readonly next: string | null;
}

/**
 * For systems that cannot be asked what changed: the connector lists what there is, the engine compares with its table of
 * digests, page by page, without a limit. The first whole reading reports no change, except rows that were made in the
 * window. When somebody asks for what changed since a time, the engine reports what was made since then, and every row when
 * the list does not tell when it was made.
 */
export interface BySnapshot {
  readonly kind: 'by-snapshot';
  /** Whether a row that is listed no more is a change of its subject. */
  readonly reportsGone: boolean;
  /**
   * Whether the list shows every record, however old. Then a row that no page of a backfill showed was pulled over the edge
   * of a page while it was read, if it is not gone: it is looked at too.
   */
  readonly listsAll?: boolean;
  /** Pages of one window; the next window goes on behind them. All of them when left out. */
  readonly pagesPerWindow?: number;
  page(api: Api, window: ChangeWindow): Promise<SnapshotPage>;
}

export interface Source<Item> {
  readonly changes: ByTime | BySnapshot;
  /** The record as it is now; null when it is gone. */
  get(api: Api, key: string): Promise<Item | null>;
  /** Several at once, where the system can; what is gone is left out. */
  getMany?(api: Api, keys: readonly string[]): Promise<ReadonlyMap<string, Item>>;
}

/** An order as a search by number tells it. */
export interface Numbered {
  /** The source's id, as `get` takes it. */
  readonly key: string;
  readonly number: string;
}

export interface OrderSource extends Source<Order> {
  /** False where the system knows of no payments: `paid` of its orders tells nothing. */
  readonly knowsPayments?: false;
  /**
   * Orders whose number, as customers see it, begins with this text in whatever case; the newest first, one page at most.
   * `number` is trimmed and not empty. Absent where the system cannot be asked for it.
   */
  findByNumber?(api: Api, number: string): Promise<readonly Numbered[]>;
  /** Writes a status or a note back after booking. Repeating it changes nothing. */
  writeBack?(api: Api, key: string, change: { status?: string; note?: string }): Promise<void>;
}

export function byTime(page: ByTime['page']): ByTime {
  return { kind: 'by-time', page };
}

export function bySnapshot(snapshot: Omit<BySnapshot, 'kind'>): BySnapshot {
  return { kind: 'by-snapshot', ...snapshot };
}
