import type { ProductView } from '../../../sandbox/kit/catalogue/merchandise.ts';

/** Pieces; null where there is no such SKU, or it stands twice. */
export type Pieces = number | 'unlimited' | null;

export type Levels = ReadonlyMap<string, Pieces>;

/** What a level was from a moment on. */
export interface Version {
  readonly at: number;
  readonly pieces: Pieces;
}

/** A number that Koppel put in place of another one. */
export interface LevelWriting {
  readonly sku: string;
  /** When its call left. One that is done late comes from then. */
  readonly sentAt: number;
  /** When it was done. */
  readonly at: number;
  readonly pieces: number;
}

/** Nobody waits for an answer for so long. */
const lateFromMs = 30_000;

/** Every number that a level ever had in the master, and every one that was written in the other shop. */
export class LevelBook {
  readonly writings: LevelWriting[] = [];
  readonly #versions = new Map<string, Version[]>();
  #there: Levels = new Map();

  /** The master's levels as they are now. */
  noteMaster(levels: Levels, at: number): void {
    for (const sku of new Set([...levels.keys(), ...this.#versions.keys()])) {
      const pieces = levels.get(sku) ?? null;
      const versions = this.#versions.get(sku) ?? [];
      if (versions.at(-1)?.pieces === pieces) continue;
      this.#versions.set(sku, [...versions, { at, pieces }]);
    }
  }

  /** The other shop's levels after something that Koppel did not do. */
  noteThere(levels: Levels): void {
    this.#there = levels;
  }

  /** The other shop's levels after a call of Koppel. What is new there began with the number that the shop gives it. */
  noteWritten(levels: Levels, { sentAt, at }: Pick<LevelWriting, 'sentAt' | 'at'>): void {
    for (const [sku, pieces] of levels) {
      const before = this.#there.get(sku) ?? null;
      // Where a shop is told to count, in a call of its own, it begins with nothing.
      const isBegun = before === 'unlimited' && pieces === 0;
      if (typeof pieces === 'number' && before !== null && before !== pieces && !isBegun)
        this.writings.push({ sku, sentAt, at, pieces });
    }
    this.#there = levels;
  }

  /** Whether the number that was put in place last comes from a call that its shop did minutes later. */
  isLate(sku: string): boolean {
    const last = this.writings.findLast((each) => each.sku === sku);
    return last !== undefined && last.at - last.sentAt >= lateFromMs;
  }

  versionsOf(sku: string): readonly Version[] {
    return this.#versions.get(sku) ?? [];
  }
}

/** The levels of what can be sold: variants, and products that have none. `beside`: what comes to the numbers that are shown. */
export function levelsIn(products: readonly ProductView[], beside: ReadonlyMap<string, number>): Levels {
  const found = new Map<string, Pieces>();
  for (const product of products) {
    for (const { sku, pieces } of product.variants.length > 0 ? product.variants : [product]) {
      if (sku === null) continue;
      const left = pieces === 'unlimited' ? pieces : pieces + (beside.get(sku) ?? 0);
      found.set(sku, found.has(sku) ? null : left);
    }
  }
  return found;
}
