/**
 * Two truths meet: what the sender says of a record, and what stands in the target. They are compared part by part with what
 * was last equal. What only the sender changed is written; what only the other side changed stays, and is its own to carry
 * back; what both changed is for a person. See docs/decisions/0014-whose-field-it-is.md.
 */
import type { Parts } from '../connectors/contract/target.ts';

/** Keyed fingerprints of a part when the two were last equal: as the sender said it, and as it stood in the target. */
export interface Base {
  /** Empty where the sender had none. */
  readonly said: string;
  /** Empty where nothing stood there. */
  readonly stood: string;
  /** Of an object: the fields that the sender spoke of. `stood` is of these alone. */
  readonly of?: readonly string[];
}

/** Bases by part. */
export type Bases = Readonly<Record<string, Base>>;

/** A keyed fingerprint: equal for equal values, and telling nothing of them. */
export type Fingerprint = (value: unknown) => Promise<string>;

/**
 * `same`: both say it. `kept`: it stays as it stands in the target. `write`, `clear`: the sender changed it, or took it away.
 * `conflict`: both changed it since they were last equal.
 */
export type Verdict = 'same' | 'kept' | 'write' | 'clear' | 'conflict';

export interface Meeting {
  readonly said: Parts;
  readonly stands: Parts;
  readonly bases: Bases;
  /** What the sender could say now. What nobody maps any more is not taken away. */
  readonly speaks: ReadonlySet<string>;
  /** Whether the sender is followed where nothing is known of before: at a first meeting. */
  readonly leads: boolean;
  /** Whether the sender is followed wherever it says something else, whatever is known of before: a person asked for it. */
  readonly insists?: boolean;
  /**
   * What a write sent that may have happened, and what stood there before it. What stands there now may be Koppel's own work,
   * in the target's own form. Without any part: all of the record may be. Null where nothing is under way.
   */
  readonly begun?: Bases | null;
  /** What earlier writes sent that were never answered: a system may work on for minutes, and bring that back. */
  readonly late?: readonly Bases[];
  readonly fingerprint: Fingerprint;
}

/** Returns a verdict for every part that the sender says, or could say. */
export async function merge(meeting: Meeting): Promise<ReadonlyMap<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  for (const part of new Set([...Object.keys(meeting.said), ...meeting.speaks])) {
    verdicts.set(part, await verdictOn(meeting, part));
  }
  return verdicts;
}

async function verdictOn(meeting: Meeting, part: string): Promise<Verdict> {
  const { fingerprint, leads, insists = false } = meeting;
  const wanted = meeting.said[part];
  const there = meeting.stands[part];
  const base = meeting.bases[part];
  if (agree(wanted, there)) return 'same';
  const change = isNone(wanted) ? 'clear' : 'write';
  if (await isLateWork(meeting.late, part, there, fingerprint)) return change;
  const traces = await tracesOf(meeting, part);
  if (traces === 'done') return 'same';
  if (traces === 'older') return change;
  if (base === undefined) {
    if (change === 'clear') return 'kept';
    return isNone(there) || leads ? 'write' : 'kept';
  }
  if ((await saidAs(wanted, fingerprint)) === base.said && traces === 'none') {
    return insists && change === 'write' ? 'write' : 'kept';
  }
  if (insists || (await isUnmoved(base, there, fingerprint))) return change;
  return 'conflict';
}

/** Whether what stands there is what an earlier write sent, which may have been done only now. */
export async function isLateWork(
  late: readonly Bases[] | undefined,
  part: string,
  there: unknown,
  fingerprint: Fingerprint,
): Promise<boolean> {
  for (const { [part]: sent } of late ?? []) {
    if (sent !== undefined && (await stoodAs(there, sent.of, fingerprint)) === sent.said) return true;
  }
  return false;
}

/** Whether the target still has of this part what it had when both were last equal. */
export async function isUnmoved(
  base: Base | undefined,
  there: unknown,
  fingerprint: Fingerprint,
): Promise<boolean> {
  return base !== undefined && (await stoodAs(there, base.of, fingerprint)) === base.stood;
}

/**
 * What is there of a write that may have happened. `done`: what stands there is that, in the target's own form. `older`: it is
 * that, and the sender has changed the part since. `unclear`: it is that, or what somebody else has changed.
 */
async function tracesOf(
  { begun, said, stands, fingerprint }: Meeting,
  part: string,
): Promise<'none' | 'done' | 'older' | 'unclear'> {
  if (!begun) return 'none';
  const [wanted, there, write] = [said[part], stands[part], begun[part]];
  const stood = await stoodAs(there, write?.of, fingerprint);
  if (write !== undefined && stood === write.stood) return 'none';
  if (!isNone(wanted) && !isNone(there) && isKept(wanted, there)) return 'done';
  if (write === undefined) return 'none';
  return stood === write.said ? 'older' : 'unclear';
}

/** Returns the base of a part that is equal now, or as equal as the two can be. */
export async function baseOf(said: unknown, stands: unknown, fingerprint: Fingerprint): Promise<Base> {
  const of = fieldsOf(said);
  return {
    said: await saidAs(said, fingerprint),
    stood: await stoodAs(stands, of, fingerprint),
    ...(of === undefined ? {} : { of }),
  };
}

/** Returns the fingerprint of what the sender says; empty where that is nothing. */
export async function saidAs(said: unknown, fingerprint: Fingerprint): Promise<string> {
  return isNone(said) ? '' : fingerprint(said);
}

/** The same of what stands there. Of an object only the fields `of` which the sender speaks: the rest is nobody's matter. */
async function stoodAs(
  stands: unknown,
  of: readonly string[] | undefined,
  fingerprint: Fingerprint,
): Promise<string> {
  if (of === undefined || !isObject(stands)) return saidAs(stands, fingerprint);
  return saidAs(Object.fromEntries(of.map((name) => [name, stands[name] ?? ''])), fingerprint);
}

function fieldsOf(said: unknown): readonly string[] | undefined {
  return isObject(said) ? Object.keys(said).sort() : undefined;
}

/** Whether both have the same, or both have nothing. */
export function agree(said: unknown, there: unknown): boolean {
  return isNone(said) ? isNone(there) : says(there, said);
}

/** Whether it says nothing: no text, no entry, no field with something in it. */
export function isNone(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.values(value).every(isNone);
}

/** Whether what stands there says all of it. Of an object every field that is named; an empty text is the same as none. */
export function says(there: unknown, wanted: unknown): boolean {
  if (isObject(wanted)) {
    const known = isObject(there) ? there : {};
    return Object.entries(wanted).every(([name, value]) => says(known[name], value));
  }
  return JSON.stringify(there ?? '') === JSON.stringify(wanted ?? '');
}

/**
 * Whether what stands there after a write is what was sent, as far as systems keep things their own way: in other letters, without
 * punctuation, cut at the end, or not at all.
 */
export function isKept(sent: unknown, there: unknown): boolean {
  if (says(there, sent)) return true;
  if (isObject(sent)) {
    const known = isObject(there) ? there : {};
    return Object.entries(sent).every(([name, value]) => isKept(value, known[name]));
  }
  return plain(sent).startsWith(plain(there));
}

/** Whether two say the same, but for letters and punctuation. */
export function isWrittenAlike(one: unknown, other: unknown): boolean {
  return isKept(one, other) && isKept(other, one);
}

/** Capitals first: a system that writes in capitals makes two letters of some. */
function plain(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
  return text
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
