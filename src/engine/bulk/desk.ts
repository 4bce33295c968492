import type { BatchKey, Begun } from '../../flows/bulk.ts';
import type { Problem } from '../../records/problem.ts';
import type { Batch } from '../storage/batches.ts';
import type { BatchReport } from './claim.ts';

/** Where the keys of one flow lie until they are brought across: the list of tasks, or the table of dirty keys. */
export interface Desk {
  /** Keys that may go now, but for those of batches under way. `retries`: also those that failed before. */
  due(limit: number, retries: boolean): readonly string[];
  /** When `due` will have something; null where only a notice can bring it. */
  nextDueAt(): number | null;
  /** The same of keys that somebody asked for by their names: an order waits for them. */
  readonly named: Pick<Desk, 'due' | 'nextDueAt'>;
  /** Begins with the keys of a batch. What needs no work any more is left out. */
  begin(batch: Batch): readonly BatchKey<unknown>[];
  /** A key as `begin` would give it. Begins with nothing. */
  look(key: string): BatchKey<unknown>;
  /** About to write something of these keys. */
  intend(intents: ReadonlyMap<string, Begun>): void;
  /** Stores what became of the keys that `begin` gave. `failure`: the batch as a whole came to nothing. */
  settle(
    batch: Batch,
    report: BatchReport,
    failure: Problem | null,
    payloads: ReadonlyMap<string, string>,
  ): void;
  /** Whoever worked on it is dead, or it was never begun: its keys may go again. */
  release(batch: Batch, died: boolean): void;
}
