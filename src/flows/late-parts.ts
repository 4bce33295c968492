/**
 * Late work of a record that is compared part by part. An update that was not answered is made again at once, as repeating it changes nothing;
 * but the first one may be done minutes later, and bring back what was changed since. Until the first look after that time the link knows what
 * was sent: what stands in the target and is just that is no news, and is written over.
 */
import type { Connector } from '../connectors/contract/connector.ts';
import type { Parts } from '../connectors/contract/target.ts';
import { canonicalJson } from '../records/canonical-json.ts';
import type { Step } from './contract.ts';
import { afterLook } from './late.ts';
import type { LateWork } from './links.ts';
import { type Base, type Bases, type Fingerprint, isLateWork, saidAs } from './merge.ts';
import { commitDelayMsOf } from './write-once.ts';

/** What is left of it after a look at the record that it was sent to, which has `stands`; null: nothing. */
export async function partsAfterLook(
  late: LateWork | undefined,
  stands: Parts,
  fingerprint: Fingerprint,
  now: Date,
): Promise<LateWork | null> {
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

/** The same with what this step has sent, as long as that may still be done. */
export function withSent(
  late: LateWork | undefined,
  { intendedAt }: Pick<Step, 'intendedAt'>,
  sent: Bases,
  { connector, now }: { readonly connector: Connector; readonly now: Date },
): LateWork | undefined {
  const until = intendedAt + commitDelayMsOf(connector);
  if (until <= now.getTime()) return late;
  return { until: Math.max(until, late?.until ?? 0), sent: withOnce(late?.sent, sent) };
}

/** What is sent once more is one thing. */
function withOnce(late: readonly Bases[] = [], sent: Bases): readonly Bases[] {
  return [...late.filter((each) => canonicalJson(each) !== canonicalJson(sent)), sent];
}

/** What either of them tells, as one. */
export function joined(one: LateWork | undefined, other: LateWork | undefined): LateWork | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const sent = other.sent.reduce((late, each) => withOnce(late, each), one.sent);
  return { until: Math.max(one.until, other.until), sent };
}

/** Those of these parts that stand there just as they were `sent`: they were equal once. */
export async function standingAsSent(
  sent: readonly Bases[],
  stands: Parts,
  parts: readonly string[],
  fingerprint: Fingerprint,
): Promise<Bases> {
  const done: Record<string, Base> = {};
  for (const part of parts) {
    for (const each of sent) {
      const { said, of } = each[part] ?? {};
      if (said === undefined || !(await isLateWork([each], part, stands[part], fingerprint))) continue;
      done[part] = { said, stood: said, ...(of === undefined ? {} : { of }) };
    }
  }
  return done;
}

interface Back {
  readonly said: Parts;
  readonly bases: Bases;
  /** What stands in the source, in the form of the way back. */
  readonly there: Parts;
  /** What the way back has sent there. */
  readonly late: readonly Bases[];
}

/** Whether what the source says of this part was only brought back there. What was last equal may have been sent as well: that is no old value. */
export async function isBroughtBack(
  part: string,
  { said, bases, there, late }: Back,
  fingerprint: Fingerprint,
): Promise<boolean> {
  if ((await saidAs(said[part], fingerprint)) === bases[part]?.said) return false;
  return isLateWork(late, part, there[part], fingerprint);
}
