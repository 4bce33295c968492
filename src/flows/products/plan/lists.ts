/** Lists of a product: only additions, and what Koppel put there itself. */
import type { Named } from '../../../records/product.ts';
import { type Fingerprint, saidAs } from '../../merge.ts';
import type { CategoriesSaying } from '../saying/categories.ts';
import { isEqual } from './compare.ts';

export interface CategoriesPlan {
  readonly add: readonly string[];
  readonly remove: readonly string[];
  /** Those that Koppel put it into, from now on: the source's id by the target's. */
  readonly ours: Readonly<Record<string, string>>;
}

/**
 * `known`: those that Koppel put it into. One that the merchant took it out of since stays out until the source says something else.
 * `isUnclear`: nobody knows whether those that were added last are there.
 */
export function planCategories(
  { placed, unplaced }: CategoriesSaying,
  there: readonly string[],
  known: Readonly<Record<string, string>>,
  isUnclear: boolean,
): CategoriesPlan {
  const isKept = ([id, from]: readonly [string, string]) =>
    placed[id] !== undefined || unplaced.includes(from);
  const before = Object.entries(known);
  const added = Object.entries(placed).filter(
    ([id]) => !there.includes(id) && (isUnclear || known[id] === undefined),
  );
  const left = before.filter((each) => !isKept(each)).map(([id]) => id);
  return {
    add: added.map(([id]) => id),
    remove: left.filter((id) => there.includes(id)),
    ours: Object.fromEntries([...before.filter(isKept), ...added]),
  };
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
