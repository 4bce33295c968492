/** Whose field it is: the source's, when it says something else of it than last time; else whoever changed it in the target. */
import { big } from '../../../records/money.ts';
import {
  type Base,
  type Bases,
  baseOf,
  type Fingerprint,
  isNone,
  isObject,
  isUnmoved,
  saidAs,
  says,
} from '../../merge.ts';
import { unclear } from '../unclear-marks.ts';

/** What is said of one field. */
export interface Said {
  readonly name: string;
  readonly value: unknown;
  readonly mode: 'always' | 'createOnly';
  /** What stands in the target; undefined where it does not tell. */
  readonly there: unknown;
}

/** A field that both sides changed since they were last equal. */
export interface Conflict {
  readonly part: string;
  readonly source: unknown;
  readonly target: unknown;
}

export interface Compared {
  /** By name: what is to be written. */
  readonly write: ReadonlyMap<string, unknown>;
  /** Keyed fingerprints from now on. */
  readonly said: Readonly<Record<string, string>>;
  /** Names of fields that are written, or that both sides have. */
  readonly settled: ReadonlySet<string>;
  /** What is for a person: it stays as it is on both sides. */
  readonly conflicts: readonly Conflict[];
  readonly flagged: Bases;
}

interface Meeting {
  readonly fields: readonly Said[];
  readonly known: Readonly<Record<string, string>>;
  /** What stood in the target when both were last equal, of fields that somebody may have changed there to be carried back. */
  readonly stood: Readonly<Record<string, string>>;
  /** Whether anything may be written to what stands there. */
  readonly updates: boolean;
  /** It was made by Koppel and may not be whole: what is only for a new one is written where there is nothing. */
  readonly completes: boolean;
  readonly fingerprint: Fingerprint;
}

export async function compare({
  fields,
  known,
  stood,
  updates,
  completes,
  fingerprint,
}: Meeting): Promise<Compared> {
  const write = new Map<string, unknown>();
  const said: Record<string, string> = { ...known };
  const settled = new Set<string>();
  const conflicts: Conflict[] = [];
  const flagged: Record<string, Base> = {};
  for (const { name, value, mode, there } of fields) {
    const now = await saidAs(value, fingerprint);
    const isSame = isEqual(value, there, name);
    // What Koppel made has it from the call that made it; whatever else stands there by now is the merchant's.
    if (mode === 'createOnly' && !(completes && isNone(there))) {
      if (isSame) said[name] ??= now;
      continue;
    }
    if (isSame) {
      said[name] = now;
      settled.add(name);
      continue;
    }
    // What the source never had is nobody's to take away.
    const isNew = known[name] === undefined ? completes || !isNone(value) : known[name] !== now;
    if (!isNew) {
      said[name] ??= now;
    } else if (updates && (await isConflict(known[name], stood[name], there, fingerprint))) {
      conflicts.push({ part: name, source: value ?? null, target: there ?? null });
      flagged[name] = await baseOf(value, there, fingerprint);
    } else if (updates) {
      write.set(name, value);
      said[name] = now;
      settled.add(name);
    }
  }
  return { write, said, settled, conflicts, flagged };
}

/** The source says something else than last time: whether the target does so too. */
async function isConflict(
  said: string | undefined,
  stood: string | undefined,
  there: unknown,
  fingerprint: Fingerprint,
): Promise<boolean> {
  if (said === unclear || stood === undefined || there === undefined) return false;
  return !(await isUnmoved({ said: said ?? '', stood }, there, fingerprint));
}

export const amounts: ReadonlySet<string> = new Set(['price', 'listPrice', 'weightKg']);

/** Whether both say the same: amounts by what they are worth, of an object every field. */
export function isEqual(value: unknown, there: unknown, name = ''): boolean {
  if (amounts.has(name) && typeof value === 'string' && typeof there === 'string')
    return big(value).eq(there);
  if (isObject(value) && isObject(there)) return says(there, value) && says(value, there);
  if (isNone(value)) return isNone(there);
  return says(there, value);
}
