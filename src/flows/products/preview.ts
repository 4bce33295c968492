import { money } from '../../records/money.ts';
import { rejected } from '../../records/problem.ts';
import { type Reason, reason } from '../../records/reason.ts';
import type { Preview, PreviewCheck, PreviewWrite } from '../contract.ts';
import { problemsOfMet } from './conflicts.ts';
import { type Context, type Endpoints, reverseOf, type Speaker } from './endpoints.ts';
import { isLeftGone } from './gone.ts';
import { type Planned, planBatch } from './plan-batch.ts';
import type { Key } from './read-batch.ts';
import { areOne } from './saying/prices.ts';
import { shownChanges } from './write/shown.ts';

/** Does what a run does up to the first write. Pictures are not fetched. */
export async function previewProduct(context: Context, endpoints: Endpoints, key: Key): Promise<Preview> {
  const { keys, speaker } = await planBatch(context, endpoints, reverseOf(context), [key]);
  const shown: Preview = { source: null, skips: null, writes: [], checks: [], problem: null };
  const [plan] = keys;
  switch (plan?.kind) {
    case undefined:
      throw rejected('product_gone', {});
    case 'gone':
      if (key.known === null) throw rejected('product_gone', {});
      return { ...shown, ...goneAs(context, key) };
    case 'skip':
      return { ...shown, source: plan.product, skips: plan.reason };
    case 'problem':
      return { ...shown, source: plan.product, problem: plan.problem };
    case 'units': {
      const { product, plans } = plan;
      return {
        source: product,
        skips: plans.every((each) => skipOf(each) !== null) ? (plans.map(skipOf)[0] ?? null) : null,
        writes: plans.flatMap((each) => writesOf(each)),
        checks: plans.flatMap((each) => checksOf(speaker, each)),
        problem: plans.flatMap((each) => problemsOf(speaker, each))[0] ?? null,
      };
    }
  }
}

function goneAs(context: Context, key: Key): Pick<Preview, 'skips' | 'writes'> {
  if (context.settings.gone === 'keep' || isLeftGone(context, key))
    return { skips: reason('no_longer_there', {}), writes: [] };
  return { skips: null, writes: [{ what: 'product', does: 'update', body: { fields: { active: false } } }] };
}

function skipOf(plan: Planned): Reason | null {
  if (plan.kind === 'known') return reason('nothing_new', {});
  if (plan.kind === 'leave') return reason('not_created', {});
  return plan.kind === 'meet' && !plan.writes && plan.how === 'linked' ? reason('nothing_new', {}) : null;
}

function writesOf(plan: Planned): PreviewWrite[] {
  switch (plan.kind) {
    case 'problem':
      return [];
    case 'leave':
      return [{ what: 'product', does: 'skip', body: null }];
    case 'known':
      return [{ what: 'product', does: 'use', body: null }];
    case 'create':
      return [{ what: 'product', does: 'create', body: plan.body }];
    case 'meet': {
      const does = plan.writes ? 'update' : plan.how === 'linked' ? 'use' : 'adopt';
      return [{ what: 'product', does, body: plan.writes ? shownChanges(plan.changes) : null }];
    }
  }
}

function problemsOf(speaker: Speaker, plan: Planned) {
  if (plan.kind === 'problem') return [plan.problem];
  if (plan.kind === 'meet') return problemsOfMet(speaker, plan);
  return plan.kind === 'create' ? plan.saying.problems : [];
}

/**
 * Prices of the source, and what those of the target are worth there; the cents that rounding takes are none. Two that are at rest are one, though
 * each side may take VAT by a rate of its own.
 */
function checksOf({ traits: { currency } }: Speaker, plan: Planned): PreviewCheck[] {
  if (plan.kind !== 'create' && plan.kind !== 'meet') return [];
  const { pricing, prices } = plan.saying;
  if (pricing === null) return [];
  return Object.entries(prices).map(([name, pair]) => {
    const expected = money(pair.from, currency);
    const isAtRest =
      plan.kind === 'meet' && plan.settled.has(name) && !Object.hasOwn(plan.changes.fields, name);
    const isRight = isAtRest || areOne(pricing, pair, currency);
    return { name, expected, actual: isRight ? expected : money(pricing.back(pair.to), currency) };
  });
}
