import { z } from 'zod';
import type { Connector } from '../../connectors/contract/connector.ts';
import { checkConstants, checkMapping, fieldNames, within } from '../../mapping/fields.ts';
import { rejected } from '../../records/problem.ts';
import type { FlowContext, RecordFlow } from '../contract.ts';
import { checkPlaces } from './chosen-fields.ts';
import type { Endpoints } from './plan.ts';
import { previewCustomer } from './preview.ts';
import { runCustomer } from './run.ts';
import { type CustomersSettings, customersSettings } from './settings.ts';

type Context = FlowContext<CustomersSettings>;

export const customers: RecordFlow<CustomersSettings> = {
  kind: 'record',
  name: 'customers',
  settings: customersSettings,
  source: (connector) => connector.customers?.source,
  supports: (source, target) => endpointsOf(source, target) !== null,
  targetFields: (target) => fieldNames(targetParts(target)),
  check: (settings, mapping, target) => {
    const parts = targetParts(target);
    return [
      ...checkMapping(mapping, parts).map((issue) => within(['mapping'], issue)),
      ...checkConstants(settings.fixed, parts).map((issue) => within(['settings', 'fixed'], issue)),
      ...checkPlaces(settings, target).map((issue) => within(['settings'], issue)),
    ];
  },
  run: async (context) => runCustomer(context, requireEndpoints(context)),
  preview: (context) => previewCustomer(context, requireEndpoints(context)),
};

/** A mapping has the customer's fields alone: they need no part before their name. */
function targetParts(target: Connector): Record<string, z.ZodObject> {
  return { '': target.customers?.target?.fields ?? z.object({}) };
}

function endpointsOf(source: Connector, target: Connector): Endpoints | null {
  const from = source.customers?.source;
  const to = target.customers?.target;
  return from && to ? { source: from, target: to } : null;
}

function requireEndpoints(context: Context): Endpoints {
  const endpoints = endpointsOf(context.source.connector, context.target.connector);
  if (endpoints) return endpoints;
  throw rejected('flow_unsupported', { flow: 'customers' });
}
