import type { Connector } from '../../connectors/contract/connector.ts';
import { fieldNames } from '../../mapping/fields.ts';
import { within } from '../../mapping/issue.ts';
import type { FlowContext, RecordFlow } from '../contract.ts';
import { checkMapped, fieldsByPart } from '../mapped.ts';
import { supported } from '../supported.ts';
import { checkPlaces } from './chosen-fields.ts';
import { acceptDifference, unacceptDifference } from './conflicts.ts';
import { customerSamples, mappedCustomers } from './mapped.ts';
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
  targetFields: (target) => fieldNames(fieldsByPart(mappedCustomers(target))),
  mapped: (_, target) => mappedCustomers(target),
  samples: customerSamples,
  check: (settings, mapping, target) => [
    ...checkMapped(mapping, settings.fixed, mappedCustomers(target)),
    ...checkPlaces(settings, target).map((issue) => within(['settings'], issue)),
  ],
  run: async (context) => runCustomer(context, supported(between(context), 'customers')),
  preview: async (context) => previewCustomer(context, supported(between(context), 'customers')),
  accept: acceptDifference,
  unaccept: unacceptDifference,
};

function endpointsOf(source: Connector, target: Connector): Endpoints | null {
  const from = source.customers?.source;
  const to = target.customers?.target;
  return from && to ? { source: from, target: to } : null;
}

function between({ source, target }: Context): Endpoints | null {
  return endpointsOf(source.connector, target.connector);
}
