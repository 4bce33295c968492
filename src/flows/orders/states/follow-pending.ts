import type { OrderLink } from '../../links.ts';
import { resolvePendingWrite } from '../../write-once.ts';
import { newsOf } from '../aftermath/news.ts';
import { beingTold, outcomeOf, tell, withTold } from '../aftermath/tell.ts';
import { followStep, goOn, type Turn } from '../state.ts';
import type { OrderWork } from '../work.ts';

/**
 * The target was being told what became of the sale, and nobody heard whether it was. Nothing tells that but the order as it
 * stands there, once the call can no longer be done: the target looks at it itself when it is told again. What the source has
 * taken back meanwhile counts as told: a cancellation that may stand there is then for a person.
 */
export async function resolveFollow(work: OrderWork, link: OrderLink): Promise<Turn> {
  const { context } = work;
  const { searchDelayMs, commitDelayMs } = context.target.connector;
  const step = followStep(context.key);
  await resolvePendingWrite({
    steps: context.steps,
    step,
    settleMs: searchDelayMs,
    commitDelayMs,
    now: () => context.now(),
    find: async () => null,
  });
  const news = context.settings.aftermath === 'carry' ? newsOf(work, link) : [];
  const noted = link.facts.followed ?? [];
  const takenBack = beingTold(context).filter((what) => !news.includes(what) && !noted.includes(what));
  const known = takenBack.length === 0 ? link : withTold(work, link, takenBack);
  if (known !== link) context.links.put('order', context.key, known);
  if (news.length === 0) {
    context.steps.forget(step);
    return goOn();
  }
  const { told } = await tell(work, known, news);
  return goOn(told.length === 0 ? null : outcomeOf(known, told));
}
