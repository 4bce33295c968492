import type { Api } from '../../connectors/contract/api.ts';
import type { Connector } from '../../connectors/contract/connector.ts';
import type { DocumentTarget } from '../../connectors/contract/target.ts';
import { ApiClient } from '../http/client.ts';

/** The connector, whose searches leave nothing of what they did not take in the record of a task. */
export function withQuietSearches(connector: Connector): Connector {
  const { orders, customers } = connector;
  return over(connector, {
    ...(orders?.target && {
      orders: over(orders, {
        target: withQuietFind(orders.target),
        ...(orders.otherTargets && { otherTargets: orders.otherTargets.map(withQuietFind) }),
      }),
    }),
    ...(customers?.target && {
      customers: over(customers, { target: over(customers.target, { find: quiet(customers.target.find) }) }),
    }),
  });
}

function withQuietFind(target: DocumentTarget): DocumentTarget {
  return over(target, {
    find: quiet(target.find),
    ...(target.findCredit && { findCredit: quiet(target.findCredit) }),
  });
}

function quiet<Given extends unknown[], Found>(find: (api: Api, ...given: Given) => Promise<Found>) {
  return function (this: unknown, api: Api, ...given: Given): Promise<Found> {
    const search = (own: Api) => find.call(this, own, ...given);
    return api instanceof ApiClient ? api.search(search) : search(api);
  };
}

/** The same object but for these of its fields. */
function over<Whole extends object>(whole: Whole, changed: Partial<Whole>): Whole {
  return Object.assign(Object.create(whole) as Whole, changed);
}
