/** What is to be told of each product before a batch carries its plans out. */
import type { Begun } from '../bulk.ts';
import { begunOrNone } from '../left-begun.ts';
import type { ProductLink } from '../links.ts';
import { begunBy, begunOfAll, isWriting } from './begun.ts';
import { type Context, type Speaker, short } from './endpoints.ts';
import { isLeftGone, partsGone, partsLeft, partsOf } from './gone.ts';
import { withUpdate } from './late-deaths.ts';
import { sentByOff } from './late-sent.ts';
import type { KeyPlan } from './plan-batch.ts';
import { noFacts } from './units.ts';

/** By key; what was begun before stays begun until the report. What its calls may do is counted from the end of the lease at the latest. */
export async function intentsOf(
  context: Context,
  speaker: Speaker,
  keys: readonly KeyPlan[],
): Promise<ReadonlyMap<string, Begun>> {
  const intents = new Map<string, Begun>();
  for (const each of keys) {
    const intent = await intentOf(context, speaker, each);
    if (intent !== null) intents.set(each.each.key, intent);
  }
  return intents;
}

/** Null: nothing is written of it. */
async function intentOf(context: Context, speaker: Speaker, plan: KeyPlan): Promise<Begun | null> {
  switch (plan.kind) {
    case 'gone': {
      const parts = isLeftGone(context, plan.each) ? [] : partsGone(context, plan.each);
      return parts.length === 0
        ? null
        : withSwitchedOff(context, speaker, plan.each.known, plan.each.begun, parts);
    }
    case 'units':
      return intentOfUnits(context, speaker, plan);
    default:
      return null;
  }
}

async function intentOfUnits(
  context: Context,
  speaker: Speaker,
  { each, plans }: KeyPlan & { readonly kind: 'units' },
): Promise<Begun | null> {
  const { leaseEndsAt } = context;
  const units = await Promise.all(
    plans.map(async (plan) => ({ unit: plan.unit, begun: await begunBy(plan, speaker, leaseEndsAt) })),
  );
  const begun = begunOfAll(each.begun, units);
  const parts = partsLeft(context, { known: each.known, begun }, units);
  const isAny = plans.some(isWriting) || parts.length > 0;
  return isAny ? withSwitchedOff(context, speaker, each.known, begun, parts) : null;
}

/** Beside what is begun, that these parts are switched off, where the settings say so. */
async function withSwitchedOff(
  context: Context,
  { traits }: Speaker,
  known: ProductLink | null,
  begun: Begun | null,
  parts: readonly string[],
): Promise<Begun | null> {
  if (context.settings.gone !== 'deactivate' || parts.length === 0) return begun;
  const { products = {}, pictures = {}, updates = {} } = begun ?? {};
  const off = await short(context)(false);
  const links = partsOf(known);
  const told = parts.map((part) => {
    const sent = sentByOff(off, links[part]?.facts ?? noFacts, traits);
    return [part, withUpdate(updates[part] ?? [], sent, context.leaseEndsAt)] as const;
  });
  return begunOrNone({ products, pictures, updates: { ...updates, ...Object.fromEntries(told) } });
}
