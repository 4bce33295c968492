/** How often a property is tried: a sample while people work, the full number where `CI` is set, as `.ci/run` does. */
const sample = 50;

export function runs(full: number): { readonly numRuns: number } {
  return { numRuns: process.env.CI ? full : Math.min(full, sample) };
}
