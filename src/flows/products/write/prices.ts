/** Prices that are all there is to write of their products go together, where the target takes them in lists. */
import type { PriceOutcome } from '../../../connectors/contract/products.ts';
import { asProblem } from '../../../records/problem.ts';
import { tellsFirst } from '../begun.ts';
import type { Context, Endpoints } from '../endpoints.ts';
import type { MeetPlan } from '../plan/plan.ts';
import type { KeyPlan } from '../plan-batch.ts';
import { shownChanges } from './shown.ts';

/** What became of them; those that are not in it were not sent. */
export type SentPrices = ReadonlyMap<MeetPlan, PriceOutcome>;

interface Priced {
  readonly plan: MeetPlan;
  readonly price: string;
}

export async function setPrices(
  { target: { api } }: Context,
  { target }: Endpoints,
  keys: readonly KeyPlan[],
): Promise<SentPrices> {
  const priced = target.setPrices === undefined ? [] : keys.flatMap(pricedIn);
  if (priced.length === 0) return new Map();
  const changes = priced.map(({ plan: { standing }, price }) => ({ standing, price }));
  try {
    const outcomes = (await target.setPrices?.(api, changes)) ?? [];
    return new Map(priced.map(({ plan }, index) => [plan, outcomes[index] ?? 'alone']));
  } catch (error) {
    const problem = asProblem(error).toData();
    return new Map(priced.map(({ plan }) => [plan, problem]));
  }
}

function pricedIn(key: KeyPlan): readonly Priced[] {
  if (key.kind !== 'units') return [];
  return key.plans.flatMap((plan) => {
    if (plan.kind !== 'meet' || tellsFirst(plan)) return [];
    const { fields, ...others } = shownChanges(plan.changes);
    const { price, ...more } = plan.changes.fields;
    const isAlone = fields !== undefined && Object.keys({ ...others, ...more }).length === 0;
    return isAlone && price !== undefined ? [{ plan, price }] : [];
  });
}
