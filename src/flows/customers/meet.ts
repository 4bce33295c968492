/** A customer of the source meets its record in the target: what is written there, and what a person has to decide. */
import type { CustomerTarget, ExistingCustomer, Parts } from '../../connectors/contract/target.ts';
import { sentTo } from '../begun-update.ts';
import type { FlowContext, Step } from '../contract.ts';
import { isBroughtBack, standingAsSent } from '../late-parts.ts';
import type { CustomerLink, LateWork } from '../links.ts';
import { type Bases, type Fingerprint, isUnmoved, merge, saidAs, type Verdict } from '../merge.ts';
import { commitDelayMsOf } from '../write-once.ts';
import { lateAfterLook, lateWork } from './late-work.ts';
import { recordKey } from './record/links.ts';
import { updateStep } from './record/write-customer.ts';
import { type Saying, shortFingerprint } from './saying.ts';
import type { CustomersSettings } from './settings.ts';
import { isLeftDifferent, reverseOf } from './way-back.ts';
import { withItsKind } from './with-its-kind.ts';

type Context = FlowContext<CustomersSettings>;

/** The task that began a write looks again itself, after growing times. */
const lookAgainMs = 30_000;

export interface Met {
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** Parts to be written, or to be emptied. */
  readonly writes: ReadonlySet<string>;
  /** Parts that both sides changed. */
  readonly conflicts: readonly string[];
  /** Parts of what stands there that an earlier try has written, in the target's own form. */
  readonly ours: ReadonlySet<string>;
  /** Parts that an earlier try has written, as it sent them, and that are to be written once more. */
  readonly done: Bases;
  readonly stands: Parts;
  readonly bases: Bases;
  /** Parts of the record of the source that an old write of the way back has only now brought back: they are no news. */
  readonly broughtBack: readonly string[];
  /** What may still be done, or was found, of late work of either direction after this look at both; null: nothing. */
  readonly late: { readonly own: LateWork | null; readonly back: LateWork | null };
  /** Epoch ms: the way back is writing to the record of the source, which is to be read again then. Null where it is not. */
  readonly busyUntil: number | null;
}

interface Pair {
  readonly saying: Saying;
  readonly existing: ExistingCustomer;
  /** The record of the source as it stands there; null where nothing goes back. */
  readonly standing: ExistingCustomer | null;
  /** What is known of the pair. */
  readonly bases: Bases;
  /** What a write sent that may have happened; null where none is under way. */
  readonly begun: Bases | null;
  /** What earlier writes sent that may be done only now. */
  readonly late: readonly Bases[];
}

export async function meet(context: Context, target: CustomerTarget, pair: Pair): Promise<Met> {
  const { named, reverse, settings } = context;
  const { saying, existing, bases, begun, late } = pair;
  const { said, speaks } = saying;
  const stands = target.partsIn(existing);
  const fingerprint = shortFingerprint(context);
  const insists = named && reverse === null;
  const sent = [...late, ...(begun === null ? [] : [begun])];
  const found = await merge({ said, stands, bases, speaks, leads: true, insists, begun, late, fingerprint });
  const judgements = new Map<string, Verdict>();
  const broughtBack: string[] = [];
  for (const [part, verdict] of found) {
    const judged = await judge(context, pair, part, verdict, stands);
    judgements.set(part, judged === 'brought back' ? 'kept' : judged);
    if (judged === 'brought back') broughtBack.push(part);
  }
  const verdicts = withItsKind({ verdicts: judgements, said, stands, broughtBack });
  const those = (...kinds: readonly Verdict[]) =>
    [...verdicts].filter(([, verdict]) => kinds.includes(verdict)).map(([part]) => part);
  const follows = settings.conflicts === 'source';
  return {
    verdicts,
    writes: new Set(follows ? those('write', 'clear', 'conflict') : those('write', 'clear')),
    conflicts: follows ? [] : those('conflict'),
    done: await standingAsSent(sent, stands, those('write', 'clear'), fingerprint),
    ours: new Set(begun === null ? [] : those('same')),
    stands,
    bases,
    broughtBack,
    late: await lateOfBoth(context, pair, stands),
    // What this flow has begun itself comes first: two must not wait for each other.
    busyUntil: begun === null ? busyUntil(context, existing, those('write', 'clear', 'conflict')) : null,
  };
}

async function lateOfBoth(
  context: Context,
  { existing, standing }: Pair,
  stands: Parts,
): Promise<Met['late']> {
  const { key, links } = context;
  const reverse = reverseOf(context);
  const fingerprint = shortFingerprint(context);
  const now = context.now();
  const own = await lateAfterLook(
    links.get('customer', recordKey(key)),
    existing.id,
    stands,
    fingerprint,
    now,
  );
  if (reverse === null || standing === null) return { own, back: null };
  const link = reverse.flow.links.get('customer', recordKey(existing.id));
  const back = await lateAfterLook(link, key, reverse.target.partsIn(standing), fingerprint, now);
  return { own, back };
}

/** What the way back knows of a part may end a difference, or make one. */
async function judge(
  context: Context,
  pair: Pair,
  part: string,
  verdict: Verdict,
  stands: Parts,
): Promise<Verdict | 'brought back'> {
  const { existing, standing, bases } = pair;
  if (standing === null || verdict === 'same' || verdict === 'kept') return verdict;
  if (await isOnlyBroughtBack(context, pair, part)) {
    // Where both have an old value the newest one is nowhere any more.
    const isThere = await isUnmoved(bases[part], stands[part], shortFingerprint(context));
    return isThere ? 'brought back' : 'conflict';
  }
  const isLeft = verdict === 'conflict' && (await isLeftDifferent(context, standing, existing, part));
  return isLeft ? 'kept' : verdict;
}

/** Whether the source says something that is not known yet, or has taken something away. */
export async function hasNews(
  { said, speaks }: Saying,
  bases: Bases,
  fingerprint: Fingerprint,
): Promise<boolean> {
  for (const part of new Set([...Object.keys(said), ...speaks])) {
    if ((await saidAs(said[part], fingerprint)) !== (bases[part]?.said ?? '')) return true;
  }
  return false;
}

/** What is known of a pair, where the link is of just that pair. */
export function basesWith(own: CustomerLink | null, targetId: string): Bases {
  return (own?.targetId === targetId ? own.facts.bases : undefined) ?? {};
}

/**
 * What an update sent to this record that may have happened, as far as it is not noted in the bases yet; null where nothing is left of it.
 * A step of a version of before does not tell its parts.
 */
export function begunBy(step: Step | null, targetId: string, bases: Bases): Bases | null {
  const sent = sentTo(targetId, step);
  if (sent === null) return null;
  const open = Object.entries(sent).filter(([part, { said }]) => bases[part]?.said !== said);
  return open.length === 0 && Object.keys(sent).length > 0 ? null : Object.fromEntries(open);
}

async function isOnlyBroughtBack(
  context: Context,
  { existing, standing, saying: { said }, bases }: Pair,
  part: string,
): Promise<boolean> {
  const reverse = reverseOf(context);
  if (reverse === null || standing === null) return false;
  const late = lateWork(reverse.flow.links.get('customer', recordKey(existing.id)), context.key);
  const there = reverse.target.partsIn(standing);
  return isBroughtBack(part, { said, bases, there, late }, shortFingerprint(context));
}

/**
 * Returns when to look again, where the way back may be writing one of these parts to the record of the source just now: what
 * that says then is not what anybody said. Null where it is not.
 */
function busyUntil(context: Context, existing: ExistingCustomer, parts: readonly string[]): number | null {
  const { reverse, key, now, stepsBack } = context;
  const step = stepsBack.get(updateStep(existing.id));
  const endsAt = (step?.intendedAt ?? 0) + commitDelayMsOf(context.source.connector);
  if (reverse === null || step === null || now().getTime() >= endsAt) return null;
  const known = basesWith(reverse.links.get('customer', recordKey(existing.id)), key);
  const open = begunBy(step, key, known) ?? {};
  return parts.some((part) => open[part] !== undefined) ? now().getTime() + lookAgainMs : null;
}
