import type { Refusal } from '../../connectors/contract/refusal.ts';
import type { LevelOutcome } from '../../connectors/contract/stock.ts';
import { Problem, problem } from '../../records/problem.ts';
import { settled } from './verdicts.ts';
import { type Context, chunks, type Endpoints, type Verdict, type Write } from './work.ts';

export interface Written {
  readonly verdicts: readonly Verdict[];
  /** Somebody changed these since they were read. */
  readonly stale: readonly Write[];
  /** The ids of these are gone. */
  readonly gone: readonly Write[];
}

/** How much of a system's own words is kept. */
const maxSaid = 300;

/** One call for every full list that the target takes. */
export async function writeLevels(
  context: Context,
  { target }: Endpoints,
  writes: readonly Write[],
): Promise<Written> {
  const { targetLocation = null } = context.settings;
  const verdicts: Verdict[] = [];
  const stale: Write[] = [];
  const gone: Write[] = [];
  for (const chunk of chunks(writes, target.batchSize)) {
    const changes = chunk.map(({ placed: { id, sku, standing }, quantity, managed }) => ({
      id,
      sku,
      quantity,
      standing,
      ...(managed === undefined ? {} : { managed }),
    }));
    const outcomes = await target
      .set(context.target.api, changes, targetLocation)
      .catch((error: unknown) => Promise.reject(unanswered(error)));
    for (const [index, write] of chunk.entries()) {
      const outcome = outcomes[index] ?? { kind: 'stale' };
      if (outcome.kind === 'stale') stale.push(write);
      else if (outcome.kind === 'gone') gone.push(write);
      else verdicts.push(ended(context, write, outcome));
    }
  }
  return { verdicts, stale, gone };
}

/** Whatever the calls of a writing came to that ended like this, one of them may be done yet, and bring its numbers back. */
function unanswered(error: unknown): unknown {
  if (!(error instanceof Problem) || error.kind !== 'retry') return error;
  return new Problem({ ...error.toData(), kind: 'outcome-unknown' }, { cause: error });
}

function ended(
  context: Context,
  { placed, quantity, managed, drift }: Write,
  outcome: Extract<LevelOutcome, { kind: 'written' | 'refused' }>,
): Verdict {
  const { id: targetId, level, key } = placed;
  if (outcome.kind === 'refused') {
    const refused = refusalOf(context, outcome.refusal);
    if (refused.kind !== 'rejected') return { of: 'key', key, problem: refused.toData() };
    return settled(placed, { state: 'refused', targetId, quantity, problem: refused.toData() });
  }
  if (managed === false)
    return settled(placed, { state: 'uncounted', targetId, quantity: null, wrote: true });
  return settled(placed, {
    state: level === null ? 'gone' : 'written',
    targetId,
    quantity,
    wrote: true,
    ...(drift === undefined ? {} : { drift }),
  });
}

function refusalOf({ target, now }: Context, refusal: Refusal): Problem {
  const { kind = 'rejected', said, systemCode, retryAfterMs } = refusal;
  return problem(
    kind,
    'level_refused',
    {
      system: target.connector.name,
      said: said.slice(0, maxSaid),
      ...(systemCode === undefined ? {} : { systemCode }),
    },
    {
      connection: target.name,
      ...(retryAfterMs === undefined ? {} : { retryAt: now().getTime() + retryAfterMs }),
    },
  );
}
