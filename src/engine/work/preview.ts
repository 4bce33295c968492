import type { Preview } from '../../flows/contract.ts';
import { Recorder } from '../http/recorder.ts';
import { placedId } from './runtime.ts';
import { flowContext, type TaskParts } from './task-runner.ts';

/**
 * Returns what would be written for a record, also when it would be parked: then with its problem. Writes nothing, in
 * either system or here. Throws a Problem when nothing can be shown.
 */
export async function previewRecord(
  parts: TaskParts,
  key: string,
  recorder = new Recorder(),
): Promise<Preview> {
  for (const connection of [parts.from, parts.to]) {
    if (connection.account === null) await connection.check();
  }
  const task = { id: 0, flow: placedId(parts), key, asked: false };
  const context = await flowContext(task, parts, recorder);
  return parts.definition.preview({
    ...context,
    links: { ...context.links, put: refuse, forget: refuse },
    steps: { ...context.steps, intend: refuse, unheard: refuse, finish: refuse, forget: refuse },
  });
}

function refuse(): never {
  throw new Error('A preview writes nothing.');
}
