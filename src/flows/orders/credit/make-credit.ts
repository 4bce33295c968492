import type { Decimal } from '../../../records/money.ts';
import { rejected } from '../../../records/problem.ts';
import type { Outcome } from '../../contract.ts';
import type { OrderLink } from '../../links.ts';
import { writeOnce } from '../../write-once.ts';
import { flagged } from '../difference.ts';
import type { OrderWork } from '../work.ts';
import { beginCredit, creditReason, creditWrite, endCredit } from './pending-credit.ts';
import { planCredit } from './plan-credit.ts';

/** Credits what is owed: the whole document where the target can do that, else with a document below zero. */
export async function makeCredit(work: OrderWork, link: OrderLink, owed: Decimal): Promise<Outcome> {
  const { context, endpoints } = work;
  const { target } = endpoints;
  const { api, connector } = context.target;
  const plan = await planCredit(work, link, owed);
  if (plan.kind === 'refused') throw flagged(work, link, plan.problem);
  const document = plan.kind === 'document' ? plan.document : null;
  const begun = beginCredit(work, link, document?.reference ?? '');
  const targetId = await writeOnce({
    ...creditWrite(work, begun),
    create: async () => {
      if (document) return target.create(api, target.toWire(document, api.account));
      if (target.credit) return target.credit(api, link.targetId, context.settings.state);
      throw rejected('credit_unsupported', { system: connector.name });
    },
  });
  endCredit(work, begun, true);
  return { kind: 'done', targetId, reason: creditReason(plan.kind === 'whole' || plan.whole) };
}
