import type { Lookups } from '../contract/lookups.ts';
import { describe } from './describe.ts';
import { saleOf } from './orders/sale.ts';

export const lookups: Lookups = {
  /** The org's own words (sheet 5.3). */
  orderStatuses: async (api) =>
    ((await describe(api, saleOf(api.account).object))?.values(saleOf(api.account).status) ?? []).flatMap(
      ({ value, label = value }) => (value === undefined || label === undefined ? [] : [{ value, label }]),
    ),
};
