import { connectorById } from '../../connectors/registry.ts';
import type { Stores } from '../storage/stores.ts';
import type { OrderPages } from './order-views.ts';

/** Where orders and documents are looked at in the pages of the systems that an integration ever worked with. */
export function orderPages({ accounts }: Stores): OrderPages {
  const known = new Map(accounts.all().map((each) => [each.place, each]));
  return (place, id) => {
    const { connector = '', identity = null } = known.get(place) ?? {};
    const page = identity === null ? undefined : connectorById(connector)?.orders?.page;
    return page === undefined || identity === null ? null : page(identity, id);
  };
}
