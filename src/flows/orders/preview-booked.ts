import { big, type Decimal, money } from '../../records/money.ts';
import { type Reason, reason } from '../../records/reason.ts';
import type { Preview, PreviewCheck, PreviewWrite } from '../contract.ts';
import type { OrderLink } from '../links.ts';
import { attempt } from '../preview-attempt.ts';
import { asAftermath, newsOf } from './aftermath/news.ts';
import type { CreditDocument } from './credit/credit-document.ts';
import { type CreditPlan, planCredit } from './credit/plan-credit.ts';
import { differenceOf, flaggedAs, wentOn } from './difference.ts';
import type { OrderWork } from './work.ts';

/** Previews an order that is already booked. `writes` is what it would be booked as if it were new. */
export async function previewBooked(
  work: OrderWork,
  link: OrderLink,
  writes: readonly PreviewWrite[],
): Promise<Pick<Preview, 'skips' | 'writes' | 'problem'> & Partial<Pick<Preview, 'checks' | 'notes'>>> {
  const news = newsOf(work, link);
  // How the order stands there is looked at when it is told: what it can be told is only known then.
  if (news.length > 0 && work.context.settings.aftermath === 'carry') {
    const write = { what: 'document', does: 'update', body: asAftermath(news) } as const;
    return { skips: null, writes: [write], problem: null, checks: [], notes: [] };
  }
  const difference = differenceOf(work, link);
  switch (difference.kind) {
    case 'none': {
      const problem = news.length === 0 ? null : wentOn(work, news).toData();
      return { skips: problem === null ? whyNothing(difference.accepted) : null, writes, problem };
    }
    case 'flag':
      return { skips: null, writes, problem: flaggedAs(work, difference.problem, news).toData() };
    case 'credit': {
      const { value: plan, problem } = await attempt(() => planCredit(work, link, difference.owed));
      if (plan === null) return { skips: null, writes: [], problem };
      if (plan.kind === 'refused') return { skips: null, writes: [], problem: plan.problem.toData() };
      return {
        ...{ skips: null, writes: [creditWrite(work, plan)], problem: null },
        ...(plan.kind === 'document'
          ? { checks: creditChecks(plan, difference.owed, work.order.currency), notes: [] }
          : {}),
      };
    }
  }
}

function whyNothing(accepted: boolean): Reason {
  return accepted ? reason('difference_accepted', {}) : reason('already_booked', {});
}

/** What is credited beside what is owed: the order's own totals are those of its document. */
function creditChecks({ totals }: CreditDocument, owed: Decimal, currency: string): PreviewCheck[] {
  return [{ name: 'gross', expected: money(big(owed).neg(), currency), actual: totals.gross }];
}

/** The target credits a whole document by itself: then there is no body. */
function creditWrite({ context, endpoints }: OrderWork, plan: CreditPlan): PreviewWrite {
  if (plan.kind === 'stands') return { what: 'credit', does: 'adopt', body: null };
  const body =
    plan.kind === 'document' ? endpoints.target.toWire(plan.document, context.target.api.account) : null;
  return { what: 'credit', does: 'create', body };
}
