/** Lists of a product: only additions, and what Koppel put there itself. */
import type { Named } from '../../../records/product.ts';
import { type Fingerprint, saidAs } from '../../merge.ts';
import { isEqual } from './compare.ts';

export interface CategoriesPlan {
  readonly add: readonly string[];
  readonly remove: readonly string[];
  /** Ids of those that Koppel put it into, from now on. */
  readonly ours: readonly string[];
}

/**
 * `known`: those that Koppel put it into.
 * One that the merchant took it out of since stays out until the source says something else. `isUnclear`: nobody knows whether those that were
 * added last are there.
 */
export function planCategories(
  wanted: readonly string[],
  there: readonly string[],
  known: readonly string[],
  isUnclear = false,
): CategoriesPlan {
  const add = wanted.filter((id) => !there.includes(id) && (isUnclear || !known.includes(id)));
  const remove = known.filter((id) => !wanted.includes(id) && there.includes(id));
  return { add, remove, ours: [...new Set([...known.filter((id) => wanted.includes(id)), ...add])] };
}

export interface AttributesPlan {
  /** Without values: taken away. */
  readonly write: readonly Named[];
  readonly ours: Readonly<Record<string, string>>;
}

/** `known`: fingerprints of what Koppel put there. One that the merchant has changed stays until the source changes it. */
export async function planAttributes(
  wanted: readonly Named[],
  there: readonly Named[],
  known: Readonly<Record<string, string>>,
  fingerprint: Fingerprint,
): Promise<AttributesPlan> {
  const write: Named[] = [];
  const ours: Record<string, string> = {};
  for (const attribute of wanted) {
    const { name, values } = attribute;
    const now = await saidAs(values, fingerprint);
    const standing = there.find((each) => each.name === name)?.values ?? [];
    if (now === '' && known[name] === undefined) continue;
    ours[name] = now;
    if (known[name] !== now && !isEqual(values, standing)) write.push(attribute);
  }
  const left = Object.keys(known).filter((name) => known[name] !== '' && ours[name] === undefined);
  const taken = left.filter((name) => there.some((each) => each.name === name && each.values.length > 0));
  return { write: [...write, ...taken.map((name) => ({ name, values: [] }))], ours };
}
