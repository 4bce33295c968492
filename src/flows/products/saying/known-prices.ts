/** Prices that both sides were equal by, where something goes back: neither direction spoils with its own rounding what the other has said. */
import type { Decimal } from '../../../records/money.ts';
import type { PricePairs } from '../../links.ts';
import type { Unit } from '../units.ts';

export interface KnownPrices {
  readonly product: PricePairs;
  /** By the source's id of the variant. */
  variant(id: string): PricePairs;
  /**
   * Whose reckoning stands there in pairs of which it is not known what they were turned with, as those that this direction has of the other one, and
   * those of before that was kept: it is the other direction's where that one made the product, and is not mended by this one.
   */
  readonly isOurs: boolean;
}

/** What this direction has not met yet it knows of the other one. */
export function knownPrices({ link, back }: Pick<Unit, 'link' | 'back'>): KnownPrices {
  if (back === null) return { product: {}, variant: () => ({}), isOurs: true };
  const own = link?.facts;
  const theirs = back.link.facts;
  return {
    product: { ...turned(theirs.prices), ...own?.prices },
    variant: (id) => ({
      ...turned(Object.values(theirs.variants).find((each) => each.id === id)?.prices),
      ...own?.variants[id]?.prices,
    }),
    isOurs: theirs.made !== true,
  };
}

/** Prices as the other direction has to know them. `vat`: what that one puts on; left out where that is not known. */
export function turned(pairs: PricePairs = {}, vat?: Decimal): PricePairs {
  const known = vat === undefined ? {} : { vat };
  return Object.fromEntries(
    Object.entries(pairs).map(([field, { from, to }]) => [field, { from: to, to: from, ...known }]),
  );
}
