/** Prices that are all there is to write of their products go together, where the target takes them in lists. */
import type { PriceOutcome } from '../../../connectors/contract/products.ts';
import { withWords, wordsOf } from '../../../records/own-words.ts';
import { asProblem, Problem } from '../../../records/problem.ts';
import { tellsFirst } from '../begun.ts';
import type { Context, Endpoints } from '../endpoints.ts';
import type { MeetPlan } from '../plan/plan.ts';
import type { KeyPlan, Planned } from '../plan-batch.ts';
import { shownChanges } from './shown.ts';

/** What became of them; those that are not in it were not sent. */
export type SentPrices = ReadonlyMap<MeetPlan, PriceOutcome>;

interface Priced {
  readonly plan: MeetPlan;
  readonly price: string;
}

export async function setPrices(
  { target: { api, name } }: Context,
  { target }: Endpoints,
  keys: readonly KeyPlan[],
): Promise<SentPrices> {
  const sent = new Map<MeetPlan, PriceOutcome>();
  const priced = target.setPrices === undefined ? [] : keys.flatMap(pricedIn);
  const { batchSize = priced.length } = target;
  let isAway: Problem | null = null;
  for (let start = 0; start < priced.length; start += batchSize) {
    const some = priced.slice(start, start + batchSize);
    const changes = some.map(({ plan: { standing }, price }) => ({ standing, price }));
    try {
      // What is away for one list is not asked for the next.
      if (isAway !== null) throw isAway;
      const outcomes = (await target.setPrices?.(api, changes)) ?? [];
      for (const [index, { plan }] of some.entries())
        sent.set(plan, ofTarget(outcomes[index] ?? 'alone', name));
    } catch (error) {
      const failed = asProblem(error);
      const isRefused = failed.kind === 'rejected';
      if (!isRefused) isAway = failed;
      // A list is refused for one of its rows, or for a reason that each product is told of by itself.
      for (const { plan } of some) sent.set(plan, isRefused ? 'alone' : failed);
    }
  }
  return sent;
}

/** A refusal of one price names the connection that it is of, as those of calls do. */
function ofTarget(outcome: PriceOutcome, connection: string): PriceOutcome {
  if (typeof outcome === 'string' || outcome.connection !== undefined) return outcome;
  return withWords(new Problem({ ...outcome.toData(), connection }), wordsOf(outcome));
}

/** What the target said of those prices of a product that it refused; empty where it said nothing. */
export function saidOfPrices(prices: SentPrices, plans: readonly Planned[]): string {
  const said = plans.flatMap((plan) => {
    const outcome = plan.kind === 'meet' ? prices.get(plan) : undefined;
    return outcome instanceof Problem ? [wordsOf(outcome)] : [];
  });
  return said.filter((each) => each !== '').join('; ');
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
