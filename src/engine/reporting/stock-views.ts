/** What is told of levels, in the shapes that the API answers with. Times are ISO 8601 in UTC. */
import type { LevelState } from '../../flows/bulk.ts';
import type { ProblemView } from './views.ts';

/** Levels of one state, and with one problem. */
export interface LevelGroup {
  readonly state: LevelState;
  /** The state in half a sentence. */
  readonly says: string;
  readonly problem: ProblemView | null;
  readonly count: number;
  /** One of them. */
  readonly sku: string;
}

/** Keys that wait for a person, for one cause. */
export interface StuckGroup {
  readonly problem: ProblemView;
  readonly count: number;
  /** One of them. */
  readonly key: string;
}

/** How a stock flow stands. */
export interface StockView {
  readonly flow: string;
  readonly from: string;
  readonly to: string;
  readonly enabled: boolean;
  /** How many levels are known. */
  readonly total: number;
  readonly levels: LevelGroup[];
  readonly stuck: StuckGroup[];
  /** Keys that are to be looked at, those that wait among them; `more`: there are more than `count`. */
  readonly dirty: { readonly count: number; readonly more: boolean };
  readonly underWay: { readonly batches: number; readonly keys: number };
  /** The look at all levels, by which drift is mended. */
  readonly verification: {
    /** Minutes between two of them; null where it is off. */
    readonly every: number | null;
    /** Null while one is going on, and where none begins by itself. */
    readonly nextAt: string | null;
    readonly running: { readonly since: string; readonly looked: number } | null;
  };
  /** Every change up to here is known; null before all of it was read once. */
  readonly readUntil: string | null;
  /** What is read in full now. `since` null: all that there is; `until` null: it has not begun. */
  readonly reading: { readonly since: string | null; readonly until: string | null } | null;
}

export const levelPaces = ['running', 'queued', 'waiting', 'parked', 'settled'] as const;

/** Where a key is now, in the words of tasks. `settled`: nothing is to be done. */
export type LevelPace = (typeof levelPaces)[number];

/** One level explained. */
export interface LevelView {
  readonly flow: string;
  readonly from: string;
  readonly to: string;
  /** Null for a key of which no level was dealt with yet. */
  readonly sku: string | null;
  /** The source's key that it belongs to. */
  readonly key: string;
  readonly targetId: string | null;
  /** Last written or found right, of a refused one what was refused. */
  readonly quantity: string | null;
  readonly state: LevelState | null;
  /** The state in half a sentence. */
  readonly says: string | null;
  readonly writtenAt: string | null;
  readonly updatedAt: string | null;
  /** What somebody had put there by hand when it was last mended. */
  readonly drift: { readonly quantity: string; readonly at: string } | null;
  readonly problem: ProblemView | null;
  readonly now: LevelPace;
  /** When a key that waits is looked at again. */
  readonly dueAt: string | null;
  readonly attempts: number;
  /** Why nothing was written since. A reason has no action. */
  readonly why: { readonly code: string; readonly message: string; readonly action: string | null };
}
