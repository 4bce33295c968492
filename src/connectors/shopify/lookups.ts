import { fixed, type Lookups } from '../contract/lookups.ts';
import { vatClasses } from '../wire/taxed-or-not.ts';
import { financialStatuses, fulfillmentStatuses, tagIn } from './orders/statuses.ts';
import { openPlaces } from './stock/levels.ts';

export const lookups: Lookups = {
  orderStatuses: {
    ...fixed(...fulfillmentStatuses, 'PAID', 'CLOSED'),
    fits: (value) => tagIn(value) !== undefined,
  },
  paymentStatuses: fixed(...financialStatuses),
  taxClasses: fixed(...vatClasses),
  locations: async (api) =>
    (await openPlaces(api)).map(({ id: value, name = value }) => ({ value, label: name })),
};
