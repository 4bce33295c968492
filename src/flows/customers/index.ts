import { z } from 'zod';
import type { Connector } from '../../connectors/contract/connector.ts';
import { checkNames } from '../../mapping/check-names.ts';
import { checkFields, fieldNames } from '../../mapping/fields.ts';
import { within } from '../../mapping/issue.ts';
import { customer } from '../../records/customer.ts';
import type { FlowContext, RecordFlow } from '../contract.ts';
import { supported } from '../supported.ts';
import { checkPlaces } from './chosen-fields.ts';
import { acceptDifference, unacceptDifference } from './conflicts.ts';
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
  check: (settings, mapping, target) => [
    ...checkFields(mapping, settings.fixed, targetParts(target)),
    ...checkNames(mapping, { '': z.object({ customer }) }).map((issue) => within(['mapping'], issue)),
    ...checkPlaces(settings, target).map((issue) => within(['settings'], issue)),
  ],
  run: async (context) => runCustomer(context, supported(between(context), 'customers')),
  preview: async (context) => previewCustomer(context, supported(between(context), 'customers')),
  accept: acceptDifference,
  unaccept: unacceptDifference,
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

function between({ source, target }: Context): Endpoints | null {
  return endpointsOf(source.connector, target.connector);
}
