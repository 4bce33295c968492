import { big, normalise } from '../../../records/money.ts';
import type { OrderLink } from '../../links.ts';
import { resolvePendingWrite } from '../../write-once.ts';
import { checkMade } from '../booking/check-made.ts';
import { creditReason, creditWrite, endCredit, isWhole, meantByCredit } from '../credit/pending-credit.ts';
import { standingOf } from '../difference.ts';
import { goOn, type Turn } from '../state.ts';
import type { OrderWork } from '../work.ts';

/**
 * Finds out what became of a credit that an earlier try began, before anything else is done, whatever the order has given
 * back by now. If it was not made, the order is booked as before, and what is owed is looked at anew.
 */
export async function resolveCredit(work: OrderWork, link: OrderLink): Promise<Turn> {
  const meant = meantByCredit(work, link);
  const write = creditWrite(work, link, meant);
  // Its step is gone when it was refused, and when a person skipped its task and it was tidied away.
  const isBegun = work.context.steps.get(write.step) !== null;
  const targetId = isBegun ? await resolvePendingWrite(write) : ((await write.find())?.id ?? null);
  if (targetId === null) {
    endCredit(work, link, null);
    return goOn();
  }
  endCredit(work, link, targetId, meant === null ? {} : await checkMade(work, { id: targetId }, meant));
  const owed = big(link.facts.crediting ?? '0').minus(standingOf(link).givenBack);
  return goOn({ kind: 'done', targetId, reason: creditReason(isWhole(link, normalise(owed))) });
}
