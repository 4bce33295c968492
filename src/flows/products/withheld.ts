import { problem } from '../../records/problem.ts';
import type { Speaker } from './endpoints.ts';
import { openUnder, type StillOpen } from './place/begun-elsewhere.ts';
import { ownSkus } from './place/source-skus.ts';
import type { KeyPlan, Planned } from './plan-batch.ts';

/** Without products whose SKU another batch told of first: what comes of that is waited for. */
export function withheld(plan: KeyPlan, speaker: Speaker, open: readonly StillOpen[]): KeyPlan {
  if (plan.kind !== 'units') return plan;
  return { ...plan, plans: plan.plans.map((each) => heldBack(each, speaker, open)) };
}

function heldBack(plan: Planned, { target }: Speaker, open: readonly StillOpen[]): Planned {
  if (plan.kind !== 'create') return plan;
  const { unit, draft } = plan;
  const skus = [draft.sku, ...ownSkus(unit.product, false).map(({ sku }) => sku)];
  const other = openUnder(unit, skus, target, open);
  if (other === undefined) return plan;
  const { retryAt } = other;
  return { kind: 'problem', unit, problem: problem('wait', 'outcome_unknown', {}, { retryAt }).toData() };
}
