import { systemClock } from '../src/engine/clock.ts';
import { withinTime } from '../src/engine/http/within-time.ts';
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

/** One that does not hear it by then is in trouble. */
const heardWithinMs = 10_000;

/** Tells the others over the same accounts what is this one's work, before it is deleted. Hinders no deletion. */
export async function bequeath({ env, id, log }: Parts, own: Integration): Promise<void> {
  const relations = own.forSiblings.relations();
  const left = own.forSiblings.legacy();
  if (relations === null || left.length === 0) return;
  const lost = (error: unknown) => log.error('legacy_lost', {}, error);
  const tell = async () => {
    const heirs = await directory(env).related(id, marksIn(await relationMarks(env, relations)));
    const told = heirs.map(async (heir) => unwrap(await integration(env, heir.id).inherit(left)));
    await Promise.all(told.map((each) => each.catch(lost)));
  };
  await withinTime(systemClock, tell, heardWithinMs).catch(lost);
}
