import type { BatchReport } from './claim.ts';

/** After so many batches that came to an end at one size a longer one is tried. */
const wellBefore = 4;

/**
 * How many keys batches of a flow have while those that its target takes come to more calls than a run may make: fewer at once, and twice
 * as many again each time when it goes well. Kept as long as the object lives: one number for each flow, however many keys there are.
 */
export class BatchSizes {
  readonly #short = new Map<string, { readonly size: number; readonly well: number }>();

  /** `most`: those that its target takes. */
  of(flow: string, most: number): number {
    return Math.min(most, this.#short.get(flow)?.size ?? most);
  }

  /** What became of a batch of so many keys says how long those may be that follow. */
  learn(flow: string, report: BatchReport, length: number): void {
    const sufficed = sufficedFor(report, length);
    if (sufficed === null) this.wentWell(flow, length);
    else this.shorten(flow, sufficed);
  }

  /** A batch had not calls enough: those that follow have so many keys. */
  shorten(flow: string, size: number): void {
    this.#short.set(flow, { size: Math.max(1, size), well: 0 });
  }

  /** A batch of so many keys came to its end. */
  wentWell(flow: string, length: number): void {
    const short = this.#short.get(flow);
    if (short === undefined || length < short.size) return;
    const well = short.well + 1;
    this.#short.set(flow, well < wellBefore ? { ...short, well } : { size: short.size * 2, well: 0 });
  }
}

/**
 * For how many keys the calls of a run may suffice where they did not for these; null where they did. What was broken off in the middle of a
 * key: for as many as were done before; where that was none, for one, which is given all calls.
 */
function sufficedFor({ reports, failure }: BatchReport, length: number): number | null {
  const outcomes = reports.flatMap((each) => ('outcome' in each ? [each.outcome] : []));
  const isSpent = (each: (typeof outcomes)[number]) =>
    each.kind === 'problem' && each.problem.code === 'run_spent';
  if (outcomes.some(isSpent)) return outcomes.filter(({ kind }) => kind === 'done').length;
  return failure?.problem.code === 'run_spent' ? Math.floor(length / 2) : null;
}
