import { printPath, type Step } from '../../mapping/modes/path.ts';
import type { Scalar } from '../../mapping/modes/rule.ts';

/** A field of what expressions are given. */
export interface Leaf {
  /** `order.customer.name`, `order.lines[0].sku`. */
  readonly path: string;
  /** Of the record that is shown; null where it has none. */
  readonly value: Scalar | null;
  /** What records had lately, the most frequent first. */
  readonly seen: readonly { readonly value: Scalar; readonly count: number }[];
}

const maxLeaves = 200;
const maxSeen = 20;
/** What is longer is no value that a table is made by. */
const maxSeenLength = 100;
const maxDepth = 6;

/** Every field that one of these inputs has, those of its last root first. Of a list the first element. `shown`: whose values are shown. */
export function leavesOf(inputs: readonly object[], shown: object | undefined): Leaf[] {
  const counts = new Map<string, Map<Scalar, number>>();
  for (const input of inputs) {
    for (const [path, value] of leavesIn(input)) {
      const own = counts.get(path) ?? new Map<Scalar, number>();
      counts.set(path, own.set(value, (own.get(value) ?? 0) + 1));
    }
  }
  const values = new Map(shown === undefined ? [] : leavesIn(shown));
  return [...counts].slice(0, maxLeaves).map(([path, own]) => ({
    path,
    value: values.get(path) ?? null,
    seen: [...own]
      .filter(([value]) => value !== '' && String(value).length <= maxSeenLength)
      .map(([value, count]) => ({ value, count }))
      .toSorted((one, other) => other.count - one.count)
      .slice(0, maxSeen),
  }));
}

function leavesIn(input: object): [path: string, value: Scalar][] {
  const found: [string, Scalar][] = [];
  const walk = (value: unknown, steps: readonly Step[]): void => {
    if (steps.length > maxDepth) return;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      const path = printPath(steps);
      if (path !== null) found.push([path, value]);
    } else if (Array.isArray(value)) {
      const last = steps.at(-1);
      if (last !== undefined && last.at === undefined && value.length > 0)
        walk(value[0], [...steps.slice(0, -1), { name: last.name, at: 0 }]);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) walk(inner, [...steps, { name }]);
    }
  };
  for (const [root, value] of Object.entries(input).toReversed()) walk(value, [{ name: root }]);
  return found;
}
