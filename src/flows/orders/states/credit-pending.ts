import { big, normalise } from '../../../records/money.ts';
import type { OrderLink } from '../../links.ts';
import { resolvePendingWrite } from '../../write-once.ts';
import { creditReason, creditWrite, endCredit, isWhole } from '../credit/pending-credit.ts';
import { standingOf } from '../difference.ts';
import { goOn, type Turn } from '../state.ts';
import type { OrderWork } from '../work.ts';

/**
 * Finds out what became of a credit that an earlier try began, before anything else is done, whatever the order has given
 * back by now. If it was not made, the order is booked as before, and what is owed is looked at anew.
 */
export async function resolveCredit(work: OrderWork, link: OrderLink): Promise<Turn> {
  const write = creditWrite(work, link);
  // Its step is gone when it was refused, and when a person skipped its task and it was tidied away.
  const isBegun = work.context.steps.get(write.step) !== null;
  const targetId = isBegun ? await resolvePendingWrite(write) : ((await write.find())?.id ?? null);
  endCredit(work, link, targetId !== null);
  if (targetId === null) return goOn();
  const owed = big(link.facts.crediting ?? '0').minus(standingOf(link).givenBack);
  return goOn({ kind: 'done', targetId, reason: creditReason(isWhole(link, normalise(owed))) });
}
