import type { Preview } from '../../flows/contract.ts';
import type { Flow } from '../../flows/registry.ts';
import { asProblem, Problem, type ProblemData } from '../../records/problem.ts';
import { Recorder } from '../http/recorder.ts';
import { lastKeys } from './last-keys.ts';
import type { BoundFlow } from './task-runner.ts';

/** An invocation on the free plan has 50 calls; the preview that is begun last makes some more. */
const maxCalls = 40;

/** What would become of one record. */
export type DryRun =
  | { readonly key: string; readonly preview: Preview }
  /** Nothing could be shown of it. */
  | { readonly key: string; readonly problem: ProblemData };

/** Previews one record. */
export type Previewer = (key: string, recorder?: Recorder) => Promise<Preview>;

/** What the records of a flow are looked for by. */
type Parts = BoundFlow<Flow>;

/** Previews the records that changed last, as many as the calls of one invocation allow. Writes nothing anywhere. */
export async function dryRun(parts: Parts, last: number, previewOf: Previewer): Promise<readonly DryRun[]> {
  if (parts.from.account === null) await parts.from.check();
  const reading = new Recorder();
  const keys = await lastKeys(parts, reading, last);
  const shown: DryRun[] = [];
  let calls = reading.calls;
  for (const key of keys.slice(0, last)) {
    if (calls >= maxCalls) break;
    const recorder = new Recorder();
    const preview = await previewOf(key, recorder).catch(asProblem);
    calls += recorder.calls;
    shown.push(preview instanceof Problem ? { key, problem: preview.toData() } : { key, preview });
  }
  return shown;
}
