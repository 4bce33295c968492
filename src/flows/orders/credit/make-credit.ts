import type { MadeDocument } from '../../../connectors/contract/target.ts';
import { big, type Decimal, normalise } from '../../../records/money.ts';
import { rejected } from '../../../records/problem.ts';
import type { Outcome } from '../../contract.ts';
import type { OrderLink } from '../../links.ts';
import type { Meant } from '../../meant.ts';
import { writeOnce } from '../../write-once.ts';
import { checkMade } from '../booking/check-made.ts';
import { flagged, givenBack } from '../difference.ts';
import { daysAround, meantOf } from '../document/meant.ts';
import type { OrderWork } from '../work.ts';
import { beginCredit, creditReason, creditWrite, endCredit } from './pending-credit.ts';
import { type CreditPlan, planCredit } from './plan-credit.ts';

type Wanted = Exclude<CreditPlan, { kind: 'refused' | 'stands' }>;

/** Credits what is owed: the whole document where the target can do that, else with a document below zero. */
export async function makeCredit(work: OrderWork, link: OrderLink, owed: Decimal): Promise<Outcome> {
  const { context, endpoints } = work;
  const { target } = endpoints;
  const { api, connector } = context.target;
  const plan = await planCredit(work, link, owed);
  if (plan.kind === 'refused') {
    // What only takes its time is no difference that a person must see.
    throw plan.problem.kind === 'wait' ? plan.problem : flagged(work, link, plan.problem);
  }
  if (plan.kind === 'stands') {
    endCredit(work, beginCredit(work, link, plan), plan.id);
    return { kind: 'done', targetId: plan.id, reason: creditReason(plan.whole) };
  }
  const isDocument = plan.kind === 'document';
  const begun = beginCredit(work, link, {
    upTo: isDocument ? plan.upTo : givenBack(work.order),
    reference: isDocument ? plan.document.reference : '',
    byRate: isDocument ? plan.byRate : null,
  });
  const meant = await meantBy(work, plan, link);
  const write = creditWrite(work, begun, meant);
  let made: MadeDocument | null = await standing(link, write.find);
  made ??= {
    id: await writeOnce({
      ...write,
      create: async () => {
        if (isDocument) made = await target.create(api, target.toWire(plan.document, api.account));
        else if (target.credit) made = await target.credit(api, link.targetId, context.settings.state);
        else throw rejected('credit_unsupported', { system: connector.name });
        return made;
      },
    }),
  };
  endCredit(work, begun, made.id, await checkMade(work, made, meant));
  return { kind: 'done', targetId: made.id, reason: creditReason(plan.kind === 'whole' || plan.whole) };
}

/** Whoever booked an order that was found in the target may have credited it too. */
async function standing(
  { facts }: OrderLink,
  find: () => Promise<{ readonly id: string } | null>,
): Promise<MadeDocument | null> {
  const found = facts.adopted === true ? await find() : null;
  return found && { id: found.id };
}

/** Of the whole document: what it came to, below zero. */
async function meantBy(work: OrderWork, plan: Wanted, { facts }: OrderLink): Promise<Meant> {
  if (plan.kind === 'document') {
    const { document, totals } = plan;
    return meantOf(work, totals, document.customerId, daysAround(document.date));
  }
  const below = (amount: Decimal) => normalise(big(amount).neg());
  return meantOf(work, { gross: below(facts.gross), vat: below(facts.vat) }, '');
}
