import { z } from 'zod';
import type { Connector } from '../../connectors/contract/connector.ts';
import { checkConstants, checkMapping, fieldNames, within } from '../../mapping/fields.ts';
import { rejected } from '../../records/problem.ts';
import type { RecordFlow } from '../contract.ts';
import { checkPlaces } from './check-places.ts';
import { acceptDifference } from './difference.ts';
import { lineFields } from './document/map-order.ts';
import { previewOrder } from './preview.ts';
import { runOrder } from './run.ts';
import { type OrdersSettings, ordersSettings } from './settings.ts';
import type { Context, Endpoints } from './work.ts';

export const orders: RecordFlow<OrdersSettings> = {
  kind: 'record',
  name: 'orders',
  settings: ordersSettings,
  source: (connector) => connector.orders?.source,
  supports: (source, target) => endpointsOf(source, target) !== null,
  targetFields: (target) => (target.orders?.target ? fieldNames(targetParts(target)) : []),
  check: (settings, mapping, target) => {
    const parts = targetParts(target);
    return [
      ...checkMapping(mapping, parts).map((issue) => within(['mapping'], issue)),
      ...checkConstants(settings.fixed, parts).map((issue) => within(['settings', 'fixed'], issue)),
      ...checkPlaces(settings, target).map((issue) => within(['settings'], issue)),
    ];
  },
  run: (context) => runOrder(context, requireEndpoints(context)),
  preview: (context) => previewOrder(context, requireEndpoints(context)),
  accept: acceptDifference,
};

/** The parts of a mapping's names: the document's own fields, the customer's, a line's. */
function targetParts(target: Connector): Record<string, z.ZodObject> {
  return {
    '': target.orders?.target?.fields ?? z.object({}),
    customer: target.customers?.target?.fields ?? z.object({}),
    line: lineFields,
  };
}

function endpointsOf(source: Connector, target: Connector): Endpoints | null {
  const from = source.orders?.source;
  const to = target.orders?.target;
  const customers = target.customers?.target;
  return from && to && customers ? { source: from, target: to, customers } : null;
}

function requireEndpoints(context: Context): Endpoints {
  const endpoints = endpointsOf(context.source.connector, context.target.connector);
  if (endpoints) return endpoints;
  throw rejected('flow_unsupported', { flow: 'orders' });
}
