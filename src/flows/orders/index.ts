import { z } from 'zod';
import type { Connector } from '../../connectors/contract/connector.ts';
import { documentTarget, documentTargets } from '../../connectors/contract/document-targets.ts';
import type { DocumentTarget } from '../../connectors/contract/target.ts';
import { checkNames } from '../../mapping/check-names.ts';
import { checkFields, fieldNames } from '../../mapping/fields.ts';
import { within } from '../../mapping/issue.ts';
import { type Trait, traits } from '../asked.ts';
import type { RecordFlow } from '../contract.ts';
import { checkedTarget, checkPlaces } from './check-places.ts';
import { acceptDifference, unacceptDifference } from './difference.ts';
import { lineFields } from './document/map-order.ts';
import { endpointsAsSet, endpointsOf } from './endpoints.ts';
import { mappingInputs } from './expression-inputs.ts';
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
  targetFields: (target) => [
    ...new Set(documentTargets(target).flatMap((each) => fieldNames(partsOf(each, target)))),
  ],
  check: (settings, mapping, target) => [
    ...checkFields(mapping, settings.fixed, partsOf(checkedTarget(settings.document, target), target)),
    ...checkNames(mapping, mappingInputs).map((issue) => within(['mapping'], issue)),
    ...checkPlaces(settings, target).map((issue) => within(['settings'], issue)),
  ],
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

/** The parts of a mapping's names: the document's own fields, the customer's, a line's. */
function partsOf(document: DocumentTarget | undefined, target: Connector): Record<string, z.ZodObject> {
  return {
    '': document?.fields ?? z.object({}),
    customer: target.customers?.target?.fields ?? z.object({}),
    line: lineFields,
  };
}

/** What its documents can be. */
function traitsOf(_: Connector, target: Connector): Trait[] {
  const targets = documentTargets(target);
  const makes = (kind: 'invoice' | 'order') => targets.some(({ kinds }) => kinds.includes(kind));
  const has: Readonly<Record<Trait, boolean>> = {
    invoices: makes('invoice'),
    kinds: makes('invoice') && makes('order'),
    credits: targets.some(({ credit }) => credit !== undefined),
    articles: targets.some(({ articles }) => articles !== undefined),
  };
  return traits.filter((trait) => has[trait]);
}
