/** A product that the source has no longer: it stays in the target, and is switched off there where the settings say so. */
import { reason } from '../../records/reason.ts';
import type { BatchKey, ListedReport } from '../bulk.ts';
import type { ProductFacts, ProductLink } from '../links.ts';
import type { Context, Endpoints } from './endpoints.ts';
import { short } from './endpoints.ts';
import { noChanges } from './no-changes.ts';

type Key = BatchKey<ProductLink | null>;
type Gone = Pick<ListedReport, 'outcome' | 'link' | 'notes'>;

/** What becomes of it, without doing it. */
export function isLeftGone({ known, asked }: Key): boolean {
  return known === null || known.facts.variantOf === true || (known.facts.gone === true && !asked);
}

export async function reportGone(context: Context, endpoints: Endpoints, each: Key): Promise<Gone> {
  const { known } = each;
  const kept = reason(known === null || known.facts.variantOf ? 'gone' : 'no_longer_there', {});
  if (known === null || isLeftGone(each)) return { outcome: { kind: 'skipped', reason: kept }, notes: {} };
  const parts = Object.entries(known.facts.apart ?? {});
  const isTakenApart = parts.length > 0;
  let switchedOff = 0;
  const off = async (link: ProductLink): Promise<ProductLink> => {
    const { active, writes } = await switchOff(context, endpoints, each.key, link);
    if (writes) switchedOff += 1;
    return { ...link, fingerprint: '', facts: goneFacts(link.facts, active) };
  };
  const apart: Record<string, ProductLink> = {};
  for (const [part, link] of parts) apart[part] = await off(link);
  const whole = isTakenApart
    ? { ...known, facts: { ...known.facts, gone: true as const, apart } }
    : await off(known);
  return switchedOff > 0
    ? {
        outcome: { kind: 'done', targetId: known.targetId, reason: reason('deactivated', {}) },
        link: whole,
        notes: { target: { active: false } },
      }
    : { outcome: { kind: 'skipped', reason: kept }, link: whole, notes: {} };
}

interface SwitchedOff {
  /** The fingerprint of what is said of it, for whoever comes back; null where nothing is. */
  readonly active: string | null;
  readonly writes: boolean;
}

const leftOn: SwitchedOff = { active: null, writes: false };

/** What is off already may have been switched off by a run that could not tell of it: that is said of it all the same. */
export async function switchOff(
  context: Context,
  { target }: Endpoints,
  key: string,
  { targetId }: ProductLink,
): Promise<SwitchedOff> {
  if (context.settings.gone !== 'deactivate' || targetId === '') return leftOn;
  const owners = await context.linkedTo('product', [targetId]);
  // Another product of the source has taken its place.
  if ((owners.get(targetId) ?? []).some((owner) => owner !== key)) return leftOn;
  const { api } = context.endsFor(key).target;
  const standing = await target.get(api, targetId);
  if (standing === null) return leftOn;
  const writes = standing.product.active;
  if (writes) await target.update(api, standing, { ...noChanges, fields: { active: false } });
  return { active: await short(context)(false), writes };
}

/** `active`: what is said of it now, and stands there; null where nothing is. */
export function goneFacts(facts: ProductFacts, active: string | null): ProductFacts {
  if (active === null) return { ...facts, gone: true };
  const { said, stood } = facts;
  return {
    ...{ ...facts, gone: true, said: { ...said, active } },
    ...(stood === undefined ? {} : { stood: { ...stood, active } }),
  };
}
