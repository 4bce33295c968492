/** What the values of options add to a price, so that variants come to the prices that they are to have (sheet 6.8, 7.1). */
import type Big from 'big.js';
import { big, sum } from '../../../records/money.ts';

/** A variant by its options, and what it is to cost beyond the product. */
export interface Priced {
  readonly options: Readonly<Record<string, string>>;
  readonly extra: Big;
}

/** The amount of each value, by its option; null where no amounts come to these prices, as each value adds the same to all that have it. */
export function extrasFor(variants: readonly Priced[]): ReadonlyMap<string, ReadonlyMap<string, Big>> | null {
  const [first] = variants;
  if (first === undefined) return new Map();
  const names = Object.keys(first.options);
  // The prices go by one option as a rule: then the others add nothing.
  for (const name of names) {
    const extras = byValue(variants, (each) => each.options[name] ?? '');
    if (extras !== null)
      return new Map(names.map((each) => [each, each === name ? extras : nothing(variants, each)]));
  }
  const extras = oneByOne(variants);
  return variants.every((each) => comesTo(each, extras)) ? extras : null;
}

function byValue(variants: readonly Priced[], valueIn: (each: Priced) => string): Map<string, Big> | null {
  const extras = new Map<string, Big>();
  for (const each of variants) {
    const known = extras.get(valueIn(each));
    if (known !== undefined && !known.eq(each.extra)) return null;
    extras.set(valueIn(each), each.extra);
  }
  return extras;
}

function nothing(variants: readonly Priced[], name: string): Map<string, Big> {
  return new Map(variants.map(({ options }) => [options[name] ?? '', big('0')]));
}

/**
 * Begins with the variant of which most is known, again and again: of its values that are not known yet the last takes what is left of its price,
 * and the others add nothing.
 */
function oneByOne(variants: readonly Priced[]): ReadonlyMap<string, ReadonlyMap<string, Big>> {
  const extras = new Map<string, Map<string, Big>>();
  const unknownOf = ({ options }: Priced) =>
    Object.entries(options).filter(([name, value]) => !extras.get(name)?.has(value));
  const set = (name: string, value: string, amount: Big) =>
    extras.set(name, (extras.get(name) ?? new Map<string, Big>()).set(value, amount));
  for (let open = [...variants]; open.length > 0; ) {
    const next = open.reduce((best, each) => (unknownOf(each).length < unknownOf(best).length ? each : best));
    open = open.filter((each) => each !== next);
    const unknown = unknownOf(next);
    const last = unknown.at(-1);
    if (last === undefined) continue;
    for (const [name, value] of unknown.slice(0, -1)) set(name, value, big('0'));
    set(...last, next.extra.minus(sumOf(next.options, extras)));
  }
  return extras;
}

function sumOf(options: Priced['options'], extras: ReadonlyMap<string, ReadonlyMap<string, Big>>): Big {
  return sum(Object.entries(options).map(([name, value]) => extras.get(name)?.get(value) ?? '0'));
}

function comesTo({ options, extra }: Priced, extras: ReadonlyMap<string, ReadonlyMap<string, Big>>): boolean {
  return sumOf(options, extras).eq(extra);
}
