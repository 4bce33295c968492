/** A product that the source has no longer: it stays in the target, and is switched off there where the settings say so. */
import type { StandingProduct } from '../../connectors/contract/products.ts';
import { asProblem, type ProblemData, problem } from '../../records/problem.ts';
import { reason } from '../../records/reason.ts';
import type { BatchKey, Begun, ListedReport } from '../bulk.ts';
import type { ProductFacts, ProductLink } from '../links.ts';
import type { Context, Endpoints } from './endpoints.ts';
import { short } from './endpoints.ts';
import { withoutTold } from './late-deaths.ts';
import { type Come, comeOf, type Left, leftBegun, leftOf, lookedFor } from './late-making.ts';
import { lateOnUntil, stillLate, withLateOff } from './late-work.ts';
import { noChanges } from './no-changes.ts';
import { linkOfParts, type Unit } from './units.ts';

type Key = BatchKey<ProductLink | null>;
type Gone = Pick<ListedReport, 'outcome' | 'link' | 'begun' | 'notes'>;

/** What becomes of it, without doing it. */
export function isLeftGone(context: Context, { known, asked, begun }: Key): boolean {
  if (known?.facts.variantOf === true) return true;
  if (Object.keys(lookedFor(context, begun)).length > 0) return false;
  return known === null || (known.facts.gone === true && !asked && lateOnUntil(known.facts) === null);
}

export async function reportGone(context: Context, endpoints: Endpoints, each: Key): Promise<Gone> {
  const { known } = each;
  const kept = reason(known === null || known.facts.variantOf ? 'gone' : 'no_longer_there', {});
  if (isLeftGone(context, each)) return { outcome: { kind: 'skipped', reason: kept }, notes: {} };
  const { links, begun, writes, failed } = await allSwitchedOff(context, endpoints, each);
  const { '': single, ...parts } = links;
  const isTakenApart = Object.keys(parts).length > 0;
  const together = isTakenApart ? linkOfParts(links) : (single ?? null);
  const whole = isTakenApart && together !== null && failed.length === 0 ? withGone(together) : together;
  const open = failed[0] ?? (whole && looksAgain(context, whole.facts));
  const stored = { ...(whole === null ? {} : { link: whole }), begun: withoutTold(begun, each.begun, whole) };
  if (open !== null) return { outcome: { kind: 'problem', problem: open }, ...stored, notes: {} };
  return writes
    ? {
        outcome: { kind: 'done', targetId: whole?.targetId ?? '', reason: reason('deactivated', {}) },
        ...stored,
        notes: { target: { active: false } },
      }
    : { outcome: { kind: 'skipped', reason: kept }, ...stored, notes: {} };
}

function withGone({ facts, ...link }: ProductLink): ProductLink {
  return { ...link, facts: { ...facts, gone: true } };
}

interface AllOff extends Pick<SwitchedOff, 'writes'> {
  /** By part, as in `Begun`. */
  readonly links: Readonly<Record<string, ProductLink>>;
  readonly begun: Begun | null;
  readonly failed: readonly ProblemData[];
}

/** What a product is in the target, by part. */
export function partsOf(known: ProductLink | null): Readonly<Record<string, ProductLink>> {
  return known?.facts.apart ?? (known === null ? {} : { '': known });
}

/** Parts that are to be switched off with the product that the source has no longer. */
export function partsGone(
  context: Context,
  { known, begun }: Pick<Key, 'known' | 'begun'>,
): readonly string[] {
  return [...new Set([...Object.keys(partsOf(known)), ...Object.keys(lookedFor(context, begun))])];
}

/** Parts of a product that it has no longer, and that are not off yet. `units`: what it has. */
export function partsLeft(
  context: Context,
  { known, begun }: Pick<Key, 'known' | 'begun'>,
  units: readonly { readonly unit: Unit }[],
): readonly string[] {
  const present = new Set(units.map(({ unit }) => unit.part ?? ''));
  if (present.has('')) return [];
  const links = known?.facts.apart ?? {};
  const sent = lookedFor(context, begun);
  const all = [...new Set([...Object.keys(links), ...Object.keys(sent)])];
  return all.filter((part) => !present.has(part) && (sent[part] !== undefined || !isOff(links[part])));
}

function isOff(link: ProductLink | undefined): boolean {
  return link === undefined || (link.facts.gone === true && lateOnUntil(link.facts) === null);
}

/** All that it is in the target, or may come to be. */
async function allSwitchedOff(
  context: Context,
  endpoints: Endpoints,
  { key, known, begun }: Key,
): Promise<AllOff> {
  const links = { ...partsOf(known) };
  const sent = lookedFor(context, begun);
  const failed: ProblemData[] = [];
  let left = begun;
  let writes = false;
  for (const part of partsGone(context, { known, begun })) {
    const off = await switchedOff(context, endpoints, leftOf({ key, part, links, sent, begun }));
    if (off.link !== null) links[part] = off.link;
    if (off.failed !== null) failed.push(off.failed);
    if (sent[part] !== undefined) left = leftBegun(left, part, off);
    writes ||= off.writes;
  }
  return { links, begun: left, writes, failed };
}

/** It may have been told to be on by a call that is done only now. */
export function looksAgain({ settings }: Context, facts: ProductFacts): ProblemData | null {
  const retryAt = settings.gone === 'deactivate' ? lateOnUntil(facts) : null;
  return retryAt === null ? null : problem('wait', 'outcome_unknown', {}, { retryAt }).toData();
}

/** A product of the target, of one that the source has no longer, after it was switched off there. */
export interface SwitchedOff extends Come {
  readonly writes: boolean;
}

export async function switchedOff(context: Context, endpoints: Endpoints, each: Left): Promise<SwitchedOff> {
  const { link, sent, failed } = await comeOf(context, endpoints, each);
  if (link === null || failed !== null) return { link, sent, writes: false, failed };
  return { sent, ...(await linkSwitchedOff(context, endpoints, each.key, link)) };
}

async function linkSwitchedOff(
  context: Context,
  endpoints: Endpoints,
  key: string,
  link: ProductLink,
): Promise<Omit<SwitchedOff, 'sent'>> {
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
    return {
      link: { ...left, facts: withLateOff(context, endpoints, link.facts, failed, off) },
      writes: false,
      failed,
    };
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
