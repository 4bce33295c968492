import type { Preview } from '../../flows/contract.ts';
import { asProblem, Problem, type ProblemData } from '../../records/problem.ts';
import type { Connection } from '../connection/connection.ts';
import { Recorder } from '../http/recorder.ts';
import { RequestError } from '../request-error.ts';
import { flowContext } from './flow-context.ts';
import { findByNumber } from './numbers.ts';
import { placedId } from './runtime.ts';
import type { TaskParts } from './task-runner.ts';

/**
 * As `previewRecord`, for what a person asks for: where the source knows no such id, the record whose number, as customers
 * see it, is or begins like this.
 */
export async function previewAsked(parts: TaskParts, asked: string): Promise<Preview> {
  try {
    return await previewRecord(parts, asked);
  } catch (error) {
    if (!(error instanceof Problem) || !isGone(error)) throw error;
    return previewRecord(parts, await numbered(parts, asked, error));
  }
}

function isGone({ code }: Problem): boolean {
  return code === 'order_gone' || code === 'customer_gone';
}

/** Throws `gone` where no number begins so. */
async function numbered(parts: TaskParts, asked: string, gone: Problem): Promise<string> {
  try {
    return (await findByNumber(parts, asked)).key;
  } catch (error) {
    throw error instanceof RequestError && error.data.code === 'number_unknown' ? gone : error;
  }
}

/**
 * Returns what would be written for a record, also when it would be parked, or when the target does not answer: then with
 * its problem, and all that is known. Writes nothing, in either system or here. Throws a Problem when nothing can be shown.
 */
export async function previewRecord(
  parts: TaskParts,
  key: string,
  recorder = new Recorder(),
): Promise<Preview> {
  const { from, to } = parts;
  if (from.account === null) await from.check();
  if (to.account === null) {
    const problem = await problemOf(to);
    if (problem !== null) return sourceAlone(parts, key, problem);
  }
  const flow = placedId(parts);
  // What would become of the task that is open, or of a notice of now.
  const notice = { asked: false, named: false, createdAt: parts.clock.now(), problem: null };
  const { asked, named, createdAt, problem } = parts.stores.tasks.openOf(flow, key) ?? notice;
  const task = { id: 0, flow, key, asked, named, createdAt, problem };
  const context = await flowContext(task, parts, recorder);
  const preview = await parts.definition.preview({
    ...context,
    links: { ...context.links, put: refuse, forget: refuse },
    steps: { ...context.steps, intend: refuse, finish: refuse, forget: refuse },
    stepsBack: { ...context.stepsBack, finish: () => undefined },
    alike: { ...context.alike, note: refuse },
    bring: () => 'under-way',
    sells: () => undefined,
    sold: () => undefined,
    lookAt: refuse,
    noteOwnWork: () => undefined,
    keep: () => undefined,
  });
  return preview.source === null ? { ...preview, source: asRead(recorder, from.name) } : preview;
}

/** Null when the connection works. */
async function problemOf(connection: Connection): Promise<ProblemData | null> {
  try {
    await connection.check();
    return null;
  } catch (error) {
    return asProblem(error).toData();
  }
}

/** Nothing can be planned for a target that was never reached. */
async function sourceAlone(
  { definition, from }: TaskParts,
  key: string,
  problem: ProblemData,
): Promise<Preview> {
  const recorder = new Recorder();
  const source = definition.source(from.connector);
  const nothing: Preview = { source: null, skips: null, writes: [], checks: [], problem };
  if (source === undefined) return nothing;
  try {
    return { ...nothing, source: await source.get(await from.api(recorder), key) };
  } catch (error) {
    return { ...nothing, source: asRead(recorder, from.name), problem: asProblem(error).toData() };
  }
}

/** What the source gave of a record that cannot be read. */
function asRead(recorder: Recorder, source: string): unknown {
  const answers = recorder
    .payload()
    .calls.filter(({ connection, status }) => connection === source && status !== null && status < 300);
  return answers.at(-1)?.received ?? null;
}

function refuse(): never {
  throw new Error('A preview writes nothing.');
}
