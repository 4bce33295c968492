/** What customers know of calls that may be done late: of creates that others have begun, and of updates. */
import type { Connector } from '../../connectors/contract/connector.ts';
import type { Parts } from '../../connectors/contract/target.ts';
import { canonicalJson } from '../../records/canonical-json.ts';
import { type Problem, problem } from '../../records/problem.ts';
import { sentTo } from '../begun-update.ts';
import type { BegunCall, FlowContext } from '../contract.ts';
import { joined, partsAfterLook, withSent } from '../late-parts.ts';
import type { CustomerLink, LateWork, Links } from '../links.ts';
import type { Bases, Fingerprint } from '../merge.ts';
import { commitDelayMsOf } from '../write-once.ts';
import { intendUnlinked, lateUnlinked } from './record/late-unlinked.ts';
import { type CustomerKeys, ownerOf, recordKey } from './record/links.ts';
import { updateStep } from './record/write-customer.ts';

/** Whoever has begun to make a customer may itself have to wait for a system that does not answer: for a day, until a person is asked. */
const maxDelayMs = 86_400_000;
const minPauseMs = 60_000;

/** `name`: of its step, which is waited for by it; left out where another integration has begun it. */
interface Awaited {
  readonly name?: string;
  readonly step: BegunCall;
}

/**
 * Somebody else has begun to make this customer, and does not know yet what became of it: the record waits for the end of that step, and
 * looks by itself the more seldom the longer nothing is heard. Who has left it at that is not waited for: only what it sent may still be done. Null where it is not worth while to wait any longer.
 */
export function waitForCreate({ name, step }: Awaited, connector: Connector, now: Date): Problem | null {
  const delayMs = step.isLeft ? connector.searchDelayMs : maxDelayMs;
  const endsAt = step.intendedAt + commitDelayMsOf(connector) + delayMs;
  const time = now.getTime();
  if (time >= endsAt) return null;
  const retryAt = Math.min(endsAt, time + Math.max(minPauseMs, time - step.intendedAt));
  return problem('wait', 'outcome_unknown', {}, { retryAt, ...(name === undefined ? {} : { awaits: name }) });
}

/** What may have been done of what this link's flow has sent to that record. */
export function lateWork(link: CustomerLink | null, targetId: string): readonly Bases[] {
  return lateOf(link, targetId)?.sent ?? [];
}

/** The same with its time. The link may be of a record that this one has taken the place of: what was sent there is nothing of this one. */
export function lateOf(link: CustomerLink | null, targetId: string): LateWork | undefined {
  return link?.targetId === targetId ? link.facts.late : undefined;
}

type Journal = Pick<FlowContext, 'key' | 'links' | 'steps' | 'target' | 'now'>;

/**
 * What may be done there of what others have sent: orders, whoever met it before there was a link, and the record of the source that had it
 * before this one. That is gone, and looks no more.
 */
export function lateOfOthers(context: Journal, keys: CustomerKeys, targetId: string): LateWork | undefined {
  const owner = ownerOf(context.links, keys, targetId);
  const before = owner === null || owner === context.key ? undefined : lateOfFormer(context, owner, targetId);
  return joined(lateUnlinked(context, keys, targetId) ?? undefined, before);
}

function lateOfFormer(
  { links, steps, target: { connector }, now }: Journal,
  owner: string,
  targetId: string,
): LateWork | undefined {
  const known = lateOf(links.get('customer', recordKey(owner)), targetId);
  const step = steps.get(updateStep(owner));
  const sent = sentTo(targetId, step);
  const late =
    step === null || sent === null ? known : withSent(known, step, sent, { connector, now: now() });
  return late !== undefined && late.until > now().getTime() ? late : undefined;
}

/** When the record is to be looked at for it, in epoch milliseconds; null: nothing may still be done. */
export function lateUntil({ key, links }: Pick<FlowContext, 'key' | 'links'>): number | null {
  return links.get('customer', recordKey(key))?.facts.late?.until ?? null;
}

/** What is left of that after a look at the record that it was sent to, which has `stands`; null: nothing. */
export function lateAfterLook(
  link: CustomerLink | null,
  targetId: string,
  stands: Parts,
  fingerprint: Fingerprint,
  now: Date,
): Promise<LateWork | null> {
  return partsAfterLook(lateOf(link, targetId), stands, fingerprint, now);
}

/** Keeps what a look has left of it. */
export function noteLook(links: Links, sourceId: string, targetId: string, left: LateWork | null): void {
  const link = links.get('customer', recordKey(sourceId));
  const late = lateOf(link, targetId);
  if (link === null || late === undefined || canonicalJson(late) === canonicalJson(left)) return;
  const { late: _late, ...facts } = link.facts;
  links.put('customer', recordKey(sourceId), {
    ...link,
    facts: left === null ? facts : { ...facts, late: left },
  });
}

/** Two records that meet, and what of an earlier try's work stands in the target now, so that this was equal once. */
interface Meeting {
  readonly keys: CustomerKeys;
  readonly targetId: string;
  readonly done: Bases;
}

/**
 * Keeps what an earlier try has sent before the step is begun anew, or ends: with the link, or, where the two meet for the first time and there is
 * none yet, with what orders have sent there, which the link takes over.
 */
export function noteLateWork(context: FlowContext, { keys, targetId, done }: Meeting): void {
  const { key, links, steps, now, target } = context;
  const step = steps.get(updateStep(key));
  const sent = sentTo(targetId, step);
  if (step === null || sent === null) return;
  const known = links.get('customer', recordKey(key));
  if (known?.targetId !== targetId) {
    intendUnlinked(context, keys, targetId, sent, step.intendedAt);
    return;
  }
  const link = { ...known, facts: { ...known.facts, bases: { ...known.facts.bases, ...done } } };
  links.put('customer', recordKey(key), link);
  const late = withSent(link.facts.late, step, sent, { connector: target.connector, now: now() });
  if (late !== undefined) links.put('customer', recordKey(key), { ...link, facts: { ...link.facts, late } });
}
