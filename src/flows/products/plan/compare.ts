/** Whose field it is: the source's, when it says something else of it than last time; else whoever changed it in the target. */
import { big } from '../../../records/money.ts';
import { type Fingerprint, isNone, isObject, saidAs, says } from '../../merge.ts';

/** What is said of one field. */
export interface Said {
  readonly name: string;
  readonly value: unknown;
  readonly mode: 'always' | 'createOnly';
  /** What stands in the target; undefined where it does not tell. */
  readonly there: unknown;
}

export interface Compared {
  /** By name: what is to be written. */
  readonly write: ReadonlyMap<string, unknown>;
  /** Keyed fingerprints from now on. */
  readonly said: Readonly<Record<string, string>>;
  /** Names of fields that are written, or that both sides have. */
  readonly settled: ReadonlySet<string>;
}

interface Meeting {
  readonly fields: readonly Said[];
  readonly known: Readonly<Record<string, string>>;
  /** Whether anything may be written to what stands there. */
  readonly updates: boolean;
  /** It was made by Koppel and may not be whole: what is only for a new one is written where there is nothing. */
  readonly completes: boolean;
  readonly fingerprint: Fingerprint;
}

export async function compare({
  fields,
  known,
  updates,
  completes,
  fingerprint,
}: Meeting): Promise<Compared> {
  const write = new Map<string, unknown>();
  const said: Record<string, string> = { ...known };
  const settled = new Set<string>();
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
    } else if (updates) {
      write.set(name, value);
      said[name] = now;
      settled.add(name);
    }
  }
  return { write, said, settled };
}

const amounts: ReadonlySet<string> = new Set(['price', 'listPrice', 'weightKg']);

/** Whether both say the same: amounts by what they are worth, of an object every field. */
export function isEqual(value: unknown, there: unknown, name = ''): boolean {
  if (amounts.has(name) && typeof value === 'string' && typeof there === 'string')
    return big(value).eq(there);
  if (isObject(value) && isObject(there)) return says(there, value) && says(value, there);
  if (isNone(value)) return isNone(there);
  return says(there, value);
}
