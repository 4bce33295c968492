import { documentTarget } from '../../connectors/contract/document-targets.ts';
import { within } from '../../mapping/issue.ts';
import type { RecordFlow } from '../contract.ts';
import { checkMapped } from '../mapped.ts';
import { checkPlaces } from './check-places.ts';
import { acceptDifference, unacceptDifference } from './difference.ts';
import { endpointsAsSet, endpointsOf } from './endpoints.ts';
import { everyTargetField, mappedOrders, orderSamples } from './mapped.ts';
import { previewOrder } from './preview.ts';
import { runOrder } from './run.ts';
import { saleOf } from './sale.ts';
import { type OrdersSettings, ordersSettings } from './settings.ts';

export const orders: RecordFlow<OrdersSettings> = {
  kind: 'record',
  name: 'orders',
  settings: ordersSettings,
  source: (connector) => connector.orders?.source,
  supports: (source, target) => endpointsOf(source, target) !== null,
  targetFields: everyTargetField,
  mapped: mappedOrders,
  samples: orderSamples,
  check: (settings, mapping, target) => [
    ...checkMapped(mapping, settings.fixed, mappedOrders(settings, target)),
    ...checkPlaces(settings, target).map((issue) => within(['settings'], issue)),
  ],
  needs: ({ products }) => (products === 'create' ? ['products'] : []),
  scopes: ({ document }, target) => documentTarget(target, document)?.scopes ?? [],
  sale: saleOf,
  run: async (context) => runOrder(context, endpointsAsSet(context)),
  preview: async (context) => previewOrder(context, endpointsAsSet(context)),
  accept: acceptDifference,
  unaccept: unacceptDifference,
};
