import { personalWords } from '../../records/customer.ts';
import { Problem } from '../../records/problem.ts';
import type { Outcome } from '../contract.ts';
import { asFarAsKnown, bodyAsFarAsKnown } from './document/as-far-as-known.ts';
import { asItStands } from './endpoints.ts';
import { withoutOrder } from './gone.ts';
import { readOrder } from './read-order.ts';
import { stateOf, type Turn } from './state.ts';
import { reconcile } from './states/booked.ts';
import { resumeCreate } from './states/create-pending.ts';
import { resolveCredit } from './states/credit-pending.ts';
import { resolveFollow } from './states/follow-pending.ts';
import { bookNew } from './states/new.ts';
import { type Context, type Endpoints, type OrderWork, orderWork } from './work.ts';

/** One order from source to target, until it is at rest. Repeating it at any moment is safe. */
export async function runOrder(context: Context, endpoints: Endpoints): Promise<Outcome> {
  const order = await readOrder(context, endpoints);
  if (!order) return withoutOrder(context);
  context.keep('source', order);
  const work = await orderWork(context, endpoints, order);
  // This comes before anything can end the task: the activity keeps what was read, and erasing must find it.
  context.about(work.emailFingerprint, personalWords(order.customer, order.delivery));
  const skus = order.lines.flatMap(({ sku }) => sku ?? []);
  // Once as it arrives, and once more when it is known at both ends: in between it is taken off as one that is on its way.
  context.sold(skus);
  try {
    const outcome = await context.exclusive(`order:${context.key}`, () => untilAtRest(work));
    context.sold(skus);
    return outcome;
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
}

async function untilAtRest(work: OrderWork): Promise<Outcome> {
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
