import type { Lookups } from '../contract/lookups.ts';
import { describe } from './describe.ts';

export const lookups: Lookups = {
  /** The org's own words (sheet 5.3). */
  orderStatuses: async (api) =>
    ((await describe(api, 'Order'))?.values('Status') ?? []).flatMap(({ value, label = value }) =>
      value === undefined || label === undefined ? [] : [{ value, label }],
    ),
};
