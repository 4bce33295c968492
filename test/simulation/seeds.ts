/** What a seed plays. Each million of seeds draws from a pool of its own, so that a seed means the same when another pool grows. */
export interface SeedTerms {
  readonly kind: 'orders' | 'ring' | 'catalogue';
  /** Whether any two systems may meet, or only those that the first seeds know. */
  readonly withAll: boolean;
}

/** Where the seeds of each pool begin. */
export const firstSeeds = {
  first: 0,
  catalogues: 1_000_000,
  allRings: 2_000_000,
  allCatalogues: 3_000_000,
} as const;

/** One run of the first pool in so many is of a ring. */
const seedsPerRing = 4;

export function termsOf(seed: number): SeedTerms {
  if (seed >= firstSeeds.allCatalogues) return { kind: 'catalogue', withAll: true };
  if (seed >= firstSeeds.allRings) return { kind: 'ring', withAll: true };
  if (seed >= firstSeeds.catalogues) return { kind: 'catalogue', withAll: false };
  return { kind: seed % seedsPerRing === seedsPerRing - 1 ? 'ring' : 'orders', withAll: false };
}
