/** Who has which options of a product: there are no two combinations of the same (sheet 6.8). */
import type { ProductChanges } from '../../contract/products.ts';
import { type CombinationWire, optionsOf, type ProductWire, skuOfCombination } from './wire.ts';

type Options = Readonly<Record<string, string>>;

/** By these options are compared. */
export function keyOf(options: Options): string {
  return JSON.stringify(
    Object.entries(options)
      .map(([name, value]) => [name.trim(), value.trim()])
      .sort(),
  );
}

/**
 * The number of another variant that keeps these options; undefined where nobody does. Whoever goes, or is to have others, makes room. One that came to
 * be meanwhile holds what it has a number for.
 */
export type Holders = (combination: CombinationWire) => string | undefined;

export function holdersOf(
  product: ProductWire,
  { change, retire }: Pick<ProductChanges['variants'], 'change' | 'retire'>,
): Holders {
  const standing = product.attributecombinations ?? [];
  const byOptions = new Map(standing.map((each) => [keyOf(optionsOf(each)), each]));
  const makesRoom = (each: CombinationWire) =>
    retire.includes(each.id) || movesOn(each, change.get(each.id)?.options);
  return (combination) => {
    const holder = byOptions.get(keyOf(optionsOf(combination))) ?? combination;
    return makesRoom(holder) ? undefined : skuOfCombination(holder, product);
  };
}

/** Whether it is to have other options from now on. */
export function movesOn(combination: CombinationWire, options: Options | undefined): boolean {
  return options !== undefined && keyOf(options) !== keyOf(optionsOf(combination));
}
