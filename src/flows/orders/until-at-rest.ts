import { Problem } from '../../records/problem.ts';
import type { Outcome } from '../contract.ts';
import { asFarAsKnown, bodyAsFarAsKnown } from './document/as-far-as-known.ts';
import { keptLines } from './document/paired-lines.ts';
import { keepNotes } from './document/rounding-notes.ts';
import { asItStands } from './endpoints.ts';
import { stateOf, type Turn } from './state.ts';
import { reconcile } from './states/booked.ts';
import { resumeCreate } from './states/create-pending.ts';
import { resolveCredit } from './states/credit-pending.ts';
import { resolveFollow } from './states/follow-pending.ts';
import { bookNew } from './states/new.ts';
import type { OrderWork } from './work.ts';

/** Turns the switch until the order is at rest, alone under the order's lock, which the caller holds. */
export async function untilAtRest(work: OrderWork): Promise<Outcome> {
  try {
    return await turns(work);
  } catch (error) {
    if (error instanceof Problem) await keepPlanned(work);
    throw error;
  }
}

/** Whoever looks at an order that failed sees what it would have become. */
async function keepPlanned(work: OrderWork): Promise<void> {
  const { context } = work;
  if (context.links.get('order', context.key) !== null) return;
  const known = await asFarAsKnown(work);
  if (known === null) return;
  context.keep('planned', await bodyAsFarAsKnown(work, known.document));
  context.keep('totals', known.totals);
  context.keep('document', keptLines(known.document.lines));
  keepNotes(work, known);
}

async function turns(work: OrderWork): Promise<Outcome> {
  let told: Outcome | null = null;
  for (;;) {
    const { outcome, atRest } = await turn(await asItStands(work));
    if (outcome !== null && (told === null || isMore(outcome))) told = outcome;
    if (atRest && told !== null) return told;
  }
}

/** The task tells what was done last, or why there was nothing to do. Telling the target of a sale is part of booking it. */
function isMore({ kind, reason }: Outcome): boolean {
  return kind === 'done' && reason.code !== 'went_on';
}

/** Does what the order's present state asks for. */
export function turn(work: OrderWork): Promise<Turn> {
  const state = stateOf(work.context);
  switch (state.kind) {
    case 'new':
      return bookNew(work);
    case 'create-pending':
      return resumeCreate(work, state.link);
    case 'booked':
      return reconcile(work, state.link);
    case 'credit-pending':
      return resolveCredit(work, state.link);
    case 'follow-pending':
      return resolveFollow(work, state.link);
  }
}
