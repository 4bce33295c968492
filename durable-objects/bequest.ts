import type { Integration } from '../src/engine/integration.ts';
import type { Log } from '../src/engine/log.ts';
import type { Env } from '../src/env.ts';
import { unwrap } from './answer.ts';
import { directory } from './directory-client.ts';
import { integration } from './integration-client.ts';
import { marksIn, relationMarks } from './relation-marks.ts';

interface Parts {
  readonly env: Env;
  readonly id: string;
  readonly log: Log;
}

/** Tells the others over the same accounts what is this one's work, before it is deleted. Hinders no deletion. */
export async function bequeath({ env, id, log }: Parts, own: Integration): Promise<void> {
  try {
    const relations = own.relations();
    const left = own.legacy();
    if (relations === null || left.length === 0) return;
    const heirs = await directory(env).related(id, marksIn(await relationMarks(env, relations)));
    for (const heir of heirs) unwrap(await integration(env, heir.id).inherit(left));
  } catch (error) {
    log.error('legacy_lost', {}, error);
  }
}
