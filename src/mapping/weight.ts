/** What a value comes to when it is written out: characters and elements, and how deep they are nested. */
export interface Weight {
  readonly size: number;
  readonly depth: number;
}

const one: Weight = { size: 1, depth: 0 };
const deepest = 100;
const heaviest = 2_000_000;

/** Of parts that are known already; a part that is held twice counts twice, as it would be written twice. */
const known = new WeakMap<object, Weight>();

/** Throws `too_long` for what no field could ever hold: such a value can take for ever to write out or to compare. */
export function weigh(value: unknown): Weight {
  return weighAt(value, 0);
}

function weighAt(value: unknown, level: number): Weight {
  if (typeof value === 'string') return bounded({ size: 1 + value.length, depth: 0 });
  if (value === null || typeof value !== 'object' || isOpaque(value)) return one;
  const before = known.get(value);
  if (before !== undefined) return before;
  if (level > deepest) throw tooLong();
  let [size, depth] = [1, 0];
  for (const each of Object.values(value)) {
    const part = weighAt(each, level + 1);
    size += part.size;
    depth = Math.max(depth, part.depth);
  }
  const weight = bounded({ size, depth: depth + 1 });
  known.set(value, weight);
  return weight;
}

function bounded(weight: Weight): Weight {
  if (weight.size > heaviest || weight.depth > deepest) throw tooLong();
  return weight;
}

/** Functions hold their whole surroundings; a stream of JSONata's holds the way to every element. */
function isOpaque(value: object): boolean {
  return isFunction(value) || (value as { tupleStream?: boolean }).tupleStream === true;
}

/** JSONata's own and those that an expression defines are marked objects. */
export function isFunction(value: unknown): boolean {
  return ['_jsonata_lambda', '_jsonata_function'].some((mark) => Object.hasOwn(Object(value), mark));
}

export function tooLong(): { code: string } {
  return { code: 'too_long' };
}
