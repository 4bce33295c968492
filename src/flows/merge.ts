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
}

/** Bases by part. */
export type Bases = Readonly<Record<string, Base>>;

/**
 * `same`: both say it. `kept`: it stays as it stands in the target. `write`, `clear`: the sender changed it, or took it away.
 * `conflict`: both changed it since they were last equal.
 */
export type Verdict = 'same' | 'kept' | 'write' | 'clear' | 'conflict';

interface Meeting {
  readonly said: Parts;
  readonly stands: Parts;
  readonly bases: Bases;
  /** Whether the sender is followed where nothing is known of before: at a first meeting. */
  readonly leads: boolean;
  /** Whether the sender could say this part now. What nobody maps any more is not taken away. */
  readonly speaks: (part: string) => boolean;
  readonly fingerprint: (value: unknown) => Promise<string>;
}

/** Returns a verdict for every part that the sender says, or once said. */
export async function merge(meeting: Meeting): Promise<ReadonlyMap<string, Verdict>> {
  const { said, bases, speaks } = meeting;
  const gone = Object.keys(bases).filter((part) => !(part in said) && speaks(part));
  const verdicts = new Map<string, Verdict>();
  for (const part of Object.keys(said)) verdicts.set(part, await verdictOnSaid(meeting, part));
  for (const part of gone) verdicts.set(part, await verdictOnGone(meeting, part));
  return verdicts;
}

async function verdictOnSaid(
  { said, stands, bases, leads, fingerprint }: Meeting,
  part: string,
): Promise<Verdict> {
  const wanted = said[part];
  const there = stands[part];
  if (says(there, wanted)) return 'same';
  const base = bases[part];
  if (base === undefined) return there === undefined || leads ? 'write' : 'kept';
  if ((await fingerprint(wanted)) === base.said) return 'kept';
  return (await stoodAs(there, fingerprint)) === base.stood ? 'write' : 'conflict';
}

async function verdictOnGone({ stands, bases, fingerprint }: Meeting, part: string): Promise<Verdict> {
  const there = stands[part];
  const base = bases[part];
  if (there === undefined) return 'same';
  if (base === undefined || base.said === '') return 'kept';
  return (await stoodAs(there, fingerprint)) === base.stood ? 'clear' : 'conflict';
}

/** Returns the base of a part that is equal now. */
export async function baseOf(
  said: unknown,
  stands: unknown,
  fingerprint: Meeting['fingerprint'],
): Promise<Base> {
  return { said: await stoodAs(said, fingerprint), stood: await stoodAs(stands, fingerprint) };
}

async function stoodAs(value: unknown, fingerprint: Meeting['fingerprint']): Promise<string> {
  return value === undefined ? '' : fingerprint(value);
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
  const [whole, kept] = [plain(sent), plain(there)];
  return whole.startsWith(kept);
}

function plain(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
