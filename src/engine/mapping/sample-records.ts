/** The records that a mapping is tried on: those of the source that changed last. */
import { asProblem, problem, type ProblemData } from '../../records/problem.ts';
import type { Flow } from '../../flows/registry.ts';
import type { Clock } from '../clock.ts';
import type { Connection } from '../connection/connection.ts';
import { Recorder } from '../http/recorder.ts';
import { isTimeout, withinTime } from '../http/within-time.ts';
import { lastKeys } from '../work/last-keys.ts';
import type { BoundFlow } from '../work/task-runner.ts';

/** As the source gave it. */
export interface ReadRecord {
  readonly key: string;
  readonly item: unknown;
}

export interface ReadRecords {
  readonly records: readonly ReadRecord[];
  /** Why there are none, or not all. */
  readonly why: ProblemData | null;
}

/** So many are looked for. */
const wanted = 20;
/** An invocation on the free plan has 50 calls; those that are begun last make some more. */
const maxCalls = 34;
/** Read side by side. */
const together = 5;
/** Somebody waits for the page. */
const maxWaitMs = 15_000;
/** Whoever edits an expression tries it several times: for so long what was read is not asked for again. */
const livesMs = 2 * 60_000;

interface Kept extends ReadRecords {
  readonly at: number;
}

/** Reads them, and keeps them in memory for two minutes: nothing of them is stored. Connections that a change replaced take theirs with them. */
export class SampleRecords {
  #kept = new WeakMap<Connection, Map<string, Kept>>();

  constructor(private readonly clock: Clock) {}

  async of(parts: BoundFlow<Flow>): Promise<ReadRecords> {
    const { from, definition } = parts;
    const kept = this.#kept.get(from) ?? new Map<string, Kept>();
    const before = kept.get(definition.name);
    const now = this.clock.now();
    if (before !== undefined && before.at > now - livesMs) return before;
    // Whoever waits for a page is no reason to call a system that is in trouble.
    if (from.health.current !== null) return { records: [], why: from.health.current.problem };
    const read = await this.#read(parts);
    if (read.records.length > 0) this.#kept.set(from, kept.set(definition.name, { ...read, at: now }));
    return read;
  }

  /** Somebody is to be erased. */
  forget(): void {
    this.#kept = new WeakMap();
  }

  /** What was read until something went wrong is given all the same. */
  async #read(parts: BoundFlow<Flow>): Promise<ReadRecords> {
    const records: ReadRecord[] = [];
    try {
      await withinTime(this.clock, () => readInto(records, parts), maxWaitMs);
      return { records, why: null };
    } catch (error) {
      const system = parts.from.connector.name;
      const why = isTimeout(error) ? problem('retry', 'timed_out', { system }) : asProblem(error);
      return { records: [...records], why: why.toData() };
    }
  }
}

async function readInto(records: ReadRecord[], parts: BoundFlow<Flow>): Promise<void> {
  const { from, definition } = parts;
  if (from.account === null) await from.check();
  const recorder = new Recorder();
  const found = await lastKeys(parts, recorder, wanted, parts.clock.now());
  const keys = found.keys.slice(0, wanted);
  const api = await from.api(recorder);
  for (let at = 0; at < keys.length && recorder.calls < maxCalls; at += together) {
    const chunk = keys.slice(at, at + together);
    const read = await definition.samples.read(from.connector, api, chunk);
    for (const key of chunk) if (read.has(key)) records.push({ key, item: read.get(key) });
  }
}
