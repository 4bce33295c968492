import type { Connector } from '../../connectors/contract/connector.ts';
import { documentTarget, documentTargets } from '../../connectors/contract/document-targets.ts';
import { within } from '../../mapping/issue.ts';
import { type Trait, traits } from '../asked.ts';
import type { RecordFlow } from '../contract.ts';
import { checkMapped } from '../mapped.ts';
import { checkPlaces } from './check-places.ts';
import { acceptDifference, unacceptDifference } from './difference.ts';
import { checkReference, unopenReferences } from './document/open-reference.ts';
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
    ...checkReference(mapping),
    ...checkPlaces(settings, target).map((issue) => within(['settings'], issue)),
  ],
  warnings: (_settings, _source, _target, mapping) => unopenReferences(mapping),
  traits: traitsOf,
  from: ({ since: _, ...settings }, day) => (day === null ? settings : { ...settings, since: day }),
  needs: ({ products }) => (products === 'create' ? ['products'] : []),
  scopes: ({ document }, target) => documentTarget(target, document)?.scopes ?? [],
  sale: saleOf,
  run: async (context) => runOrder(context, endpointsAsSet(context)),
  preview: async (context) => previewOrder(context, endpointsAsSet(context)),
  accept: acceptDifference,
  unaccept: unacceptDifference,
};

/** What its orders tell, and what its documents can be. */
function traitsOf(source: Connector, target: Connector): Trait[] {
  const targets = documentTargets(target);
  const makes = (kind: 'invoice' | 'order') => targets.some(({ kinds }) => kinds.includes(kind));
  const has: Readonly<Record<Trait, boolean>> = {
    payments: source.orders?.source?.knowsPayments !== false,
    invoices: makes('invoice'),
    kinds: makes('invoice') && makes('order'),
    credits: targets.some(({ credit }) => credit !== undefined),
    articles: targets.some(({ articles }) => articles !== undefined),
  };
  return traits.filter((trait) => has[trait]);
}
