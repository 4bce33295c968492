/** Something that a snapshot holds. `snapshot` gives plain JSON that later changes leave alone; `restore` takes it. */
export interface Kept {
  snapshot(): unknown;
  restore(snapshot: unknown): void;
  /** Back to the start. */
  clear(): void;
}

/** A part of a stand-in: it is kept, and it may have work of its own to do (a webhook, an arriving order). */
export interface Part extends Kept {
  /** When it next has something to do, if ever. */
  nextDueAt?(): number | null;
  /** Does what is due now. */
  runDue?(): void | Promise<void>;
}

/** The earliest of some dates; null when there is none. */
export function earliest(dates: readonly (number | null)[]): number | null {
  return dates.reduce(
    (first, date) => (first === null || (date !== null && date < first) ? date : first),
    null,
  );
}
