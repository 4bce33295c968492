/**
 * What two sides are known to have in common after a record was carried. It is taken as known only where what stands there
 * is what was there before, plus what was sent: anything else was changed by somebody meanwhile, and is news.
 * See docs/decisions/0014-whose-field-it-is.md.
 */
import type { Parts } from '../connectors/contract/target.ts';
import {
  agree,
  type Base,
  type Bases,
  baseOf,
  type Fingerprint,
  isKept,
  isNone,
  isObject,
  isWrittenAlike,
} from './merge.ts';

/** A write, and what the target was before and after it. */
export interface Written {
  readonly said: Parts;
  /** What stood there; null of a new record. What a new one has beside what was sent the target has filled in. */
  readonly before: Parts | null;
  /** What stands there, as read just after. */
  readonly after: Parts;
  /** Parts that were sent; one that `said` lacks was emptied. */
  readonly sent: ReadonlySet<string>;
}

/** Returns the parts that somebody else changed while they were written, or those around them. */
export function surprisesOf({ said, before, after, sent }: Written): ReadonlySet<string> {
  const parts = new Set([...sent, ...Object.keys(after), ...Object.keys(before ?? {})]);
  const surprising = [...parts].filter((part) => {
    const was = before?.[part];
    return sent.has(part)
      ? !isOurs(said[part], was, after[part], before === null)
      : before !== null && !isUnchanged(was, after[part]);
  });
  return new Set(surprising);
}

/**
 * What was sent, as far as it was taken. Of an object, what was not sent of it is what it was; where there was none of it the target
 * has filled that in, as with a new record.
 */
function isOurs(sent: unknown, before: unknown, after: unknown, isNew: boolean): boolean {
  const fields = (value: unknown) => (isObject(value) ? value : {});
  if (![sent, before, after].some(isObject)) return isKept(sent, after) || isUnchanged(before, after);
  const [said, was, is] = [fields(sent), fields(before), fields(after)];
  return [...new Set([...Object.keys(said), ...Object.keys(was), ...Object.keys(is)])].every((name) =>
    name in said || isNone(sent)
      ? isOurs(said[name], was[name], is[name], isNew)
      : isNew || isNone(before) || isUnchanged(was[name], is[name]),
  );
}

export function isUnchanged(before: unknown, after: unknown): boolean {
  return agree(before, after) && agree(after, before);
}

/** What is sent, and what it takes the place of: Koppel's own work is told by it when it is met again. */
export async function basesOfSent(
  sent: Iterable<string>,
  said: Parts,
  stands: Parts,
  fingerprint: Fingerprint,
): Promise<Bases> {
  const known: Record<string, Base> = {};
  for (const part of sent) known[part] = await baseOf(said[part], stands[part], fingerprint);
  return known;
}

interface Forward {
  readonly said: Parts;
  /** Parts that agree, and those that the sender alone changed and that were written. */
  readonly settled: Iterable<string>;
  /** Parts that the target has to itself, as long as the sender has none. */
  readonly left: Iterable<string>;
  readonly surprises: ReadonlySet<string>;
  /** What stands in the target: of what was not written, as it was when the two were compared. */
  readonly stands: Parts;
  readonly bases: Bases;
  readonly fingerprint: Fingerprint;
}

/** Returns what is known from now on, seen from the sender. */
export async function basesOf({ said, settled, left, surprises, stands, bases, fingerprint }: Forward) {
  const known: Record<string, Base> = { ...bases };
  for (const part of left) known[part] ??= await baseOf(undefined, stands[part], fingerprint);
  for (const part of settled) {
    // Of what somebody changed since, only what was sent is known.
    const stood = surprises.has(part) ? said[part] : stands[part];
    known[part] = await baseOf(said[part], stood, fingerprint);
  }
  return known satisfies Bases;
}

interface WayBack {
  /** What the way back would say of the target's record before the write and after it. `before` is null where nobody knows. */
  readonly before: Parts | null;
  readonly after: Parts;
  /** What stood in the source when it was read, in the form of the way back. */
  readonly stands: Parts;
  readonly speaks: ReadonlySet<string>;
  /** Whether what is said of this part now is Koppel's own work, and nothing that somebody has to be told. */
  readonly isOwnWork: (part: string, changed: boolean) => boolean;
  /** Whether the two were found equal in this part, as the target writes it. */
  readonly isSame: (part: string) => boolean;
  /** Whether somebody changed this part after it was written: the two were equal for that moment. */
  readonly isChangedSince: (part: string) => boolean;
  readonly bases: Bases;
  readonly fingerprint: Fingerprint;
}

/** What was said for a moment, and nobody heard: whatever is said next is something else. */
const unheard = '?';

/** Returns what is known from now on, seen from the target: what it will say next, and is no news. */
export async function basesOfWayBack(way: WayBack): Promise<Bases> {
  const { before, after, stands, speaks, isOwnWork, isSame, isChangedSince, bases, fingerprint } = way;
  const known: Record<string, Base> = { ...bases };
  for (const part of new Set([...speaks, ...Object.keys(after)])) {
    const changed = before !== null && !isUnchanged(before[part], after[part]);
    // The source may write it its own way, as a number with blanks.
    const areEqual = isSame(part) && isWrittenAlike(after[part], stands[part]);
    if (agree(after[part], stands[part]) || areEqual || isOwnWork(part, changed)) {
      known[part] = await baseOf(after[part], stands[part], fingerprint);
    } else if (isChangedSince(part)) {
      known[part] = { ...(await baseOf(after[part], stands[part], fingerprint)), said: unheard };
    } else if (known[part] === undefined && isNone(stands[part])) {
      // What only the target has was never equal. Once the source has one too, that is another.
      known[part] = { said: '', stood: '' };
    }
  }
  return known;
}
