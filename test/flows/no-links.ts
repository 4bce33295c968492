import type { Links } from '../../src/flows/links.ts';

/** The links of a direction in which nothing was carried. */
export const noLinks: Links = {
  get: () => null,
  put: () => undefined,
  forget: () => undefined,
  recordsOf: () => [],
};
