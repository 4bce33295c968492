import type { SystemName } from './ring/people/desk.ts';

/** What a seed plays. Each million of seeds draws from a pool of its own, so that a seed means the same when another pool grows. */
export interface SeedTerms {
  readonly kind: 'orders' | 'ring' | 'catalogue';
  /** Which systems may meet: those that the first seeds know, those of the pools of any, or these and one that came later, which is always there. */
  readonly meeting: 'first' | 'any' | Newcomer;
}

/** Systems that came when the pools of any were played already, each with pools of its own. */
export type Newcomer = Extract<SystemName, 'ccv' | 'salesforce'>;

/** Where the seeds of each pool begin. */
export const firstSeeds = {
  first: 0,
  catalogues: 1_000_000,
  allRings: 2_000_000,
  allCatalogues: 3_000_000,
  ccvRings: 4_000_000,
  ccvCatalogues: 5_000_000,
  salesforceRings: 6_000_000,
  salesforceCatalogues: 7_000_000,
} as const;

const pools: readonly (SeedTerms & { readonly from: number })[] = [
  { from: firstSeeds.salesforceCatalogues, kind: 'catalogue', meeting: 'salesforce' },
  { from: firstSeeds.salesforceRings, kind: 'ring', meeting: 'salesforce' },
  { from: firstSeeds.ccvCatalogues, kind: 'catalogue', meeting: 'ccv' },
  { from: firstSeeds.ccvRings, kind: 'ring', meeting: 'ccv' },
  { from: firstSeeds.allCatalogues, kind: 'catalogue', meeting: 'any' },
  { from: firstSeeds.allRings, kind: 'ring', meeting: 'any' },
  { from: firstSeeds.catalogues, kind: 'catalogue', meeting: 'first' },
];

/** One run of the first pool in so many is of a ring. */
const seedsPerRing = 4;

export function termsOf(seed: number): SeedTerms {
  const pool = pools.find(({ from }) => seed >= from);
  if (pool !== undefined) return pool;
  return { kind: seed % seedsPerRing === seedsPerRing - 1 ? 'ring' : 'orders', meeting: 'first' };
}
