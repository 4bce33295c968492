/**
 * Whoever works for a system goes on after Koppel hung up. An update that was not answered is made again at once, as repeating it
 * changes nothing; but the first one may be done minutes later, and bring back what was changed since. Until the first look after
 * that time the link knows what was sent: what stands in the target and is just that is no news, and is written over.
 */
import type { Connector } from '../../connectors/contract/connector.ts';
import type { Parts } from '../../connectors/contract/target.ts';
import { canonicalJson } from '../../records/canonical-json.ts';
import { type Problem, problem } from '../../records/problem.ts';
import type { FlowContext, Step } from '../contract.ts';
import { afterLook } from '../late.ts';
import type { CustomerLink, LateWork, Links } from '../links.ts';
import { type Base, type Bases, type Fingerprint, isLateWork } from '../merge.ts';
import { commitDelayMsOf } from '../write-once.ts';
import { recordKey } from './record/links.ts';
import { updateStep } from './record/write-customer.ts';

/** Whoever has begun to make a customer may itself have to wait for a system that does not answer: for a day, until a person is asked. */
const maxDelayMs = 86_400_000;
const minPauseMs = 60_000;

/**
 * Somebody else has begun to make this customer, and does not know yet what became of it: the record waits for the end of that step, and
 * looks by itself the more seldom the longer nothing is heard. Who has left it at that is not waited for: only what it sent may still be done. Null where it is not worth while to wait any longer.
 */
export function waitForCreate(
  { name, step }: { readonly name: string; readonly step: Step },
  connector: Connector,
  now: Date,
): Problem | null {
  const delayMs = step.isLeft ? connector.searchDelayMs : maxDelayMs;
  const endsAt = step.intendedAt + commitDelayMsOf(connector) + delayMs;
  const time = now.getTime();
  if (time >= endsAt) return null;
  const retryAt = Math.min(endsAt, time + Math.max(minPauseMs, time - step.intendedAt));
  return problem('wait', 'outcome_unknown', {}, { retryAt, awaits: name });
}

/** What may have been done of what this link's flow has sent. */
export function lateWork(link: CustomerLink | null | undefined): readonly Bases[] {
  return link?.facts.late?.sent ?? [];
}

/** What is left of that after a look at the record that it was sent to, which has `stands`; null: nothing. */
export async function lateAfterLook(
  link: CustomerLink | null | undefined,
  stands: Parts,
  fingerprint: Fingerprint,
  now: Date,
): Promise<LateWork | null> {
  const late = link?.facts.late;
  const [left] = await afterLook(late === undefined ? [] : [late], now, (each) =>
    foundOf(each, stands, fingerprint),
  );
  return left ?? null;
}

async function foundOf(
  { sent, until }: LateWork,
  stands: Parts,
  fingerprint: Fingerprint,
): Promise<LateWork | null> {
  const found: Bases[] = [];
  for (const each of sent) {
    const there: Record<string, Base> = {};
    for (const [part, base] of Object.entries(each)) {
      if (await isLateWork([each], part, stands[part], fingerprint)) there[part] = base;
    }
    if (Object.keys(there).length > 0) found.push(there);
  }
  return found.length === 0 ? null : { until, sent: found };
}

/** Keeps what a look has left of it. */
export function noteLook(links: Links, sourceId: string, left: LateWork | null): void {
  const link = links.get('customer', recordKey(sourceId));
  const late = link?.facts.late;
  if (link === null || late === undefined || canonicalJson(late) === canonicalJson(left)) return;
  const { late: _late, ...facts } = link.facts;
  links.put('customer', recordKey(sourceId), {
    ...link,
    facts: left === null ? facts : { ...facts, late: left },
  });
}

/**
 * Keeps what an earlier try has sent before the step is begun anew, or ends. `done`: what of it stands in the target now, so that
 * this was equal once.
 */
export function noteLateWork({ key, links, steps, now, target }: FlowContext, done: Bases): void {
  const step = steps.get(updateStep(key));
  const known = links.get('customer', recordKey(key));
  if (step === null || step.reference === null || known === null) return;
  const link = { ...known, facts: { ...known.facts, bases: { ...known.facts.bases, ...done } } };
  links.put('customer', recordKey(key), link);
  const until = step.intendedAt + commitDelayMsOf(target.connector);
  if (until <= now().getTime()) return;
  const sent: readonly Bases[] = [...lateWork(link), JSON.parse(step.reference)];
  const late = { until: Math.max(until, link.facts.late?.until ?? 0), sent };
  links.put('customer', recordKey(key), { ...link, facts: { ...link.facts, late } });
}
