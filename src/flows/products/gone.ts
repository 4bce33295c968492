/** A product that the source has no longer: it stays in the target, and is switched off there where the settings say so. */
import type { StandingProduct } from '../../connectors/contract/products.ts';
import { asProblem, type ProblemData, problem } from '../../records/problem.ts';
import { reason } from '../../records/reason.ts';
import type { BatchKey, ListedReport } from '../bulk.ts';
import type { ProductFacts, ProductLink } from '../links.ts';
import type { Context, Endpoints } from './endpoints.ts';
import { short } from './endpoints.ts';
import { lateOnUntil, stillLate, withLateOff } from './late-work.ts';
import { noChanges } from './no-changes.ts';

type Key = BatchKey<ProductLink | null>;
type Gone = Pick<ListedReport, 'outcome' | 'link' | 'notes'>;

/** What becomes of it, without doing it. */
export function isLeftGone({ known, asked }: Key): boolean {
  if (known === null || known.facts.variantOf === true) return true;
  return known.facts.gone === true && !asked && lateOnUntil(known.facts) === null;
}

export async function reportGone(context: Context, endpoints: Endpoints, each: Key): Promise<Gone> {
  const { known } = each;
  const kept = reason(known === null || known.facts.variantOf ? 'gone' : 'no_longer_there', {});
  if (known === null || isLeftGone(each)) return { outcome: { kind: 'skipped', reason: kept }, notes: {} };
  const parts = Object.entries(known.facts.apart ?? {});
  const isTakenApart = parts.length > 0;
  let switchedOffNow = 0;
  const failed: ProblemData[] = [];
  const off = async (link: ProductLink): Promise<ProductLink> => {
    const { link: now, writes, failed: why } = await switchedOff(context, endpoints, each.key, link);
    if (writes) switchedOffNow += 1;
    if (why !== null) failed.push(why);
    return now;
  };
  const apart: Record<string, ProductLink> = {};
  for (const [part, link] of parts) apart[part] = await off(link);
  const whole = isTakenApart
    ? { ...known, facts: { ...known.facts, ...(failed.length > 0 ? {} : { gone: true as const }), apart } }
    : await off(known);
  const open = failed[0] ?? looksAgain(context, whole.facts);
  if (open !== null) return { outcome: { kind: 'problem', problem: open }, link: whole, notes: {} };
  return switchedOffNow > 0
    ? {
        outcome: { kind: 'done', targetId: known.targetId, reason: reason('deactivated', {}) },
        link: whole,
        notes: { target: { active: false } },
      }
    : { outcome: { kind: 'skipped', reason: kept }, link: whole, notes: {} };
}

/** It may have been told to be on by a call that is done only now. */
export function looksAgain({ settings }: Context, facts: ProductFacts): ProblemData | null {
  const retryAt = settings.gone === 'deactivate' ? lateOnUntil(facts) : null;
  return retryAt === null ? null : problem('wait', 'outcome_unknown', {}, { retryAt }).toData();
}

/** A product of the target, of one that the source has no longer, after it was switched off there. */
export interface SwitchedOff {
  readonly link: ProductLink;
  readonly writes: boolean;
  /** Why it may not be off. */
  readonly failed: ProblemData | null;
}

export async function switchedOff(
  context: Context,
  endpoints: Endpoints,
  key: string,
  link: ProductLink,
): Promise<SwitchedOff> {
  const left = { ...link, fingerprint: '' };
  let standing: StandingProduct | null;
  try {
    standing = await toSwitchOff(context, endpoints, key, link);
  } catch (error) {
    return { link: left, writes: false, failed: asProblem(error).toData() };
  }
  const off = await short(context)(false);
  const writes = standing?.product.active === true;
  try {
    if (standing !== null && writes) {
      const { api } = context.endsFor(key).target;
      await endpoints.target.update(api, standing, { ...noChanges, fields: { active: false } });
    }
  } catch (error) {
    const failed = asProblem(error).toData();
    return { link: { ...left, facts: withLateOff(context, link.facts, failed, off) }, writes: false, failed };
  }
  const { late: _late, ...facts } = link.facts;
  // What is off already may have been switched off by a run that could not tell of it: that is said of it all the same.
  const gone = goneFacts(facts, standing === null ? null : off);
  return {
    link: { ...left, facts: { ...gone, ...stillLate(link.facts, context.now()) } },
    writes,
    failed: null,
  };
}

/** As it stands there; null where it is left as it is. */
async function toSwitchOff(
  context: Context,
  { target }: Endpoints,
  key: string,
  { targetId }: ProductLink,
): Promise<StandingProduct | null> {
  if (context.settings.gone !== 'deactivate' || targetId === '') return null;
  const owners = await context.linkedTo('product', [targetId]);
  // Another product of the source has taken its place.
  if ((owners.get(targetId) ?? []).some((owner) => owner !== key)) return null;
  return target.get(context.endsFor(key).target.api, targetId);
}

/** `active`: what is said of it now, and stands there; null where nothing is. */
function goneFacts(facts: ProductFacts, active: string | null): ProductFacts {
  if (active === null) return { ...facts, gone: true };
  const { said, stood } = facts;
  return {
    ...{ ...facts, gone: true, said: { ...said, active } },
    ...(stood === undefined ? {} : { stood: { ...stood, active } }),
  };
}
