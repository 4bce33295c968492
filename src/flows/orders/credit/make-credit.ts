import type { Decimal } from '../../../records/money.ts';
import { rejected } from '../../../records/problem.ts';
import type { Outcome } from '../../contract.ts';
import type { OrderLink } from '../../links.ts';
import { writeOnce } from '../../write-once.ts';
import { flagged } from '../difference.ts';
import type { OrderWork } from '../work.ts';
import { creditDocument } from './credit-document.ts';
import { beginCredit, creditReason, creditWrite, endCredit, isWhole } from './pending-credit.ts';

/** Credits what is owed: the document as a whole where the target can, else by a document below zero. */
export async function makeCredit(work: OrderWork, link: OrderLink, owed: Decimal): Promise<Outcome> {
  const { context, endpoints } = work;
  const { target } = endpoints;
  const { api, connector } = context.target;
  const whole = isWhole(link, owed);
  const booked = await target.get(api, link.targetId);
  if (booked?.draft) throw flagged(work, link, rejected('credit_of_draft', { system: connector.name }));
  const document = whole && target.credit ? null : await creditDocument(work, booked?.customerId ?? '', owed);
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
  return { kind: 'done', targetId, reason: creditReason(whole) };
}
