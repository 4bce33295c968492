import { fixed, type Lookups, statusCodes } from '../contract/lookups.ts';
import { vatClasses } from '../wire/taxed-or-not.ts';
import { financialStatuses, fulfillmentStatuses, tagIn } from './orders/statuses.ts';
import { openPlaces } from './stock/levels.ts';

export const lookups: Lookups = {
  orderStatuses: {
    ...statusCodes(...fulfillmentStatuses, 'PAID', 'CLOSED'),
    fits: (value) => tagIn(value) !== undefined,
  },
  paymentStatuses: statusCodes(...financialStatuses),
  taxClasses: fixed(...vatClasses),
  locations: async (api) =>
    (await openPlaces(api)).map(({ id: value, name = value }) => ({ value, label: name })),
};
