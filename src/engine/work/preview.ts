import type { Preview } from '../../flows/contract.ts';
import { Problem } from '../../records/problem.ts';
import { Recorder } from '../http/recorder.ts';
import { RequestError } from '../request-error.ts';
import { findByNumber } from './numbers.ts';
import { flowContext, type TaskParts } from './task-runner.ts';

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
 * Returns what would be written for a record, also when it would be parked: then with its problem. Writes nothing, in
 * either system or here. Throws a Problem when nothing can be shown.
 */
async function previewRecord(parts: TaskParts, key: string): Promise<Preview> {
  for (const connection of [parts.from, parts.to]) {
    if (connection.account === null) await connection.check();
  }
  const context = await flowContext(0, key, parts, new Recorder());
  return parts.definition.preview({
    ...context,
    links: { ...context.links, put: refuse, forget: refuse },
    steps: { ...context.steps, intend: refuse, finish: refuse, forget: refuse },
  });
}

function refuse(): never {
  throw new Error('A preview writes nothing.');
}
