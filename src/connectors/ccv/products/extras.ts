/** What the values of options add to a price, so that variants come to the prices that they are to have (sheet 6.8, 7.1). */
import type Big from 'big.js';
import { big, normalise } from '../../../records/money.ts';

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
  const extras = relativeTo(first, variants, names);
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

/** All of what the first costs is put on its first option; of every other value what it makes of the first variant. */
function relativeTo(first: Priced, variants: readonly Priced[], names: readonly string[]) {
  return new Map(
    names.map((name, index) => {
      const extras = nothing(variants, name);
      const own = index === 0 ? first.extra : big('0');
      for (const each of variants) {
        const isAlike = names.every(
          (other) => other === name || each.options[other] === first.options[other],
        );
        if (isAlike) extras.set(each.options[name] ?? '', each.extra.minus(first.extra).plus(own));
      }
      return [name, extras] as const;
    }),
  );
}

function comesTo({ options, extra }: Priced, extras: ReadonlyMap<string, ReadonlyMap<string, Big>>): boolean {
  const sum = Object.entries(options).reduce(
    (total, [name, value]) => total.plus(extras.get(name)?.get(value) ?? '0'),
    big('0'),
  );
  return normalise(sum) === normalise(extra);
}
