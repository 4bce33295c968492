import { z } from 'zod';
import type { Connector } from '../../connectors/contract/connector.ts';
import { checkNames } from '../../mapping/check-names.ts';
import { checkFields, fieldNames, within } from '../../mapping/fields.ts';
import type { RecordFlow } from '../contract.ts';
import { supported } from '../supported.ts';
import { checkPlaces } from './check-places.ts';
import { acceptDifference, unacceptDifference } from './difference.ts';
import { lineFields } from './document/map-order.ts';
import { mappingInputs } from './expression-inputs.ts';
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
  check: (settings, mapping, target) => [
    ...checkFields(mapping, settings.fixed, targetParts(target)),
    ...checkNames(mapping, mappingInputs).map((issue) => within(['mapping'], issue)),
    ...checkPlaces(settings, target).map((issue) => within(['settings'], issue)),
  ],
  needs: ({ products }) => (products === 'create' ? ['products'] : []),
  run: async (context) => runOrder(context, supported(between(context), 'orders')),
  preview: async (context) => previewOrder(context, supported(between(context), 'orders')),
  accept: acceptDifference,
  unaccept: unacceptDifference,
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

function between({ source, target }: Context): Endpoints | null {
  return endpointsOf(source.connector, target.connector);
}
